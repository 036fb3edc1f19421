// The words of the page, in the language of the visitor; the page brings them along.
const texts = JSON.parse(document.getElementById("woorden").textContent);

// A sentence with its {places} filled in.
export const say = (key, values = {}) =>
  (texts[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

// A new element with a class, a text and attributes.
export const make = (name, { text, ...attributes } = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
};

// Said to people who listen to the page.
export const announce = sentence => {
  document.getElementById("aankondiging").textContent = sentence;
};
