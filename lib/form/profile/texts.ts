import type { PositionWay, TextWay } from '../../model/profile.ts';
import { cleanText } from '../clean.ts';
import { rankOf } from '../headings.ts';
import { isOutside } from '../items.ts';
import type { TextToken, Token } from '../token.ts';
import { isLabelText, letters } from '../words.ts';
import { chainOf } from './marks.ts';

/** So much must speak for a text before it is taken for a position's: tag chain and one more way. */
const ENOUGH = 2.5;

/** So much where the text's own words speak against it: every way has to agree. */
const SURE = 4.25;

/** How a pointed text can be found again. */
export function textWay(token: TextToken): TextWay {
  return {
    chain: chainOf(token.element),
    level: token.level,
    bold: token.bold,
    dress: dressOf(token),
    column: token.cell?.column ?? null,
    numbered: cleanText(token).number !== null,
    sample: token.text.slice(0, 500),
  };
}

/** Class of a text's element without counters. */
function dressOf(token: TextToken): string {
  return (token.element.getAttribute('class') ?? '').replace(/\d+/g, '#').trim().slice(0, 300);
}

/** Classes that texts of the page have now; one that a profile knows and the page no longer has says nothing. */
export function dresses(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.flatMap((token) => (token.kind === 'text' ? [dressOf(token)] : [])));
}

/** How many ways agree that a text is what was pointed at; below 0 some way speaks against it. */
export function textScore(way: TextWay, token: TextToken, worn: ReadonlySet<string>): number {
  const chain = chainOf(token.element);
  if (chain[0] !== way.chain[0]) return -1;
  let score = 1 + (chain[1] === way.chain[1] ? 0.5 : -0.5) + (chain[2] === way.chain[2] ? 0.5 : -0.5);
  const column = token.cell?.column ?? null;
  if ((column === null) !== (way.column === null)) return -1;
  if (column !== null) score += column === way.column ? 1.5 : -2;
  score += token.level === way.level ? 0.5 : -1.5;
  if (way.dress !== '' && worn.has(way.dress)) score += dressOf(token) === way.dress ? 0.75 : -0.75;
  score += token.bold === way.bold ? 0.25 : -0.75;
  if (cleanText(token).number !== null) score += way.numbered ? 0.5 : 0;
  else if (way.numbered) score -= 0.5;
  return score - headingPenalty(way, token);
}

/** A text that reads like a level («Принятие мер …») where the one shown does not. */
function headingPenalty(way: TextWay, token: TextToken): number {
  return rankOf(token.text) !== null && rankOf(way.sample) === null ? 2 : 0;
}

/** A text that may be a position's, and how surely. */
export interface TextHit {
  readonly token: TextToken;
  readonly way: PositionWay;
  readonly score: number;
}

/** Texts like those pointed at, in page order. `says` leaves out labels and hints that stand at every position. */
export function likeTexts(
  ways: readonly PositionWay[],
  tokens: readonly Token[],
  says: (index: number) => boolean,
): TextHit[] {
  const samples = new Set(ways.map((way) => way.sample));
  const worn = dresses(tokens);
  const talking = new Set(tokens.flatMap((token) => (token.cell && says(token.index) ? [token.cell] : [])));
  const heads = ways.some((way) => way.chain.includes('th'));
  const hits: TextHit[] = [];
  for (const token of tokens) {
    if (token.kind !== 'text' || isOutside(token)) continue;
    const shown = samples.has(token.text.slice(0, 500));
    const worded = letters(token.text, 4) >= 4 && !isLabelText(token.text);
    const plain = worded && says(token.index);
    // «Сроки» reads like a hint; alone in its cell, where every way agrees, it is what was shown.
    const head = token.cell?.header === true && !heads;
    const alone = worded && token.cell !== null && !head && !talking.has(token.cell);
    if (!shown && !plain && !alone) continue;
    const least = shown || plain ? 0 : SURE;
    let best: TextHit | null = null;
    for (const way of ways) {
      const score = textScore(way, token, worn);
      // It loses to a text that stands nearer or reads better; alone before its fields it is a position's.
      const placed = score + headingPenalty(way, token);
      if (placed >= Math.max(least, need(way)) && (!best || score > best.score)) best = { token, way, score };
    }
    if (best) hits.push(best);
  }
  return hits;
}

/** Outside a table nothing but tags and dress can speak for a text. */
function need(way: TextWay): number {
  return way.column === null ? ENOUGH - 0.25 : ENOUGH;
}
