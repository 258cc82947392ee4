/**
 * Cutting the ends of texts in one pass. A pattern like `[…]+$` tries every place of a long run anew, which takes
 * seconds on a hostile cell.
 */

/** Text without the characters of `chars` at its end. */
export function withoutEnd(text: string, chars: string): string {
  let to = text.length;
  while (to > 0 && chars.includes(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}

/** Text without the characters of `chars` at its beginning. */
export function withoutStart(text: string, chars: string): string {
  let from = 0;
  while (from < text.length && chars.includes(text.charAt(from))) from++;
  return text.slice(from);
}

/** Text without what `pattern` (ending in `$`) finds among its last `reach` characters. */
export function withoutTail(text: string, pattern: RegExp, reach = 80): string {
  const at = Math.max(0, text.length - reach);
  return text.slice(0, at) + text.slice(at).replace(pattern, '');
}

/** White space as `\s` knows it, for the lists above. */
export const SPACES =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
