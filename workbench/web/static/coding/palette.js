// The palette: choose one or more codes by typing a part of their name, path or other words.
import { make, say } from "./words.js";
import { state } from "./model.js";

const window_ = document.getElementById("palet");
const field = window_.querySelector("input");
const list = window_.querySelector("ul");
const MOST = 60;
let chosen = [];
let place = 0;
let found = [];
let answer = () => {};

const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = code => plain([code.name, code.key, ...code.path, ...code.aliases].join(" "));

// The codes that hold every word that was typed; without one those used last in front.
export const findCodes = query => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const every = [...state.codes.values()].filter(each => !each.retired);
  const rank = each => {
    const recent = state.recent.indexOf(each.key);
    if (!words.length) return recent < 0 ? 99 : recent;
    return plain(each.name).startsWith(words[0]) ? 0 : plain(each.name).includes(words[0]) ? 1 : 2;
  };
  return every.filter(each => words.every(word => wordsOf(each).includes(word))).sort((one, other) => rank(one) - rank(other));
};

const row = (code, number) => {
  const picked = chosen.includes(code.key);
  return make("li", { role: "option", id: `keus-${number}`, "aria-selected": String(number === place), "data-key": code.key },
    make("span", { class: `swatch ${code.colour}`, "aria-hidden": "true" }),
    make("span", { class: "option-name", text: `${picked ? "✓ " : ""}${code.name}` }),
    make("span", { class: "option-path", text: [state.groups.get(code.group)?.label, ...code.path].join(" › ") }),
    code.shortcut ? make("kbd", { text: code.shortcut }) : "");
};

const show = () => {
  found = findCodes(field.value).slice(0, MOST);
  place = Math.min(Math.max(place, 0), Math.max(found.length - 1, 0));
  list.replaceChildren(...(found.length ? found.map(row) : [make("li", { class: "empty", text: say("no code found") })]));
  field.setAttribute("aria-activedescendant", found.length ? `keus-${place}` : "");
  list.children[place]?.scrollIntoView({ block: "nearest" });
  const code = found[place];
  window_.querySelector(".palette-help").textContent = code ? code.definition || code.include || "" : "";
  window_.querySelector(".palette-chosen").textContent = chosen.map(each => state.codes.get(each).name).join(", ");
};

const close = keys => {
  window_.close();
  answer(keys);
};

const pick = more => {
  const code = found[place];
  if (!code) return;
  if (more) {
    chosen = chosen.includes(code.key) ? chosen.filter(each => each !== code.key) : [...chosen, code.key];
    field.select();
    return show();
  }
  close(chosen.includes(code.key) ? chosen : [...chosen, code.key]);
};

// Ask for codes; answers their keys, or nothing when it was left.
export const askCodes = title =>
  new Promise(done => {
    answer = done;
    chosen = [];
    place = 0;
    field.value = "";
    window_.querySelector("h2").textContent = title;
    window_.showModal();
    show();
    field.focus();
  });

field.addEventListener("input", () => {
  place = 0;
  show();
});
field.addEventListener("keydown", event => {
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  if (event.key in moves) {
    event.preventDefault();
    place += moves[event.key];
    show();
  } else if (event.key === "Enter") {
    event.preventDefault();
    pick(event.shiftKey);
  }
});
list.addEventListener("click", event => {
  const option = event.target.closest("[data-key]");
  if (!option) return;
  place = [...list.children].indexOf(option);
  pick(event.shiftKey || event.ctrlKey || event.metaKey);
});
window_.addEventListener("cancel", () => answer([]));
window_.querySelector(".close").addEventListener("click", () => close([]));
