// The text: recogito selects and draws; offsets are those of the whole document, in UTF-16 units.
import { state, turnAt } from "./model.js";

export const text = document.getElementById("tekst");
const said = new Map();
for (const each of text.querySelectorAll(".talk")) {
  said.set(Number(each.dataset.from), each);
}

// The element of a turn.
export const elementOf = turn => said.get(turn.start);

// The range of the DOM between two places of the text.
export const rangeOf = (start, end) => {
  const range = document.createRange();
  const first = state.turns[turnAt(start)];
  const last = state.turns[turnAt(Math.max(end - 1, start))];
  const node = turn => elementOf(turn).querySelector(".said").firstChild;
  range.setStart(node(first), Math.min(Math.max(start - first.start, 0), node(first).length));
  range.setEnd(node(last), Math.min(Math.max(end - last.start, 0), node(last).length));
  return range;
};

// The place in the text of a point in the DOM; null outside it.
export const placeOf = (node, offset) => {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const turn = element.closest(".talk");
  if (!turn || !text.contains(turn)) return null;
  const from = Number(turn.dataset.from);
  const words = turn.querySelector(".said");
  if (!words.contains(node)) return from;
  return from + (node.nodeType === Node.TEXT_NODE ? offset : offset ? words.textContent.length : 0);
};

// The selected span without white space around it; null when nothing is.
export const selectedSpan = () => {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start === null || end === null ? null : trim(Math.min(start, end), Math.max(start, end));
};

export const trim = (start, end) => {
  const words = wordsOf(start, end);
  const left = words.length - words.trimStart().length;
  const right = words.length - words.trimEnd().length;
  return words.trim() ? { start: start + left, end: end - right } : null;
};

// The words between two places.
let whole = null;
export const wordsOf = (start, end) => {
  whole ??= text.textContent;
  return whole.slice(start, end);
};

// On a dark page colours are lifted towards white, as the style sheet does for stripes and names.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const LIFT = 0.45;
const lifted = paint =>
  `#${[1, 3, 5].map(at => Math.round(parseInt(paint.slice(at, at + 2), 16) * (1 - LIFT) + 255 * LIFT).toString(16).padStart(2, "0")).join("")}`;
const paintOf = coding => {
  const paint = state.codes.get(coding.code)?.paint || "#5b6470";
  return dark.matches ? lifted(paint) : paint;
};

const styleOf = annotation => {
  const coding = state.codings.get(annotation.id);
  if (annotation.id.startsWith("voorstel-")) {
    return { fill: "#8a6d00", fillOpacity: 0.08, underlineColor: "#8a6d00", underlineThickness: 2, underlineStyle: "dashed" };
  }
  if (!coding) return { fill: "#0067c0", fillOpacity: 0.18 };
  const strong = state.focus === coding.id;
  const paint = paintOf(coding);
  return {
    fill: paint,
    fillOpacity: strong ? 0.34 : 0.13,
    underlineColor: paint,
    underlineThickness: strong ? 3 : 2,
    underlineOffset: (laneOf(coding) % 3) * 3,
  };
};

// The lane of a coding: how many others it lies over where it begins.
export const laneOf = coding => codingLanes.get(coding.id) || 0;
let codingLanes = new Map();
const layLanes = () => {
  codingLanes = new Map();
  const until = [];
  for (const each of [...state.codings.values()].sort((one, other) => one.start - other.start || other.end - one.end)) {
    let lane = until.findIndex(end => end <= each.start);
    if (lane < 0) lane = until.length;
    until[lane] = each.end;
    codingLanes.set(each.id, lane);
  }
};

const annotationOf = (id, start, end) => ({
  id,
  bodies: [],
  target: { annotation: id, selector: [{ quote: wordsOf(start, end), start, end, range: rangeOf(start, end) }] },
});

let annotator;

// Begin to draw and to select; `chosen` hears the span that was selected, `pressed` the coding that was clicked.
export const openText = ({ chosen, pressed }) => {
  annotator = RecogitoJS.createTextAnnotator(text, {
    renderer: "SPANS",
    style: styleOf,
    userSelectAction: "SELECT",
    annotatingEnabled: true,
  });
  let byPointer = false;
  text.addEventListener("pointerdown", () => {
    byPointer = true;
  });
  document.addEventListener("keydown", () => {
    byPointer = false;
  }, true);
  annotator.on("createAnnotation", made => {
    // A selection that runs past a margin comes in pieces.
    const pieces = made.target.selector;
    annotator.removeAnnotation(made.id);
    // A selection by keys is read as it is made; what comes of it here may be that of a key before.
    if (byPointer) chosen(trim(Math.min(...pieces.map(each => each.start)), Math.max(...pieces.map(each => each.end))));
  });
  annotator.on("clickAnnotation", each => pressed(each.id));
};

const drawn = new Map();
const keyOf = each => `${each.start}-${each.end}-${each.code}`;

// Draw what changed: these codings (ids), or all of them.
export const draw = ids => {
  layLanes();
  if (ids === null) {
    drawn.clear();
    const every = [...state.codings.values()].filter(each => each.start < each.end);
    every.forEach(each => drawn.set(each.id, keyOf(each)));
    const proposed = [...state.suggestions.values()];
    annotator.setAnnotations([
      ...every.map(each => annotationOf(each.id, each.start, each.end)),
      ...proposed.map(each => annotationOf(`voorstel-${each.id}`, each.start, each.end)),
    ], true);
    return;
  }
  for (const id of ids) {
    const coding = state.codings.get(id);
    if (drawn.has(id) && (!coding || drawn.get(id) !== keyOf(coding))) {
      annotator.removeAnnotation(id);
      drawn.delete(id);
    }
    if (coding && !drawn.has(id)) {
      annotator.addAnnotation(annotationOf(id, coding.start, coding.end));
      drawn.set(id, keyOf(coding));
    }
  }
};

// Draw again in another strength: the focus moved.
export const redraw = () => annotator.setStyle(styleOf);

export const tidy = () => window.getSelection().removeAllRanges();
