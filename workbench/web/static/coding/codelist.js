// The codes beside the text: by group, as a tree, to be found by typing and put by a click.
import { make, say } from "./words.js";
import { state } from "./model.js";
import { findCodes } from "./palette.js";

const list = document.getElementById("codelijst");
const filter = document.getElementById("codefilter");
const MOST = 400;

const button = code =>
  make("li", { class: `depth-${Math.min(code.path.length, 4)}` },
    make("button", { type: "button", "data-code": code.key, title: code.definition || code.name },
      make("span", { class: `swatch ${code.colour}`, "aria-hidden": "true" }),
      make("span", { text: code.name }),
      code.shortcut ? make("kbd", { text: code.shortcut }) : ""));

// Draw the codes that the filter leaves.
export const drawCodes = () => {
  const found = filter.value.trim()
    ? findCodes(filter.value)
    : [...state.codes.values()].filter(each => !each.retired);
  const shown = found.slice(0, MOST);
  const groups = new Map();
  for (const each of shown) {
    if (!groups.has(each.group)) groups.set(each.group, []);
    groups.get(each.group).push(each);
  }
  const parts = [...groups].map(([key, codes]) =>
    make("details", { open: codes.length < 30 || groups.size === 1 || filter.value !== "" },
      make("summary", { text: `${state.groups.get(key)?.label || key} (${codes.length})` }),
      make("ul", {}, ...codes.map(button))));
  if (!parts.length) parts.push(make("p", { class: "empty", text: say("no code found") }));
  if (found.length > MOST) parts.push(make("p", { class: "help", text: say("more codes", { number: found.length - MOST }) }));
  list.replaceChildren(...parts);
};

// Begin to listen; `put` hears the code that was pressed.
export const openCodes = put => {
  filter.addEventListener("input", drawCodes);
  list.addEventListener("click", event => {
    const pressed = event.target.closest("[data-code]");
    if (pressed) put([pressed.dataset.code]);
  });
};
