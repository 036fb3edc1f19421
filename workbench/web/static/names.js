// The names of a document: the keyboard goes from name to name and decides; selected words go to the form.
"use strict";

const names = () => [...document.querySelectorAll("[data-name]")];
const here = () => document.activeElement.closest("[data-name]");

const go = step => {
  const all = names();
  const place = all.indexOf(here());
  const next = all[place < 0 ? 0 : Math.min(Math.max(place + step, 0), all.length - 1)];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
};

const isTyping = element => element.matches("input:not([type=checkbox]), select, textarea");

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else {
    const button = here() && "aru".includes(event.key) && here().querySelector(`[data-key="${event.key}"]`);
    if (!button) return;
    button.click();
  }
  event.preventDefault();
});

// After a decision the keyboard goes on to the next name that is still open, or stays where it was.
document.addEventListener("htmx:afterSettle", event => {
  const changed = document.getElementById(event.detail.elt.id);
  if (!changed || !changed.matches("[data-name]")) return;
  const all = names();
  const next = changed.matches(".is-open") ? changed : all.slice(all.indexOf(changed) + 1).find(each => each.matches(".is-open"));
  (next || changed).focus({ preventScroll: true });
  (next || changed).scrollIntoView({ block: "nearest" });
});

const text = document.getElementById("tekst");
const word = document.getElementById("woord");
if (text && word) {
  document.addEventListener("mouseup", () => {
    const selection = window.getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const chosen = selection.toString().trim();
    if (chosen && chosen.length <= word.maxLength) word.value = chosen;
  });
}

for (const hint of document.querySelectorAll("[data-needs-script]")) hint.hidden = false;
