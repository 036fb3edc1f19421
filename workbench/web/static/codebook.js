// The codebook: what is typed leaves only the codes that hold it.
"use strict";

const field = document.getElementById("codezoek");
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

field?.addEventListener("input", () => {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  for (const group of document.querySelectorAll(".code-group")) {
    let shown = 0;
    for (const code of group.querySelectorAll(".code")) {
      code.hidden = !words.every(each => plain(code.textContent).includes(each));
      shown += Number(!code.hidden);
    }
    group.hidden = words.length > 0 && shown === 0;
  }
});
field?.form.addEventListener("submit", event => event.preventDefault());
