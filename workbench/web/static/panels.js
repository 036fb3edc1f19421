// Panels: what a click opens in place can be closed again, and the keyboard follows.
"use strict";

const openers = new WeakMap();

const shut = panel => {
  const opener = openers.get(panel);
  panel.replaceChildren();
  openers.delete(panel);
  if (opener) opener.setAttribute("aria-expanded", "false");
  return opener;
};

document.addEventListener("htmx:beforeRequest", event => {
  const link = event.detail.elt;
  const panel = event.detail.target;
  if (!link.matches("[data-opens]") || openers.get(panel) !== link) return;
  event.preventDefault();
  shut(panel);
});

document.addEventListener("htmx:afterSwap", event => {
  const panel = event.detail.target;
  if (!panel.matches(".panel")) return;
  const link = event.detail.requestConfig.elt;
  if (link.matches("[data-opens]")) {
    const before = openers.get(panel);
    if (before && before !== link) before.setAttribute("aria-expanded", "false");
    openers.set(panel, link);
    link.setAttribute("aria-expanded", "true");
  }
  const head = panel.querySelector("[data-focus]");
  if (head) head.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
});

document.addEventListener("click", event => {
  const button = event.target.closest("[data-close]");
  if (!button) return;
  const opener = shut(button.closest(".panel"));
  if (opener) opener.focus();
});

document.addEventListener("keydown", event => {
  const panel = event.key === "Escape" && event.target.closest(".panel");
  if (!panel) return;
  const opener = shut(panel);
  if (opener) opener.focus();
});

for (const link of document.querySelectorAll("[data-opens]")) {
  link.setAttribute("aria-expanded", "false");
}
