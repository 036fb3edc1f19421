// The keys: each does one thing on the page; codes have keys of their own besides.
import { make, say } from "./words.js";
import { state } from "./model.js";

const help = document.getElementById("hulp");

// What each key does, in the order in which the help shows it: [keys, what it is called, its words].
const KEYS = [
  ["moving", [
    ["↓ ↑", "turn", ["ArrowDown", "ArrowUp", "j", "k"]],
    ["→ ←", "word", ["ArrowRight", "ArrowLeft"]],
    ["Shift + → ← ↓ ↑", "longer", []],
    [", .", "coding", [",", "."]],
    ["n", "uncoded", ["n"]],
    ["g", "suggestion", ["g"]],
    ["d", "disagreement", ["d"]],
  ]],
  ["coding", [
    ["/ c", "palette", ["/", "c"]],
    ["1 – 9", "recent", []],
    ["r", "repeat", ["r"]],
    ["t", "whole", ["t"]],
    ["b", "everywhere", ["b"]],
    ["x", "reject", ["x"]],
    ["Enter", "accept", ["Enter"]],
  ]],
  ["changing", [
    ["f a v s", "facets", ["f", "a", "v", "s"]],
    ["e", "ends", ["e"]],
    ["m", "memo", ["m"]],
    ["Delete", "remove", ["Delete", "Backspace"]],
    ["Ctrl + Z", "undo", []],
    ["Ctrl + Y", "redo", []],
    ["Esc", "leave", ["Escape"]],
    ["?", "help", ["?"]],
  ]],
];

const RESERVED = new Set(KEYS.flatMap(([, rows]) => rows.flatMap(each => each[2])));

const isTyping = target => target.closest("input, textarea, select, [contenteditable=true], dialog[open]");

// The code that has this key; keys that do something on the page come first.
const codeOf = key => [...state.codes.values()].find(each => each.shortcut === key && !each.retired && !RESERVED.has(key));

const withControl = (event, doing) => {
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) return doing.undo;
  return key === "y" || (key === "z" && event.shiftKey) ? doing.redo : null;
};

const plainly = (event, doing) => {
  const extend = event.shiftKey;
  const moves = {
    ArrowDown: () => (extend ? doing.word("forward", true, "line") : doing.turn(1)),
    ArrowUp: () => (extend ? doing.word("backward", true, "line") : doing.turn(-1)),
    ArrowRight: () => doing.word("forward", extend, "word"),
    ArrowLeft: () => doing.word("backward", extend, "word"),
    j: () => doing.turn(1), k: () => doing.turn(-1),
    ",": () => doing.coding(-1), ".": () => doing.coding(1),
    n: doing.uncoded, g: doing.suggestion, d: doing.disagreement,
    "/": doing.palette, c: doing.palette, r: doing.repeat, t: doing.whole, b: doing.everywhere,
    x: doing.reject, Enter: doing.accept,
    f: doing.phase, a: doing.actor, v: doing.valence, s: doing.kind,
    e: doing.ends, m: doing.memo, Delete: doing.remove, Backspace: doing.remove,
    Escape: doing.leave, "?": doing.help,
  };
  if (event.key in moves) return moves[event.key];
  const code = codeOf(event.key);
  if (code) return () => doing.put([code.key]);
  const recent = /^[1-9]$/.test(event.key) ? state.recent[Number(event.key) - 1] : null;
  return recent ? () => doing.put([recent]) : null;
};

// Begin to listen to the keyboard.
export const openKeys = doing => {
  document.addEventListener("keydown", event => {
    if (isTyping(event.target) || event.altKey) return;
    if (event.target.closest("button, a, summary") && ["Enter", " "].includes(event.key)) return;
    const act = event.ctrlKey || event.metaKey ? withControl(event, doing) : plainly(event, doing);
    if (!act) return;
    event.preventDefault();
    act();
  });
};

const rowOf = ([keys, what]) =>
  make("tr", {}, make("td", {}, ...keys.split(" ").map(each => (/^[+–]$/.test(each) ? ` ${each} ` : make("kbd", { text: each })))),
    make("td", { text: say(`key ${what}`) }));

const codeKeys = () =>
  [...state.codes.values()].filter(each => each.shortcut && !each.retired && !RESERVED.has(each.shortcut))
    .map(each => make("tr", {}, make("td", {}, make("kbd", { text: each.shortcut })), make("td", { text: each.name })));

// Show all keys.
export const showKeys = () => {
  const tables = KEYS.map(([title, rows]) =>
    make("section", {}, make("h3", { text: say(`keys ${title}`) }), make("table", {}, make("tbody", {}, ...rows.map(rowOf)))));
  const own = codeKeys();
  if (own.length) tables.push(make("section", {}, make("h3", { text: say("keys codes") }), make("table", {}, make("tbody", {}, ...own))));
  help.querySelector(".all-keys").replaceChildren(...tables);
  help.showModal();
};
help.querySelector(".close").addEventListener("click", () => help.close());
