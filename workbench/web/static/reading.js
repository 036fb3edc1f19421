// The reading page: selected words go to the form; names in the margin light up their words.
"use strict";

const turns = document.getElementById("beurten");
const form = document.getElementById("codeer");

// Where a point of the selection lies: its turn, and the UTF-16 units of the text before it.
const placeOf = (node, offset) => {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const text = element.closest(".turn-text");
  if (!text || !turns.contains(text)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return { segment: text.dataset.segment, units: before.toString().length };
};

// A selection may begin or end between turns, as a triple click does; it is then cut to the text it covers.
const cutToText = range => {
  const covered = [...turns.querySelectorAll(".turn-text")].filter(each => range.intersectsNode(each));
  if (!covered.length) return null;
  const first = covered[0];
  const last = covered[covered.length - 1];
  const begin = placeOf(range.startContainer, range.startOffset) || { segment: first.dataset.segment, units: 0 };
  const end = placeOf(range.endContainer, range.endOffset)
    || { segment: last.dataset.segment, units: last.textContent.length };
  // Where turns are left out, or replies stand under their post, what lies between two turns is not what is shown.
  if ("single" in turns.dataset && end.segment !== begin.segment) {
    return { begin, end: { segment: begin.segment, units: first.textContent.length } };
  }
  return { begin, end };
};

const wordsBetween = (begin, end) => {
  const texts = [...turns.querySelectorAll(".turn-text")];
  const from = texts.findIndex(each => each.dataset.segment === begin.segment);
  const to = texts.findIndex(each => each.dataset.segment === end.segment);
  return texts.slice(from, to + 1).map((each, place, all) => {
    const stop = place === all.length - 1 ? end.units : each.textContent.length;
    return each.textContent.slice(place === 0 ? begin.units : 0, stop);
  }).join("\n").trim();
};

const hideForm = () => {
  form.hidden = true;
  document.body.classList.remove("is-coding");
};

const takeSelection = () => {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return hideForm();
  const chosen = cutToText(selection.getRangeAt(0));
  const words = chosen && wordsBetween(chosen.begin, chosen.end);
  if (!words) return hideForm();
  form.elements.begin.value = chosen.begin.segment;
  form.elements.begin_op.value = chosen.begin.units;
  form.elements.eind.value = chosen.end.segment;
  form.elements.eind_op.value = chosen.end.units;
  document.getElementById("gekozen").textContent = words;
  form.hidden = false;
  document.body.classList.add("is-coding");
};

if (form) {
  const listen = event => {
    // The selection is settled only after the event that ends it.
    if (!form.contains(event.target)) setTimeout(takeSelection, 0);
  };
  document.addEventListener("mouseup", listen);
  document.addEventListener("touchend", listen);
  document.addEventListener("keyup", event => {
    if (event.key === "Escape") hideForm();
    else if (event.shiftKey || event.key === "Shift") listen(event);
  });
  form.querySelector("[data-cancel]").addEventListener("click", () => {
    window.getSelection().removeAllRanges();
    hideForm();
  });
}

for (const hint of document.querySelectorAll("[data-needs-script]")) hint.hidden = false;

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
