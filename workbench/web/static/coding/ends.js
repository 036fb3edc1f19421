// Moving the ends of a coding: the selection becomes its span, arrows move an end, Enter stores, Escape leaves.
import { announce, say } from "./words.js";
import { state } from "./model.js";
import { rangeOf, selectedSpan, text, tidy, wordsOf } from "./text.js";
import { step } from "./wire.js";

let moving = null;

export const isMoving = () => moving !== null;

// Begin to move the ends of the coding that is looked at.
export const openEnds = () => {
  const coding = state.codings.get(state.focus);
  if (!coding?.own) return;
  moving = coding.id;
  const range = rangeOf(coding.start, coding.end);
  const selection = window.getSelection();
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  text.classList.add("is-moving");
  announce(say("move ends help"));
  document.getElementById("einden").hidden = false;
};

const close = () => {
  moving = null;
  text.classList.remove("is-moving");
  document.getElementById("einden").hidden = true;
  tidy();
};

const store = () => {
  const span = selectedSpan();
  const id = moving;
  close();
  if (span) step({ verb: "change", codings: [id], set: span });
};

// The other end of the selection becomes the one that moves.
const turnRound = () => {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = window.getSelection();
  window.getSelection().setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset);
};

document.addEventListener("keydown", event => {
  if (!isMoving()) return;
  const ways = { ArrowRight: "forward", ArrowLeft: "backward", ArrowDown: "forward", ArrowUp: "backward" };
  if (event.key in ways) {
    const by = event.key.endsWith("Down") || event.key.endsWith("Up") ? "line" : event.ctrlKey ? "character" : "word";
    window.getSelection().modify("extend", ways[event.key], by);
    const span = selectedSpan();
    if (span) announce(wordsOf(span.start, span.end));
  } else if (event.key === "Tab") turnRound();
  else if (event.key === "Enter") store();
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
document.getElementById("einden").addEventListener("click", event => {
  const { does } = event.target.dataset;
  if (does === "store") store();
  if (does === "leave") close();
});
