import { oneLine } from './text.ts';

/** Several names, pages or comments in one cell, and how they keep step with the links beside them. */

const MARK = /^\s*(?:[-–—•·▪◦*●○‣]\s+|\(?\d{1,2}[.)](?!\d)\s*)/u;

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Items numbered 1, 2, 3 … in order, on lines of their own or in one line; [] when the text is not numbered so. */
export function numberedItems(text: string): string[] {
  const items: string[] = [];
  const starts = /(^|[\s;,])\(?(\d{1,2})([.)])(?!\d)\s*/g;
  let from = -1;
  let mark = '';
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    if (Number(found[2]) !== items.length + (from < 0 ? 1 : 2) || (mark !== '' && found[3] !== mark))
      continue;
    if (from < 0 && text.slice(0, found.index).trim() !== '') return [];
    if (from >= 0) items.push(text.slice(from, found.index + (found[1] as string).length));
    from = found.index + found[0].length;
    mark = found[3] as string;
  }
  if (from < 0) return [];
  items.push(text.slice(from));
  return items.length < 2 ? [] : items.map((item) => oneLine(item).replace(/[;,]$/, ''));
}

/** Lines, where one that begins with a small letter goes on with the line before. */
function wrappedLines(text: string): string[] {
  const items: string[] = [];
  for (const line of lines(text)) {
    const last = items.length - 1;
    if (last >= 0 && /^\p{Ll}/u.test(line)) items[last] += `\n${line}`;
    else items.push(line);
  }
  return items;
}

const clean = (items: readonly string[]): string[] =>
  items.map((item) => oneLine(item.replace(MARK, '')).replace(/;$/, ''));

/** Exactly `count` parts of a cell, or null when it cannot be cut into so many. */
export function partsOf(text: string, count: number): string[] | null {
  const numbered = numberedItems(text);
  if (numbered.length === count) return numbered;
  for (const items of [lines(text), wrappedLines(text), text.split(';').filter((part) => part.trim() !== '')])
    if (items.length === count) return clean(items);
  return null;
}

/** How many lines a cell has that all look like pages: «с. 3–5», «12», «стр. 7, 9». */
export function pageLines(text: string): number {
  const all = lines(text);
  return all.every((line) =>
    /^(?:\d{1,2}\)\s*)?(?:с\.|стр\.?|страницы?|л\.)?\s*\d[\d\s,–—-]*\.?;?$/iu.test(line),
  )
    ? all.length
    : 0;
}
