// Differences: j and k walk along them.
"use strict";

document.addEventListener("keydown", event => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const every = [...document.querySelectorAll(".difference")];
  const now = every.indexOf(document.activeElement.closest(".difference"));
  const next = every[Math.min(Math.max(now + step, 0), every.length - 1)];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "start" });
  }
});
