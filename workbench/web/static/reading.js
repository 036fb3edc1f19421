// The reading page: names in the margin light up their words.
"use strict";

const light = (mark, on) => {
  for (const piece of document.querySelectorAll(`[data-mark="${CSS.escape(mark)}"]`)) piece.classList.toggle("lit", on);
};

for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(event, happened => {
    const label = happened.target.closest("[data-label]");
    if (label) light(label.dataset.label, on);
  });
}

for (const choice of document.querySelectorAll("[data-submit]")) {
  choice.addEventListener("change", () => choice.form.submit());
}

// An address may name a passage without the place in the page, or a place without pointing at it.
const target = document.querySelector(".coded.target");
const pointed = document.querySelector("mark.pointed");
if (pointed) pointed.scrollIntoView({ block: "center" });
else if (target) target.scrollIntoView({ block: "center" });
if (!target && location.hash.startsWith("#c-")) {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const piece = place && place.parentElement.querySelector(".coded");
  if (piece) piece.classList.add("lit");
}
