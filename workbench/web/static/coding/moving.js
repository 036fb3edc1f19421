// Moving through the text by keyboard: from turn to turn, word by word, from coding to coding, to what is left to do.
import { announce, say } from "./words.js";
import { counted, state, turnAt, uncodedOf } from "./model.js";
import { elementOf, placeOf, rangeOf, selectedSpan, tidy, wordsOf } from "./text.js";

// Stand on a turn: it is seen and can be coded whole.
export const goToTurn = (number, { quietly = false } = {}) => {
  const next = Math.min(Math.max(number, 0), state.turns.length - 1);
  const before = elementOf(state.turns[state.turn]);
  before?.classList.remove("is-here");
  before?.setAttribute("tabindex", "-1");
  state.turn = next;
  const element = elementOf(state.turns[next]);
  if (!element) return;
  element.classList.add("is-here");
  element.setAttribute("tabindex", "0");
  if (quietly) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
};

// The whole of the turn where the coder stands.
export const hereWhole = () => {
  const turn = state.turns[state.turn];
  return turn && { start: turn.start, end: turn.end };
};

// Choose the next word, or with `extend` let the selection grow or shrink by a word or a line.
export const stepWord = (direction, { extend, by = "word" }) => {
  const selection = window.getSelection();
  const turn = state.turns[state.turn];
  const inside = selection.rangeCount && placeOf(selection.anchorNode, selection.anchorOffset) !== null;
  if (!inside) {
    const range = rangeOf(turn.start, turn.start);
    selection.collapse(range.startContainer, range.startOffset);
  } else if (!extend && !selection.isCollapsed) {
    if (direction === "forward") selection.collapseToEnd();
    else selection.collapseToStart();
  }
  if (extend) selection.modify("extend", direction, by);
  else {
    selection.modify("move", direction, "word");
    const back = direction === "backward" || !inside;
    if (!back) selection.modify("move", "backward", "word");
    if (inside && direction === "forward") selection.modify("move", "forward", "word");
    selection.modify("extend", "forward", "word");
  }
  const span = selectedSpan();
  if (span) {
    goToTurn(turnAt(span.start), { quietly: true });
    elementOf(state.turns[turnAt(span.end - 1)])?.scrollIntoView({ block: "nearest" });
    announce(wordsOf(span.start, span.end));
  }
  return span;
};

const looked = () => [...state.codings.values()].sort((one, other) => one.start - other.start || other.end - one.end);

// The coding before or after the one that is looked at, or after where the coder stands.
export const nextCoding = direction => {
  const every = looked();
  const now = every.findIndex(each => each.id === state.focus);
  if (now >= 0) return every[now + direction] || null;
  const at = state.turns[state.turn]?.start ?? 0;
  const later = every.findIndex(each => each.start >= at);
  return every[direction > 0 ? later : (later < 0 ? every.length : later) - 1] || null;
};

// The turns that are still to be coded; in a round only those that it asks.
const uncoded = () => {
  const asked = turn => !state.round || state.round.units.some(([start, end]) => start < turn.end && end > turn.start);
  return uncodedOf(counted()).filter(asked);
};

// Go to the next turn without a coding of one's own; says so when there is none left.
export const goToUncoded = () => {
  const left = uncoded();
  if (!left.length) return announce(say("all coded"));
  const here = state.turns[state.turn]?.start ?? -1;
  const next = left.find(each => each.start > here) || left[0];
  tidy();
  goToTurn(state.turns.indexOf(next));
};

// Go to the next of these spans after where the coder stands.
export const goToNext = (spans, none) => {
  const every = [...spans].sort((one, other) => one.start - other.start);
  if (!every.length) {
    announce(none);
    return null;
  }
  const at = state.turns[state.turn]?.end ?? 0;
  const next = every.find(each => each.start >= at) || every[0];
  goToTurn(turnAt(next.start));
  return next;
};
