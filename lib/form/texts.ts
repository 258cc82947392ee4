import { announces, rankOf } from './headings.ts';
import type { Item } from './items.ts';
import { isOutside } from './items.ts';
import type { Columns } from './labels.ts';
import { each, isPause, type Steps } from './steps.ts';
import type { TextToken, Token } from './token.ts';
import { isHint, isLabelText, letters, pointsOf, words } from './words.ts';

/** Which texts of the page say something: neither labels nor hints nor numbers nor lines repeated everywhere. */
export interface Texts {
  /** By token index: the token, if it says something. */
  says(index: number): TextToken | null;
}

/** By token index: the token, while it is taken to say something. */
type Saying = (TextToken | null)[];

/** Two words that lead in items: «Проведён мониторинг:», «Установлены показатели:». */
const LEADS =
  /^(?:провед|налич|установл|выполн|принят|приня|разработ|утвержд|использ|уч[тёе]т|опис|организ|осуществл|определ|реализ|обеспеч|показател|сформир|представл|выявл|оценк|анализ|мониторинг)\p{L}* \p{L}/iu;

/** Judges every text once. `taken` are texts that are values (the expert's view). */
export function* readTexts(
  tokens: readonly Token[],
  items: readonly Item[],
  columns: Columns,
  taken: ReadonlySet<Token>,
): Steps<Texts> {
  const saying: Saying = new Array<TextToken | null>(tokens.length).fill(null);
  let places: Set<number> | null = null;
  const isItem = (index: number): boolean => {
    places ??= new Set(items.map((item) => item.at));
    return places.has(index);
  };
  yield* each(tokens, (token) => {
    if (token.kind !== 'text' || taken.has(token) || isOutside(token)) return;
    if (letters(token.text, 4) < 4 || isLabelText(token.text)) return;
    if (token.cell && columns.isHead(token.cell)) return;
    if (announces(token.text) || pointsOf(token.text) !== null || isHint(token.text)) return;
    if (inHiddenInline(token) || (token.label && namesOther(token, tokens, isItem))) return;
    // «Изменить:», «Сейчас:» — a label of something, unless it names a level.
    if (
      /:$/.test(token.text) &&
      words(token.text) <= 2 &&
      rankOf(token.text) === null &&
      !LEADS.test(token.text)
    )
      return;
    saying[token.index] = token;
  });
  yield;
  yield* dropRepeated(items, saying, columns);
  return { says: (index) => saying[index] ?? null };
}

/** The label of a field that is none of the form's: «На странице [10]». */
function namesOther(token: TextToken, tokens: readonly Token[], isItem: (index: number) => boolean): boolean {
  const next = tokens[token.index + 1];
  if (next?.kind !== 'field' || isItem(next.index)) return false;
  return next.label === token.label || token.label?.getAttribute('for') === (next.element.id || null);
}

/** Hidden texts beside shown fields are tooltips and messages. */
function inHiddenInline(token: TextToken): boolean {
  return token.hidden !== null && token.hidden.end - token.hidden.start <= 1;
}

/** How often and where one text stands between fields. */
interface Repeats {
  count: number;
  /** Between a link and its own comment. */
  inside: number;
  /** Alone in a gap, and in the gap before as well. */
  aloneAgain: number;
  /** In two gaps one after the other. */
  again: number;
  /** Beside a text that is no heading. */
  beside: number;
}

/**
 * Lines that stand again and again between fields, always the same, are hints of the page. A position's text may come
 * back in another track, but then with other headings and no plain text beside it.
 */
function* dropRepeated(items: readonly Item[], saying: Saying, columns: Columns): Steps<void> {
  const content = items.filter((item) => item.role === 'url' || item.role === 'comment');
  const firstRole = content[0]?.role;
  const repeats = new Map<string, Repeats>();
  let before: ReadonlyMap<string, TextToken> = new Map();
  for (let i = 1; i < content.length; i++) {
    if (isPause(i)) yield;
    let now: Map<string, TextToken> | null = null;
    for (let t = (content[i - 1] as Item).end + 1; t < (content[i] as Item).at; t++) {
      const token = saying[t];
      if (!token) continue;
      const key = token.text;
      now ??= new Map();
      now.set(key, token);
    }
    if (!now) continue;
    const plain = [...now].filter(([, token]) => isPlain(token)).map(([key]) => key);
    for (const key of now.keys()) {
      let entry = repeats.get(key);
      if (!entry) {
        entry = { count: 0, inside: 0, aloneAgain: 0, again: 0, beside: 0 };
        repeats.set(key, entry);
      }
      entry.count++;
      const back = before.has(key);
      if ((content[i] as Item).role !== firstRole && (content[i - 1] as Item).role === firstRole)
        entry.inside++;
      if (back) entry.again++;
      if (back && now.size === 1) entry.aloneAgain++;
      if (plain.some((other) => other !== key)) entry.beside++;
    }
    before = now;
  }
  const repeated = new Set<string>();
  for (const [key, r] of repeats)
    if (
      r.count >= 3 &&
      (r.inside >= 0.6 * r.count || (r.again >= 2 && (r.aloneAgain >= 1 || r.beside >= 0.6 * r.count)))
    )
      repeated.add(key);
  if (repeated.size === 0) return;
  for (const token of saying) {
    if (!token || rankOf(token.text) !== null || /[:›»>]\s*$|›|→/.test(token.text)) continue;
    if (!repeated.has(token.text)) continue;
    // A column of tracks or components says the same in row after row.
    if (token.cell && columns.above(token.cell).some((text) => announces(text) !== null)) continue;
    saying[token.index] = null;
  }
}

/** A text nothing marks as a heading. */
function isPlain(token: TextToken): boolean {
  return token.level === 0 && !token.bold && rankOf(token.text) === null && (token.cell?.columns ?? 1) === 1;
}
