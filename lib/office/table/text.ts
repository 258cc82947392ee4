import { withoutEnd, withoutTail } from '../../reference/ends.ts';
import { collapse } from '../../reference/text.ts';

/** Cleaning of headings and positions: numbers, badges and labels are no part of their text. */

/** Lines of a cell as one text; a word cut by a hyphen at the line's end keeps the hyphen and loses the gap. */
export function oneLine(text: string): string {
  return collapse(text.replace(/(\p{L})-[ \t]*\n[ \t]*(?=\p{Ll})/gu, '$1-'));
}

/** Letters and digits only, small: headers broken over lines or by hyphens become equal. */
export function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}№]/gu, '');
}

const NUMBER = /^(?:№\s*|п\.\s*)?(\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)])(?=\s|[^\d\s.,)])\s*/u;
const BULLET = /^(?:[-–—•·▪◦*●○‣](?=\s|\p{L})\s*|[а-яa-z]\)\s*)/u;
/** «(2 балла)», «[макс. 3 балла]» at the end. */
const BADGE = /\s*[([]?\s*(?:макс\S*\s*)?\d+(?:[.,]\d+)?\s*балл(?:а|ов)?\.?\s*[)\]]?\s*$/iu;

const withoutStars = (text: string): string => (text.endsWith('*') ? withoutEnd(text, '* ') : text);

/** The number a text begins with, without its last dot («1.1.2»), or ''. */
export function leadingNumber(text: string): string {
  return NUMBER.exec(collapse(text))?.[1]?.replace(/[.)]$/, '') ?? '';
}

/** A position's text alone: no number, bullet, points badge or asterisk. */
export function positionText(text: string): string {
  const bare = withoutStars(oneLine(text).replace(NUMBER, '').replace(BULLET, ''));
  const clean = withoutStars(withoutTail(bare, BADGE));
  // «Наличие показателей: – по оценке …» in one cell: the bullet between lead-in and item goes as well.
  return clean === '' ? oneLine(text) : clean.replace(/:\s+[-–—•·*]\s+/u, ': ');
}

const LABEL =
  /^(?:направление|трек|компонент(?:\s+управленческого\s+цикла)?|раздел|механизм)(?=[\s:.№\d«"—–-])\s*(?:№\s*)?[:.—–-]?\s*/iu;

/** A heading without «Направление:», «Трек», counts «(7)» and quotes around the whole; its number stays. */
export function headingText(text: string): string {
  const line = withoutTail(withoutTail(oneLine(text), /\s*\(\d{1,4}\)$/), BADGE);
  const bare = line.replace(LABEL, '').replace(/:$/, '');
  const unquoted = /^[«"“]([^«»"“”]+)[»"”]$/.exec(bare)?.[1] ?? bare;
  return unquoted === '' ? line : unquoted;
}
