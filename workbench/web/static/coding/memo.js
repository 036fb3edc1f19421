// A memo on a coding or on the document; what is typed is kept in the browser until it is stored.
import { say } from "./words.js";
import { place, state } from "./model.js";
import { step } from "./wire.js";
import { briefOf } from "./margin.js";

const window_ = document.getElementById("memo");
const field = window_.querySelector("textarea");
const label = window_.querySelector("input");
let about = null;

const draftOf = () => `draad-memo-${about.kind}-${about.id}`;
const list = window_.querySelector(".memos-there");

const showThere = async () => {
  list.replaceChildren();
  const answer = await fetch(`/memos/over/${about.kind}/${encodeURIComponent(about.id)}`, { headers: { "HX-Request": "true" } });
  if (answer.ok) list.innerHTML = await answer.text();
};

// Open the memo of the coding that is looked at, or of the document.
export const openMemo = () => {
  const coding = state.codings.get(state.focus);
  about = coding ? { kind: "Coding", id: coding.id } : { kind: "Document", id: place.document };
  window_.querySelector("h2").textContent = coding ? say("memo on", { name: briefOf(coding) }) : say("memo on document");
  field.value = localStorage.getItem(draftOf()) || "";
  label.value = "";
  window_.showModal();
  field.focus();
  showThere();
};

field.addEventListener("input", () => localStorage.setItem(draftOf(), field.value));
field.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) store();
});

const store = async () => {
  if (!field.value.trim()) return window_.close();
  const draft = draftOf();
  const asked = { verb: "memo", about_kind: about.kind, about_id: about.id, text: field.value, label: label.value };
  window_.close();
  if (await step(asked)) localStorage.removeItem(draft);
};

window_.querySelector(".store").addEventListener("click", store);
window_.querySelector(".close").addEventListener("click", () => window_.close());
