// Coding many passages at once: all answers to a question, all turns of a speaker, or all that a search finds.
import { announce, make, say } from "./words.js";
import { nameOf, remember, state } from "./model.js";
import { askCodes } from "./palette.js";
import { ask, load } from "./wire.js";

const window_ = document.getElementById("overal");
const form = window_.querySelector("form");
const list = window_.querySelector(".found");
const sum = window_.querySelector(".sum");
let found = null;
let code = null;

const options = () => {
  const by = form.elements.by.value;
  const speakers = new Map(state.turns.filter(each => each.participant).map(each => [each.participant, each.speaker]));
  const rows = by === "question"
    ? state.questions.map(each => [each.id, each.text])
    : [...speakers];
  form.elements.choice.replaceChildren(...rows.map(([value, text]) => make("option", { value, text })));
  form.querySelector(".by-choice").hidden = by === "search";
  form.querySelector(".by-words").hidden = by !== "search";
  return rows.length;
};

const wanted = () => {
  const by = form.elements.by.value;
  const value = by === "search" ? form.elements.words.value : form.elements.choice.value;
  return { by, value, where: form.elements.where.value, code };
};

const row = (each, number) =>
  make("li", {}, make("label", {},
    make("input", { type: "checkbox", checked: true, "data-number": String(number) }),
    make("span", { class: "soft", text: `${each.title}${each.speaker ? `, ${each.speaker}` : ""}: ` }),
    make("span", { text: each.text })));

const preview = async () => {
  if (!wanted().value) return;
  const answer = await ask("alles/voorbeeld", wanted());
  if (answer.problem) {
    sum.textContent = answer.problem;
    return list.replaceChildren();
  }
  found = answer;
  sum.textContent = say("found", { number: found.count, documents: found.documents, already: found.already });
  list.replaceChildren(...found.passages.map(row));
  window_.querySelector(".store").disabled = !code || found.count === found.already;
};

const store = async () => {
  const boxes = [...list.querySelectorAll("input:not(:checked)")];
  const without = boxes.map(each => found.passages[Number(each.dataset.number)]).map(each => [each.document, each.start, each.end]);
  const answer = await ask("alles", { ...wanted(), id: crypto.randomUUID(), seen: state.revision, without });
  if (answer.problem) {
    sum.textContent = answer.problem;
    return;
  }
  window_.close();
  remember(code);
  await load();
  announce(say("coded many", { number: answer.count, name: nameOf(code) }));
};

const choose = async () => {
  const [key] = await askCodes(say("code many"));
  if (!key) return;
  code = key;
  window_.querySelector(".chosen-code").textContent = nameOf(key);
  preview();
};

// Open the window; it begins with what the turn where the coder stands answers.
export const openEverywhere = () => {
  found = null;
  list.replaceChildren();
  sum.textContent = "";
  form.elements.by.value = state.questions.length ? "question" : "speaker";
  options();
  const here = state.turns[state.turn];
  const value = form.elements.by.value === "question" ? here?.question : here?.participant;
  if (value) form.elements.choice.value = value;
  window_.showModal();
  preview();
};

form.addEventListener("change", event => {
  if (event.target.name === "by") options();
  preview();
});
form.addEventListener("submit", event => {
  event.preventDefault();
  preview();
});
window_.querySelector(".choose-code").addEventListener("click", choose);
window_.querySelector(".store").addEventListener("click", store);
window_.querySelector(".close").addEventListener("click", () => window_.close());
