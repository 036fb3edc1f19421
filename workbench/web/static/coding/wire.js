// The wire: steps go to the server one after the other; what could not go yet waits in the browser, also over a reload.
import { announce, say } from "./words.js";
import { apply, place, state, take } from "./model.js";

const WAITING = `draad-wacht-${place.document}`;
const AGAIN = 3000;
const SLOW = 400;
const sign = document.getElementById("bewaard");
let waiting = read();
let busy = false;
let timer = null;

function read() {
  try {
    return JSON.parse(localStorage.getItem(WAITING) || "[]");
  } catch {
    return [];
  }
}

const keep = () => {
  if (waiting.length) localStorage.setItem(WAITING, JSON.stringify(waiting));
  else localStorage.removeItem(WAITING);
};

const show = (kind, text) => {
  if (sign.dataset.kind !== kind) sign.dataset.kind = kind;
  if (sign.textContent !== text) sign.textContent = text;
};

// A sentence in the place where it says whether all is saved, and for who listens.
export const tell = sentence => {
  show("told", sentence);
  announce(sentence);
};

const showRest = () => show("saved", say("saved"));

// What is waiting to be stored; shown as pending until the server has it.
export const pending = () => waiting.filter(each => each.body.verb === "code");

// Ask for a step: {verb, …}, or an undoing. Answers what changed, or null when it was refused or has to wait.
export const step = (body, path = "stap") =>
  new Promise(done => {
    waiting.push({ path, body: { id: crypto.randomUUID(), digest: place.digest, ...body }, done });
    keep();
    sign.dataset.waiting = String(waiting.length);
    send();
  });

const post = async (path, body) => {
  const answer = await fetch(`/codeer/${place.document}/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, values: await answer.json() };
};

// Ask something at once, outside the row of steps; answers the values, or {problem} with a sentence.
export const ask = async (path, body) => {
  try {
    return (await post(path, body)).values;
  } catch {
    return { problem: say("no connection") };
  }
};

const refuse = async ({ status, values }) => {
  const sentence = values.problem || say("not understood");
  show("refused", sentence);
  announce(sentence);
  if (status === 409) await load();
};

async function send() {
  if (busy) return;
  busy = true;
  // Only what takes long says so: a sign that blinks at every key is in the way.
  const slow = setTimeout(() => show("busy", say("saving")), SLOW);
  while (waiting.length) {
    const first = waiting[0];
    let answer;
    try {
      answer = await post(first.path, { ...first.body, seen: state.revision });
      if (answer.status >= 500) throw new Error("later");
    } catch {
      show("waiting", say("waiting", { number: waiting.length }));
      clearTimeout(timer);
      timer = setTimeout(send, AGAIN);
      break;
    }
    waiting.shift();
    keep();
    sign.dataset.waiting = String(waiting.length);
    if (answer.status === 200) {
      apply(answer.values, { look: first.body.verb === "code" && Boolean(first.done) });
      if (!waiting.length) showRest();
      first.done?.(answer.values);
    } else {
      await refuse(answer);
      first.done?.(null);
    }
  }
  clearTimeout(slow);
  busy = false;
}

// Everything as the server has it now.
export const load = async () => {
  const answer = await fetch(`/codeer/${place.document}/stand`, { headers: { Accept: "application/json" } });
  const values = await answer.json();
  if (answer.ok) {
    if (values.digest !== place.digest) location.reload();
    take(values);
  } else show("refused", values.problem);
};

export const start = async () => {
  await load();
  if (waiting.length) send();
  else showRest();
};

window.addEventListener("online", send);
window.addEventListener("beforeunload", event => {
  if (busy) event.preventDefault();
});
