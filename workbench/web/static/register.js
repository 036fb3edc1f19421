// The screen where questions are linked: tick many at once, and tick what is chosen otherwise.
"use strict";

const wanted = {
  zeker: box => "sure" in box.dataset,
  alle: box => "offered" in box.dataset,
  geen: () => false,
};

for (const form of document.querySelectorAll("[data-ticks]")) {
  form.addEventListener("click", event => {
    const link = event.target.closest("[data-tick]");
    if (!link) return;
    event.preventDefault();
    for (const box of form.querySelectorAll("input[name=aan]")) box.checked = wanted[link.dataset.tick](box);
    for (const other of form.querySelectorAll("[data-tick]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });
  form.addEventListener("change", event => {
    if (!event.target.matches("select")) return;
    event.target.closest("tr").querySelector("input[name=aan]").checked = true;
  });
}
