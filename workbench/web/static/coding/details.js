// The details: what is selected, or the coding that is looked at, with everything it says.
import { make, say } from "./words.js";
import { state } from "./model.js";
import { wordsOf } from "./text.js";
import { step } from "./wire.js";

const panel = document.getElementById("keuze");
const LONGEST = 240;

const short = text => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const choice = (name, label, options, value) => {
  const select = make("select", { name },
    make("option", { value: "", text: say("not given") }),
    ...options.map(each => make("option", { value: each.key, text: each.label, selected: each.key === value })));
  return make("label", {}, make("span", { text: label }), select);
};

const answer = (field, value) => {
  const choices = field.choices.map(each => ({ key: each, label: each }));
  if (choices.length) return choice(`veld-${field.key}`, field.label, choices, value);
  return make("label", {}, make("span", { text: field.label }), make("input", { name: `veld-${field.key}`, value: value || "", maxlength: "120" }));
};

const INTENSITIES = ["0", "1", "2", "3"].map(each => ({ key: each, label: each }));

const facets = coding => [
  choice("phase", say("phase"), state.phases, coding.phase),
  choice("actor", say("actor"), state.actors, coding.actor),
  choice("valence", say("valence"), state.valences, coding.valence),
  choice("kind", say("kind"), state.kinds, coding.kind),
  choice("intensity", say("intensity"), INTENSITIES, coding.intensity === undefined ? undefined : String(coding.intensity)),
  ...(state.groups.get(state.codes.get(coding.code)?.group)?.fields || []).map(each => answer(each, coding.fields?.[each.key])),
];

const buttons = coding => make("div", { class: "buttons" },
  make("button", { type: "button", "data-do": "recode", text: say("other code") }),
  make("button", { type: "button", "data-do": "ends", text: say("move ends") }),
  make("button", { type: "button", "data-do": "memo", text: coding.memos ? say("memos", { number: coding.memos }) : say("memo") }),
  make("button", { type: "button", "data-do": "remove", class: "danger", text: say("remove") }));

const showCoding = coding => {
  const code = state.codes.get(coding.code);
  panel.replaceChildren(
    make("h2", {}, make("span", { class: `swatch ${code?.colour || "k0"}`, "aria-hidden": "true" }), ` ${code ? code.name : say("facet")}`),
    make("p", { class: "soft", text: [...(code?.path || []), coding.coder, say("version", { number: coding.version })].join(" · ") }),
    make("blockquote", { text: short(wordsOf(coding.start, coding.end)) }),
    ...(code?.definition ? [make("p", { class: "help", text: code.definition })] : []),
    coding.own
      ? make("form", { class: "facets" }, ...facets(coding), buttons(coding))
      : make("p", { class: "help", text: say("another's") }));
};

const showSelection = span =>
  panel.replaceChildren(
    make("h2", { text: say("selected") }),
    make("blockquote", { text: short(wordsOf(span.start, span.end)) }),
    make("p", { class: "help", text: say("selected help") }));

// Show the coding that is looked at, else what is selected, else what to do.
export const drawDetails = () => {
  const coding = state.codings.get(state.focus);
  panel.parentElement.classList.toggle("is-open", Boolean(coding || state.selection));
  if (coding) return showCoding(coding);
  if (state.selection) return showSelection(state.selection);
  panel.replaceChildren(make("p", { class: "help", text: say("nothing chosen") }));
};

// Change the coding that is looked at.
export const change = values => {
  const coding = state.codings.get(state.focus);
  if (coding?.own) step({ verb: "change", codings: [coding.id], set: values });
};

panel.addEventListener("change", event => {
  const { name, value } = event.target;
  if (name.startsWith("veld-")) {
    const coding = state.codings.get(state.focus);
    change({ fields: { ...coding?.fields, [name.slice("veld-".length)]: value } });
  } else change({ [name]: name === "intensity" ? (value === "" ? null : Number(value)) : value || null });
});
panel.addEventListener("submit", event => event.preventDefault());

// The next value of a facet, after the last one none.
export const cycle = (name, list) => {
  const coding = state.codings.get(state.focus);
  if (!coding?.own) return;
  const keys = [null, ...state[list].map(each => each.key)];
  change({ [name]: keys[(keys.indexOf(coding[name] ?? null) + 1) % keys.length] });
};
