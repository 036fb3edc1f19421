// Files to bring in: dropped on the form or chosen, as a list from which each can be taken out again; and the
// cards of files, which are shown anew when something is chosen in them.
"use strict";

// What is typed is sent by the button: a card that came back while somebody goes on typing would take the words away.
document.addEventListener("change", event => {
  if (event.target.matches(".overrule input:not([type=checkbox]), .overrule textarea")) event.stopPropagation();
}, true);

const receiveFiles = form => {
  const input = form.querySelector("input[type=file]");
  const chosen = form.querySelector("[data-chosen]");
  const readable = input.accept.split(",");

  const sizeWords = bytes => {
    const unit = bytes < 1024 * 1024 ? ["kB", 1024] : ["MB", 1024 * 1024];
    return `${Math.max(1, Math.round(bytes / unit[1]))} ${unit[0]}`;
  };

  const put = files => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    input.files = all.files;
    tell();
  };

  const tell = () => {
    const files = [...input.files];
    chosen.replaceChildren();
    if (!files.length) return;
    const head = document.createElement("p");
    head.textContent = files.length === 1 ? chosen.dataset.one : chosen.dataset.many.replace("{number}", files.length);
    const list = document.createElement("ul");
    for (const [place, file] of files.entries()) {
      const line = document.createElement("li");
      const name = document.createElement("span");
      const size = document.createElement("span");
      const out = document.createElement("button");
      name.textContent = file.name;
      size.textContent = sizeWords(file.size);
      size.className = "soft";
      out.type = "button";
      out.textContent = "×";
      out.setAttribute("aria-label", chosen.dataset.takeOut.replace("{file}", file.name));
      out.addEventListener("click", () => put(files.filter((_, other) => other !== place)));
      line.append(name, size, out);
      list.append(line);
    }
    chosen.append(head, list);
  };

  // A folder that is dropped gives the files in it that can be read, also those in folders inside it.
  const filesIn = async entry => {
    if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) break;
      for (const each of some) found.push(...await filesIn(each));
    }
    return found.filter(file => readable.some(suffix => file.name.toLowerCase().endsWith(suffix)));
  };

  const isSame = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

  const drop = async event => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(Boolean);
    const before = [...input.files];
    const dropped = entries.length ? (await Promise.all(entries.map(filesIn))).flat() : [...event.dataTransfer.files];
    put([...before, ...dropped.filter(file => !before.some(other => isSame(file, other)))]);
  };

  form.querySelector("[data-drop-call]").hidden = false;
  input.addEventListener("change", tell);
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, event => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", event => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", drop);
  tell();
};

document.querySelectorAll("[data-drop]").forEach(receiveFiles);
