import { textKey } from '../reference/text.ts';
import { cleanString, cleanText } from './clean.ts';
import type { Group } from './groups.ts';
import { announces, isTitle, rankOf } from './headings.ts';
import { each, type Steps } from './steps.ts';
import type { TextToken, Token } from './token.ts';
import type { Evidence } from './types.ts';
import { words } from './words.ts';

/** Which text of a group is the position's, and why. */
export interface Chosen {
  readonly token: TextToken;
  /** Lines of the same text that were broken apart (`<br>`). */
  readonly more: readonly TextToken[];
  /** Share of groups that have a text in such a place. */
  readonly share: number;
  readonly evidence: readonly Evidence[];
}

/** Texts of one kind of place. */
interface Slot {
  readonly key: string;
  readonly groups: Set<Group>;
  readonly texts: Set<string>;
  count: number;
}

interface Candidate {
  readonly token: TextToken;
  readonly score: number;
  readonly share: number;
  readonly slot: Slot;
}

/** Where a text stands, in words that are the same for the like text of another position. */
function slot(token: TextToken, group: Group): string {
  const first = group.items[0]?.at ?? 0;
  const side = group.cell ? 'cell' : token.index < first ? 'before' : 'behind';
  const boxed = token.index >= group.from && token.index < group.to;
  return `${side}/${boxed}/${token.level}/${token.element.localName}/${token.element.className}/${token.cell?.column ?? '-'}`;
}

function candidates(group: Group): readonly TextToken[] {
  if (group.cell && group.column) return group.column.texts(group.cell);
  return [...group.leading, ...group.trailing];
}

/** Chooses each group's text: the place that (nearly) every group has, whose texts differ and say most. */
export function* chooseTexts(
  groups: readonly Group[],
  tokens: readonly Token[],
  known: ReadonlySet<string>,
): Steps<Map<Group, Chosen>> {
  const slots = new Map<string, Slot>();
  const lists = groups.map(candidates);
  const placesOf = (group: Group, g: number): readonly Slot[] =>
    (lists[g] as readonly TextToken[]).map((token) => {
      const key = slot(token, group);
      let entry = slots.get(key);
      if (!entry) {
        entry = { key, groups: new Set(), texts: new Set(), count: 0 };
        slots.set(key, entry);
      }
      entry.groups.add(group);
      entry.count++;
      entry.texts.add(token.text);
      return entry;
    });
  const places: (readonly Slot[])[] = [];
  yield* each(groups, (group, g) => {
    places.push(placesOf(group, g));
  });
  const chosen = new Map<Group, Chosen>();
  const choose = (group: Group, g: number): void => {
    const list = lists[g] as readonly TextToken[];
    const entries = places[g] as readonly Slot[];
    const most = entries.reduce((max, entry) => Math.max(max, entry.groups.size), 0);
    // Texts that every position has: the first is the position's, a description follows it.
    const common =
      groups.length > 2
        ? list.filter((token, i) => (entries[i]?.groups.size ?? 0) >= 0.8 * most && !rankOf(token.text))
        : [];
    let best: Candidate | null = null;
    list.forEach((token, i) => {
      const entry = entries[i];
      if (!entry) return;
      const share = entry.groups.size / groups.length;
      const distinct = entry.texts.size / entry.count;
      const score = own(token, i, list, group, tokens, known, common.indexOf(token)) + 2 * share + distinct;
      if (!best || score > best.score) best = { token, score, share, slot: entry };
    });
    const winner = best as Candidate | null;
    if (!winner) return;
    const more = continuation(winner.token, list);
    chosen.set(group, {
      token: winner.token,
      more,
      share: winner.share,
      get evidence() {
        return evidenceOf(winner, known);
      },
    });
  };
  for (const [g, group] of groups.entries()) {
    if ((g & 7) === 7) yield;
    choose(group, g);
  }
  return chosen;
}

function evidenceOf({ token, share, slot: { key } }: Candidate, known: ReadonlySet<string>): Evidence[] {
  const { text, number } = cleanText(token);
  const evidence: Evidence[] = [{ part: 'text', kind: 'place', seen: key, weight: round(0.2 * share) }];
  if (number) evidence.push({ part: 'text', kind: 'numbering', seen: number, weight: 0.1 });
  if (known.size > 0 && known.has(textKey(text)))
    evidence.push({ part: 'text', kind: 'known-text', seen: text.slice(0, 80), weight: 0.4 });
  return evidence;
}

function own(
  token: TextToken,
  i: number,
  list: readonly TextToken[],
  group: Group,
  tokens: readonly Token[],
  known: ReadonlySet<string>,
  order: number,
): number {
  let score = 0;
  const behind = !group.cell && token.index > (group.items[0]?.at ?? 0);
  const boxed = token.index >= group.from && token.index < group.to;
  const leading = group.leading.length;
  if (group.cell) score -= 0.2 * i;
  else if (behind) score -= 1.2 + 0.2 * (i - leading);
  else if (order >= 0) score -= 0.15 * order;
  else score -= (boxed ? 0.15 : 0.25) * (leading - 1 - i);
  if (boxed && !behind) score += 0.6;
  const before = tokens[token.index - 1];
  const announced = before?.kind === 'text' ? announces(before.text) : null;
  // «Критерий оценивания» below the position announces how it is judged.
  const judged = announced === 'position' && i > 0 && /^критери/i.test(textKey((before as TextToken).text));
  if (judged) score -= 1;
  else if (announced === 'position') score += 2;
  else if (announced) score -= 3;
  const rank = rankOf(token.text);
  if (rank !== null) score -= rank === 3 ? 1.5 : 3;
  // Between a direction and a component stands a track.
  const next = list[i + 1];
  if (next && rankOf(next.text) === 3 && !behind && !group.cell) score -= 1.5;
  if (isTitle(token.text) || token.level === 1) score -= 0.7;
  const clean = cleanText(token);
  if (known.size > 0 && known.has(textKey(clean.text))) score += 3;
  if (clean.number?.includes('.') && rank === null) score += 0.3;
  if (before?.kind === 'text' && /^\s*\d+(?:\.\d+)+\.?\s*$/.test(before.text)) score += 0.6;
  if (clean.points !== null && rank === null) score += 0.3;
  const n = words(clean.text);
  if (n >= 4) score += 0.5;
  if (n > 60) score -= 1;
  if (/:$/.test(clean.text) && list[i + 1] && !(list[i + 1] as TextToken).aside) score -= 1.2;
  return score;
}

/** Lines below that go on in lower case, broken from the first only by `<br>` or a paragraph. */
export function continuation(token: TextToken, list: readonly TextToken[]): TextToken[] {
  const more: TextToken[] = [];
  let end = token.index;
  for (const next of list.slice(list.indexOf(token) + 1)) {
    if (next.index !== end + 1 || !next.brokenBefore || next.up < token.depth) break;
    if (!/^[\p{Ll}(]/u.test(next.text) || /^[а-я]\)/.test(next.text)) break;
    more.push(next);
    end = next.index;
  }
  return more;
}

/** The chosen text, cleaned and joined. */
export function textOf(chosen: Chosen): ReturnType<typeof cleanText> {
  const head = cleanText(chosen.token);
  if (chosen.more.length === 0) return head;
  return {
    ...cleanString([head.text, ...chosen.more.map((t) => t.text)].join(' '), head.points),
    number: head.number,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
