// Search: the arrow keys go from the field to what was found, and from one hit to the next.
"use strict";

document.addEventListener("keydown", event => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const field = document.getElementById("zoek");
  const stops = [field, ...document.querySelectorAll(".hit-line")];
  const here = stops.indexOf(document.activeElement);
  const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
});
