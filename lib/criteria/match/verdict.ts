import { compare, type Differences } from './compare.ts';
import { compareLetters } from './letters.ts';
import { isFunctionWord, isTurningWord, type Words } from './words.ts';

/**
 * `same`: one text, however badly typed. `prefix`: the seen text is the known one cut short.
 * `near`: alike, but some word says otherwise (near-duplicate, or another year's wording). `other`: neither.
 */
export type VerdictKind = 'same' | 'prefix' | 'near' | 'other';

export interface Verdict {
  readonly kind: VerdictKind;
  /** 0…1, for ranking among candidates. */
  readonly score: number;
}

const OTHER: Verdict = { kind: 'other', score: 0 };

/**
 * Whether a word's edits are typing errors, given the edits in the rest of the text. One word far from its
 * counterpart in an otherwise clean text is another word; in a text full of errors it may be one of them.
 */
function believable(edits: number, length: number, elsewhere: number): boolean {
  if (length <= 2) return false;
  if (edits <= 1) return true;
  if (edits === 2) return length >= 6 || elsewhere >= 2;
  if (edits === 3) return length >= 11 || (length >= 7 && elsewhere >= 1) || (length >= 6 && elsewhere >= 3);
  return edits <= length / 2 && length >= 8 && elsewhere >= 3;
}

function doubtfulTypos(typos: Differences['typos']): number {
  const all = typos.reduce((sum, [edits]) => sum + edits, 0);
  return typos.filter(([edits, length]) => !believable(edits, length, all - edits)).length;
}

const weightOf = (word: string): number => (isTurningWord(word) ? 1 : isFunctionWord(word) ? 0 : 1);

/**
 * Compares a seen text with a known one, word by word, and says what they are to each other.
 * `isWord`: says that a word is rightly spelled (the vocabulary of the pack).
 */
export function judge(seen: Words, known: Words, isWord: (word: string) => boolean = () => false): Verdict {
  if (seen.list.length === 0 || known.list.length === 0) return OTHER;
  if (seen.key === known.key) return { kind: 'same', score: 1 };
  return decide(seen, known, compare(seen, known, isWord));
}

/**
 * The same letter by letter: dearer, but spaces lost, moved or mistyped do no harm. For texts that `judge` did not
 * recognise although their words are right.
 */
export function judgeLetters(seen: Words, known: Words, isWord: (word: string) => boolean): Verdict {
  const differences = compareLetters(seen, known, isWord);
  if (!differences) return OTHER;
  const verdict = decide(seen, known, differences);
  // Few letters differ, but not in the way of typing errors: worth asking, not worth trusting.
  return verdict.kind === 'other' ? { kind: 'near', score: 0.5 } : verdict;
}

function decide(seen: Words, known: Words, d: Differences): Verdict {
  const unlike =
    d.missing.reduce((sum, word) => sum + weightOf(word), 0) +
    d.extra.reduce((sum, word) => sum + weightOf(word), 0) +
    d.swapped.reduce((sum, [a, b]) => sum + Math.max(weightOf(a), weightOf(b)), 0) +
    doubtfulTypos(d.typos);
  const small = d.missing.length + d.extra.length + d.swapped.length;
  const edits = d.typos.reduce((sum, [n]) => sum + n, 0) + d.endings * 0.5 + d.abbreviated * 0.5 + small;
  const length = Math.max(1, known.key.length - d.rest);
  const closeness = Math.max(0, 1 - edits / length);
  const cut = d.restWords > 0 || d.partial;
  if (unlike > 0) {
    const words = Math.min(seen.list.length, known.list.length);
    if (unlike > 2 || words < 3 || unlike / words > 0.34 || cut) return OTHER;
    return { kind: 'near', score: closeness * (1 - unlike / words) };
  }
  // Errors everywhere: no text is that bad by mistake.
  if (edits / length > 0.25) return { kind: 'near', score: closeness * 0.5 };
  if (!cut) return { kind: 'same', score: closeness };
  return cutVerdict(seen, known, d, closeness);
}

/** A text that ends early: cut, or a shorter position of its own? */
function cutVerdict(seen: Words, known: Words, d: Differences, closeness: number): Verdict {
  const covered = (known.key.length - d.rest) / known.key.length;
  const visiblyCut = seen.broken || d.partial;
  const onlyFunctionWords =
    !d.partial && known.list.slice(-d.restWords).every((word) => weightOf(word) === 0);
  if (onlyFunctionWords) return { kind: 'same', score: closeness * 0.98 };
  const score = closeness * (0.7 + 0.25 * covered);
  if (seen.list.length < 2 || seen.key.length < 10 || covered < 0.2)
    return { kind: 'near', score: score * 0.5 };
  // «… обучающихся» beside «… обучающихся с ОВЗ»: whole words missing at the very end look like another position.
  if (!visiblyCut && covered > 0.8) return { kind: 'near', score };
  return { kind: 'prefix', score };
}
