// The coding page: what is chosen, what is done with it, and what is drawn after each change.
import { announce, say } from "./words.js";
import { counted, nameOf, recall, remember, state, turnAt, uncodedOf, whenChanged } from "./model.js";
import { draw, openText, redraw, rangeOf, text, tidy } from "./text.js";
import { drawMargin, openMargin, sayFocus } from "./margin.js";
import { goToNext, goToTurn, goToUncoded, hereWhole, nextCoding, stepWord } from "./moving.js";
import { askCodes } from "./palette.js";
import { change, cycle, drawDetails } from "./details.js";
import { drawCodes, openCodes } from "./codelist.js";
import { openEnds } from "./ends.js";
import { openEverywhere } from "./everywhere.js";
import { openKeys, showKeys } from "./keys.js";
import { openMemo } from "./memo.js";
import { ask, load, start, step, tell } from "./wire.js";

const byId = id => document.getElementById(id);
let proposal = null;

const select = span => {
  const before = state.focus;
  state.selection = span;
  state.focus = null;
  if (span) goToTurn(turnAt(span.start), { quietly: true });
  if (before) redraw();
  sayFocus();
  drawDetails();
};

// Look at a coding: its words light up and the panel says what it is.
const look = id => {
  if (id?.startsWith("voorstel-")) return;
  state.focus = state.codings.has(id) ? id : null;
  state.selection = null;
  const coding = state.codings.get(state.focus);
  if (coding) goToTurn(turnAt(coding.start), { quietly: true });
  redraw();
  sayFocus();
  drawDetails();
};

// Put codes on what is selected, else on the whole turn; then look at what was made.
const put = async keys => {
  if (!keys.length) return;
  const span = state.selection || hereWhole();
  if (!span || span.start >= span.end) return announce(say("nothing selected"));
  keys.forEach(remember);
  tidy();
  state.selection = null;
  const answer = await step({ verb: "code", spans: [[span.start, span.end]], codes: keys });
  if (!answer) return;
  announce(answer.added.length ? say("coded", { names: keys.map(nameOf).join(", ") }) : say("there already"));
};

const facetByPalette = async (name, list) => {
  const coding = state.codings.get(state.focus);
  if (!coding?.own) return;
  cycle(name, list);
};

const remove = () => {
  const coding = state.codings.get(state.focus);
  if (coding?.own) step({ verb: "remove", codings: [coding.id] });
};

const decide = verb => {
  if (proposal && state.suggestions.has(proposal.id)) step({ verb, suggestions: [proposal.id] });
  proposal = null;
  drawProposal();
};

const drawProposal = () => {
  const bar = byId("voorstel");
  bar.hidden = !proposal;
  if (proposal) bar.querySelector(".name").textContent = `${nameOf(proposal.code)} (${Math.round(proposal.score * 100)}%)`;
};

const goToProposal = () => {
  proposal = goToNext(state.suggestions.values(), say("no suggestions"));
  drawProposal();
  if (proposal) announce(say("suggested", { name: nameOf(proposal.code) }));
};

const doing = {
  turn: by => {
    tidy();
    state.selection = null;
    goToTurn(state.turn + by);
    drawDetails();
  },
  word: (direction, extend, by) => {
    const span = stepWord(direction, { extend, by });
    if (span) {
      state.selection = span;
      state.focus = null;
      drawDetails();
    }
  },
  coding: direction => {
    const next = nextCoding(direction);
    if (next) {
      look(next.id);
      rangeOf(next.start, next.end).startContainer.parentElement.closest(".talk").scrollIntoView({ block: "nearest" });
    }
  },
  uncoded: goToUncoded,
  suggestion: goToProposal,
  disagreement: () => goToNext(state.disagreements, say("no disagreements")),
  suggest: async () => {
    announce(say("saving"));
    const answer = await ask("voorstellen", {});
    if (answer.problem) return tell(answer.problem);
    await load();
    tell(say("suggestions made", { number: answer.count }));
  },
  palette: async () => put(await askCodes(say(state.selection ? "code selection" : "code turn"))),
  repeat: () => state.recent.length && put([state.recent[0]]),
  whole: () => select(hereWhole()),
  everywhere: openEverywhere,
  put,
  accept: () => decide("accept"),
  reject: () => decide("reject"),
  phase: () => facetByPalette("phase", "phases"),
  actor: () => facetByPalette("actor", "actors"),
  valence: () => cycle("valence", "valences"),
  kind: () => cycle("kind", "kinds"),
  ends: openEnds,
  memo: openMemo,
  remove,
  undo: () => step({}, "ongedaan"),
  redo: () => step({}, "opnieuw"),
  recode: async () => {
    const [key] = await askCodes(say("other code"));
    if (key) change({ code: key });
  },
  leave: () => {
    tidy();
    proposal = null;
    drawProposal();
    select(null);
  },
  help: showKeys,
};

const drawBar = () => {
  const turns = counted();
  const of = turns.length;
  const coded = of - uncodedOf(turns).length;
  byId("voortgang").max = of || 1;
  byId("voortgang").value = coded;
  byId("voortgang-woorden").textContent = say("progress", { coded, of });
  for (const [id, what] of [["ongedaan", state.undo], ["opnieuw", state.redo]]) {
    byId(id).disabled = !what;
    byId(id).title = what ? `${byId(id).dataset.name}: ${what.what}` : byId(id).dataset.name;
  }
  byId("blind").hidden = !state.blind;
  byId("voorstellen").hidden = !state.suggestions.size;
  byId("verschillen").hidden = !state.disagreements.length;
};

const begin = async () => {
  openText({ chosen: select, pressed: look });
  openMargin({ pressed: look });
  openCodes(put);
  openKeys(doing);
  let first = true;
  whenChanged(ids => {
    if (first) recall();
    draw(ids);
    drawMargin(ids);
    drawDetails();
    drawBar();
    if (first) drawCodes();
    first = false;
  });
  document.addEventListener("click", event => {
    const name = event.target.closest("[data-do]")?.dataset.do;
    if (name) doing[name]();
  });
  text.addEventListener("focusin", event => {
    const turn = event.target.closest(".talk");
    const number = turn ? state.turns.findIndex(each => String(each.start) === turn.dataset.from) : -1;
    if (number >= 0 && number !== state.turn) goToTurn(number, { quietly: true });
  });
  await start();
  const asked = new URLSearchParams(location.search);
  const wanted = state.codings.get(asked.get("passage"));
  goToTurn(wanted ? turnAt(wanted.start) : state.turns.findIndex(each => String(each.ordinal) === asked.get("t")), { quietly: !wanted });
  if (wanted) look(wanted.id);
  text.dataset.ready = "ja";
  performance.mark("bruikbaar");
  requestAnimationFrame(() => setTimeout(() => performance.mark("getekend")));
};

begin();
