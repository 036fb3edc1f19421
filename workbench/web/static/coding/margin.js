// The margin: beside each turn in sight its codings by name, with a stripe along the words they cover.
import { announce, make, say } from "./words.js";
import { labelOf, nameOf, state, turnAt } from "./model.js";
import { elementOf, laneOf, rangeOf, text } from "./text.js";

const LANES = 3;
const near = new Set();
let byTurn = new Map();
let press = () => {};

const SIGNS = { pijnpunt: "−", goed: "+", gemengd: "±" };

// What a coding is, in words: for the eye in short, for the ear in full.
export const briefOf = coding => `${SIGNS[coding.valence] ? `${SIGNS[coding.valence]} ` : ""}${coding.code ? nameOf(coding.code) : facetsOf(coding)}`;
const facetsOf = coding =>
  [
    coding.phase && labelOf("phases", coding.phase),
    coding.actor && labelOf("actors", coding.actor),
    coding.kind && labelOf("kinds", coding.kind),
    coding.valence && labelOf("valences", coding.valence),
  ].filter(Boolean).join(" · ") || say("facet");
export const fullOf = coding =>
  [coding.code && nameOf(coding.code), facetsOf(coding) !== say("facet") && facetsOf(coding), coding.coder,
    coding.memos && say("memos", { number: coding.memos })].filter(Boolean).join(", ");

const gather = () => {
  byTurn = new Map();
  const every = [...state.codings.values()].sort((one, other) => one.start - other.start || other.end - one.end);
  for (const coding of every) {
    const last = turnAt(Math.max(coding.end - 1, coding.start));
    for (let turn = turnAt(coding.start); turn <= last; turn += 1) {
      if (!byTurn.has(turn)) byTurn.set(turn, []);
      byTurn.get(turn).push(coding);
    }
  }
};

const stripeOf = (coding, turn, top) => {
  const from = Math.max(coding.start, turn.start);
  const to = Math.min(coding.end, turn.end);
  if (from >= to) return null;
  const box = rangeOf(from, to).getBoundingClientRect();
  const lane = Math.min(laneOf(coding), LANES - 1);
  const stripe = make("span", { class: `stripe lane-${lane} ${state.codes.get(coding.code)?.colour || "k0"}` });
  stripe.classList.toggle("is-focus", coding.id === state.focus);
  stripe.style.top = `${box.top - top}px`;
  stripe.style.height = `${box.height}px`;
  return stripe;
};

const labelFor = coding => {
  const chip = make("button", {
    type: "button",
    class: `chip ${state.codes.get(coding.code)?.colour || "k0"}${coding.own ? "" : " is-other"}`,
    "data-coding": coding.id,
    "data-name": briefOf(coding),
    "data-coder": coding.own ? null : coding.coder,
    "data-memo": coding.memos ? "✎" : null,
    "aria-label": fullOf(coding),
    title: fullOf(coding),
    tabindex: "-1",
  });
  chip.setAttribute("aria-pressed", String(coding.id === state.focus));
  return chip;
};

const fill = number => {
  const turn = state.turns[number];
  const element = elementOf(turn);
  if (!element) return;
  const top = element.getBoundingClientRect().top;
  const here = byTurn.get(number) || [];
  const stripes = here.map(each => stripeOf(each, turn, top)).filter(Boolean);
  const chips = here.filter(each => turnAt(each.start) === number).map(labelFor);
  element.querySelector(".talk-margin")?.remove();
  if (!here.length) return;
  element.append(make("div", { class: "talk-margin not-annotatable" }, ...stripes, make("div", { class: "chips" }, ...chips)));
};

const watcher = new IntersectionObserver(
  entries => {
    for (const entry of entries) {
      const number = numbers.get(entry.target);
      if (entry.isIntersecting) {
        near.add(number);
        fill(number);
      } else near.delete(number);
    }
  },
  { rootMargin: "800px 0px" },
);
const numbers = new Map();

// Begin to watch which turns are in sight; `pressed` hears which coding was chosen.
export const openMargin = ({ pressed }) => {
  press = pressed;
  text.addEventListener("click", event => {
    const chip = event.target.closest(".chip");
    if (chip) press(chip.dataset.coding);
  });
  window.addEventListener("resize", () => requestAnimationFrame(() => near.forEach(fill)));
};

// Draw the margin anew: of the turns on which these codings (ids) lie, or of all turns in sight.
export const drawMargin = ids => {
  if (numbers.size === 0) {
    state.turns.forEach((turn, number) => {
      const element = elementOf(turn);
      if (element) {
        numbers.set(element, number);
        watcher.observe(element);
      }
    });
  }
  const before = ids && new Map(ids.map(id => [id, turnsOf(id)]));
  gather();
  if (ids === null) near.forEach(fill);
  else new Set([...before.values()].flat().concat(ids.flatMap(turnsOf))).forEach(each => near.has(each) && fill(each));
};

const turnsOf = id => [...byTurn].filter(([, some]) => some.some(each => each.id === id)).map(([number]) => number);

export const sayFocus = () => {
  for (const chip of text.querySelectorAll(".chip")) {
    chip.setAttribute("aria-pressed", String(chip.dataset.coding === state.focus));
  }
  const coding = state.codings.get(state.focus);
  if (coding) announce(fullOf(coding));
};
