// What the page knows: the codings by id, everything that can be put, and where the coder is.
export const place = document.getElementById("tekst").dataset;

export const state = {
  codings: new Map(),
  suggestions: new Map(),
  disagreements: [],
  turns: [],
  codes: new Map(),
  revision: 0,
  turn: 0,
  focus: null,
  selection: null,
  recent: [],
};

const listeners = [];

// Called after each change with the ids of the codings that came, changed or went; null when all may be other.
export const whenChanged = listener => listeners.push(listener);
export const changed = ids => listeners.forEach(each => each(ids));

const byKey = list => new Map(list.map(each => [each.key, each]));
const byId = list => new Map(list.map(each => [each.id, each]));

// Everything anew, as the server has it.
export const take = fresh => {
  Object.assign(state, fresh, {
    codings: byId(fresh.codings),
    suggestions: byId(fresh.suggestions),
    codes: byKey(fresh.codes),
    groups: byKey(fresh.groups),
  });
  if (!state.codings.has(state.focus)) state.focus = null;
  changed(null);
};

// What one step changed; with `look` the coding that it made last is the one that is looked at.
export const apply = (answer, { look = false } = {}) => {
  const { added, changed: other, removed, decided } = answer;
  for (const each of [...added, ...other]) state.codings.set(each.id, each);
  for (const id of removed) state.codings.delete(id);
  for (const id of decided) state.suggestions.delete(id);
  Object.assign(state, { revision: answer.revision, undo: answer.undo, redo: answer.redo });
  if (look && added.length) state.focus = added[added.length - 1].id;
  if (!state.codings.has(state.focus)) state.focus = null;
  changed([...added, ...other].map(each => each.id).concat(removed));
};

// The name of a code; of a coding without one, that it holds facets.
export const nameOf = key => state.codes.get(key)?.name ?? key;
export const labelOf = (list, key) => state[list].find(each => each.key === key)?.label ?? key;

// The turn in which a place of the text lies, or the last one before it.
export const turnAt = at => {
  let low = 0;
  let high = state.turns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (state.turns[middle].start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};

// The codings that share a character with a span, those that begin first and reach furthest in front.
export const codingsOn = (start, end) =>
  [...state.codings.values()]
    .filter(each => each.start < end && each.end > start)
    .sort((one, other) => one.start - other.start || other.end - one.end || one.id.localeCompare(other.id));

export const own = () => [...state.codings.values()].filter(each => each.own);

// The turns that count, and whether the span of one holds a coding of one's own.
export const counted = () => {
  const spoken = state.turns.filter(each => each.start < each.end);
  const answers = spoken.filter(each => each.respondent);
  return answers.length ? answers : spoken;
};

// Those of these turns (in order) on which no coding of one's own lies.
export const uncodedOf = turns => {
  const mine = own().map(each => [each.start, each.end]).sort((one, other) => one[0] - other[0]);
  let next = 0;
  let until = -1;
  return turns.filter(turn => {
    while (next < mine.length && mine[next][0] < turn.end) {
      until = Math.max(until, mine[next][1]);
      next += 1;
    }
    return until <= turn.start;
  });
};

// The codes used last, newest first; kept between documents.
const RECENT = "draad-laatste-codes";
export const remember = key => {
  state.recent = [key, ...state.recent.filter(each => each !== key)].slice(0, 9);
  localStorage.setItem(RECENT, JSON.stringify(state.recent));
};
export const recall = () => {
  try {
    state.recent = JSON.parse(localStorage.getItem(RECENT) || "[]").filter(each => state.codes.has(each));
  } catch {
    state.recent = [];
  }
};
