import { headingKey } from '../reference/identity.ts';
import type { Chosen } from './choose.ts';
import { cleanText, headingText } from './clean.ts';
import { contentsIn } from './contents.ts';
import type { Group } from './groups.ts';
import { announces, cleanHeading, headingRank, isTitle, type Rank, rankOf } from './headings.ts';
import { isChosenValue } from './landmarks.ts';
import { memo } from './memo.ts';
import { type Entry, push } from './outline.ts';
import type { Steps } from './steps.ts';
import { type Cell, commonDepth, rangeEnd, type TextToken, type Token } from './token.ts';
import { keyOf, words } from './words.ts';

/** Headings and lead-in above a position. */
export interface Above {
  readonly path: readonly string[];
  /** «Наличие муниципальных показателей:» — joins the text of each item below it. */
  readonly stem: string | null;
  /** Whether the first heading is an h1 that says nothing of the domain: the page's title, where a panel tells the direction. */
  readonly titled: boolean;
}

interface Stem {
  readonly text: string;
  readonly end: number;
  /** Items begin in lower case; one that does not is no item. null until the first item. */
  lower: boolean | null;
}

/** What stands between the steps of a trail. */
const STEP = /\s*[→›»⟩▸►⇒]\s+|\s+(?:[/>|\\]|->)\s+/u;

const RANK_OF_ROLE = { section: 0, direction: 1, track: 2, component: 3 } as const;

/** Follows headings through the page and says for each group what stands above it. */
export function* readPaths(
  groups: readonly Group[],
  chosen: ReadonlyMap<Group, Chosen>,
  tokens: readonly Token[],
  known: ReadonlySet<string>,
): Steps<Map<Group, Above>> {
  const result = new Map<Group, Above>();
  const fields = groups.flatMap((g) => g.items.map((item) => item.at)).sort((a, b) => a - b);
  const signs = repeatedSigns(groups, chosen);
  let stack: Entry[] = [];
  let stem: Stem | null = null;
  for (const [run, group] of groups.entries()) {
    if ((run & 7) === 7) yield;
    const pick = chosen.get(group);
    if (!pick) continue;
    const at = pick.token.index;
    const cellTexts = group.cell && group.column ? group.column.texts(group.cell) : [];
    const beside = group.cell && group.column ? group.column.beside(group.cell) : [];
    const skip = new Set<TextToken>([...cellTexts, ...beside]);
    const above = group.leading.filter((t) => !skip.has(t) && (group.cell ? true : t.index < at));
    const contents = contentsIn(above, tokens, group.items[0]?.at ?? 0);
    for (const token of above) {
      if (contents.has(token)) continue;
      stack = stack.filter((entry) => token.index < entry.end || isDeeper(token, entry));
      const rank = rankAt(token, tokens);
      if (isStem(token, rank)) {
        stem = { text: stemText(token), end: scopeOf(token, tokens, fields).end, lower: null };
        continue;
      }
      if (!isHeading(token, rank, run, signs, known) && !isBetween(token, above, stack, run, tokens))
        continue;
      const { scope, end } = scopeOf(token, tokens, fields);
      const sign = signOf(token);
      // A framework's box around h3 and its first h4 does not end the h3: by the outline it goes on.
      stack = stack.map((e) => (e.end < end && isDeeper(token, e) ? { ...e, end } : e));
      const steps = stepsOf(headingText(token));
      for (const [i, text] of steps.entries())
        stack = push(stack, {
          text,
          rank: (steps.length === 1 ? rank : null) ?? headingRank(cleanHead(text)),
          level: token.level,
          sign: i === 0 ? sign : `${sign}/${i}`,
          scope,
          end,
          target: token.target,
          grid: token.cell && isGroupRow(token.cell) ? token.cell.grid : null,
          run,
        });
      stem = null;
    }
    const start = group.items[0]?.at ?? 0;
    // Headings drawn inside the box of their first item go on for its neighbours that have none.
    if (run > 0 && stack.every((entry) => entry.run < run))
      stack = stack.map((e) =>
        e.level > 0 && e.level < 7 && e.end <= start && !e.target && e.sign.startsWith('h')
          ? { ...e, end: start + 1 }
          : e,
      );
    stack = stack.filter((entry) =>
      group.items.some(
        (item) => item.at < entry.end && (!entry.target || entry.target.contains(item.element)),
      ),
    );
    if (stem && !group.items.some((item) => item.at < (stem as Stem).end)) stem = null;
    const path = stack.map((entry) => entry.text);
    let own: string | null = null;
    const lead = cellTexts.filter((t) => t.index < at && isStem(t, rankAt(t, tokens)));
    for (const token of beside) {
      if (isStem(token, rankAt(token, tokens))) own = stemText(token);
      else path.push(headingText(token));
    }
    if (lead.length > 0) {
      own = stemText(lead.at(-1) as TextToken);
      stem = { text: own, end: group.to, lower: null };
      const cell = group.cell;
      if (cell)
        stem = {
          text: own,
          end: Number.POSITIVE_INFINITY,
          lower: /^\p{Ll}/u.test(cleanText(pick.token).text),
        };
    } else if (stem && !own) {
      const lower = /^[\p{Ll}–—-]/u.test(cleanText(pick.token).text);
      if (stem.lower === null) stem.lower = lower;
      if (stem.lower && !lower) stem = null;
      else own = stem.text;
    }
    const top = stack[0];
    const kept = pruneOnce(path);
    const titled = top?.level === 1 && top.rank === null && kept[0] === cleanHeading(top.text);
    result.set(group, { path: kept, stem: own, titled });
  }
  return result;
}

/** Whether a heading's box does not end another above it: a real heading (h1–h6) of a lower level, or a row of its table. */
function isDeeper(token: TextToken, entry: Entry): boolean {
  if (entry.level > 0 && token.level > entry.level && token.level < 7) return true;
  // Group rows of one table go on over its row groups.
  return entry.grid !== null && token.cell?.grid === entry.grid && isGroupRow(token.cell);
}

/** A cell (nearly) as wide as its table. */
function isGroupRow(cell: Cell): boolean {
  return cell.columns > 1 && cell.columns >= cell.grid.columns - 1;
}

function rankAt(token: TextToken, tokens: readonly Token[]): Rank {
  const before = tokens[token.index - 1];
  const role = before?.kind === 'text' ? announces(before.text) : null;
  if (role && role !== 'position') return RANK_OF_ROLE[role];
  return rankOf(cleanHead(token.text));
}

function cleanHead(text: string): string {
  return text.replace(/^[^\p{L}\d]+/u, '');
}

/** «1.3. Система … → трек → компонент» in one line: its levels; any other heading is one. */
function stepsOf(text: string): readonly string[] {
  if (!STEP.test(text)) return [text];
  const steps = text.split(STEP).filter((step) => step !== '');
  const told = headingRank(cleanHead(steps[0] ?? '')) === 1 || rankOf(cleanHead(steps.at(-1) ?? '')) === 3;
  return steps.length > 1 && steps.length < 6 && told ? steps : [text];
}

function stemText(token: TextToken): string {
  return cleanText(token).text;
}

/** A line that ends with a colon and is no label of a level: the items below go on with it. */
function isStem(token: TextToken, rank: Rank): boolean {
  return /:$/.test(stemText(token)) && words(token.text) >= 2 && (rank === null || rank === 3);
}

function signOf(token: TextToken): string {
  const { cell } = token;
  // A group row is one kind of heading, however its text is dressed.
  if (cell && isGroupRow(cell)) return `row/${cell.element.className}`;
  return `${token.element.localName}/${token.element.className}/${token.level}`;
}

/** Places of texts above positions other than the first: a plain `div` there is a heading, not a greeting. */
function repeatedSigns(groups: readonly Group[], chosen: ReadonlyMap<Group, Chosen>): Set<string> {
  const count = new Map<string, number>();
  groups.forEach((group, i) => {
    const at = chosen.get(group)?.token.index ?? 0;
    const here = new Set(group.leading.filter((token) => token.index < at).map(signOf));
    for (const sign of here) count.set(sign, (count.get(sign) ?? 0) + (i > 0 ? 2 : 1));
  });
  return new Set([...count].filter(([, n]) => n >= 3).map(([sign]) => sign));
}

function isHeading(
  token: TextToken,
  rank: Rank,
  run: number,
  signs: ReadonlySet<string>,
  known: ReadonlySet<string>,
): boolean {
  if (known.has(headingKey(cleanHeading(token.text)))) return true;
  if (rank !== null) return !token.link || token.level > 0;
  if (token.level > 0) return true;
  const { cell } = token;
  if (cell && isGroupRow(cell)) return true;
  if (token.bold || token.element.localName === 'dt') return true;
  if (token.link || /[.!?]$/.test(token.text) || words(token.text) > 25) return false;
  if (isChosenValue(token.element)) return false;
  return (run > 0 || signs.has(signOf(token))) && signs.has(signOf(token));
}

/** A short text between headings that say what they are, such as a track's name between direction and component. */
function isBetween(
  token: TextToken,
  above: readonly TextToken[],
  stack: readonly Entry[],
  run: number,
  tokens: readonly Token[],
): boolean {
  if (token.link || /[.!?]$/.test(token.text) || words(token.text) > 25 || words(token.text) < 2)
    return false;
  if (isTitle(token.text) || isChosenValue(token.element)) return false;
  const last = stack.at(-1);
  if (last?.run === run && last.rank !== null && last.rank < 2) return true;
  const next = above[above.indexOf(token) + 1];
  return (
    next !== undefined &&
    rankAt(next, tokens) === 3 &&
    next.up >= token.depth - 1 &&
    next.depth === token.depth
  );
}

/** The largest box around a heading that holds no field; the heading rules over what stands beside that box. */
function scopeOf(
  token: TextToken,
  tokens: readonly Token[],
  fields: readonly number[],
): { scope: number; end: number } {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((fields[mid] as number) < token.index) low = mid + 1;
    else high = mid;
  }
  const before = fields[low - 1];
  const after = fields[low];
  const scope = Math.max(
    before === undefined ? 0 : commonDepth(tokens, before, token.index),
    after === undefined ? 0 : commonDepth(tokens, token.index, after),
  );
  return { scope, end: rangeEnd(tokens, token.index, scope) };
}

const keyOfHeading = memo(headingKey);

let last: { raw: readonly string[]; path: string[] } = { raw: [], path: [] };

/** Neighbours stand under the same headings. */
function pruneOnce(path: readonly string[]): string[] {
  const { raw } = last;
  if (path.length !== raw.length || path.some((text, i) => text !== raw[i]))
    last = { raw: path, path: prune(path) };
  return last.path;
}

/** Heading texts without the page's title, without kind words and counts, each once. */
export function prune(path: readonly string[]): string[] {
  const raw = path.map((text) => ({
    text: cleanHeading(text),
    rank: headingRank(cleanHead(text)),
    title: isTitle(text),
  }));
  const from = raw.findIndex((entry) => entry.rank === 0 || entry.rank === 1);
  const list = from > 0 ? raw.slice(from) : raw;
  const out: string[] = [];
  for (const { text, title } of list) {
    if (text === '' || title || !/\p{L}/u.test(text)) continue;
    const key = keyOfHeading(text);
    if (out.some((known) => keyOfHeading(known) === key || (key !== '' && keyOf(known).endsWith(key))))
      continue;
    out.push(text);
  }
  return out;
}
