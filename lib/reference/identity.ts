import { textKey } from './text.ts';

/** 53-bit hash of a string (cyrb53-like mixing), as base 36. Not for security: for keys that stay equal. */
export function hash(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x27d4eb2f);
    b = Math.imul(b ^ code, 0x165667b1);
  }
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b ^ (b >>> 13), 0x297a2d39);
  b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d) ^ Math.imul(a ^ (a >>> 13), 0x297a2d39);
  return (0x200000 * (b >>> 11) + (a >>> 11)).toString(36);
}

/** Leading number of a heading or a position: «1.1.», «2.3.4)», «I.». */
const LEADING_NUMBER = /^\s*(?:\d+(?:\.\d+)*[.)]?|[IVX]+[.)])\s*/;

/** Key of a heading: its words without number and without «Направление», «Трек:», «Компонент». */
export function headingKey(heading: string): string {
  return textKey(heading.replace(LEADING_NUMBER, '')).replace(/^(?:направление|трек|компонент)(?: |$)/, '');
}

/** Headings of the path asked for last: positions side by side share one. */
let recent: { path: readonly string[]; key: string } = { path: [], key: '' };

function pathKey(path: readonly string[]): string {
  const known = recent.path;
  if (path.length !== known.length || path.some((text, i) => text !== known[i]))
    recent = { path: [...path], key: path.map(headingKey).join('|') };
  return recent.key;
}

/**
 * Identity of a position by meaning: same headings and text give the same id on every page, layout and day.
 * `ordinal` tells apart equal texts under equal headings (0 for the first).
 */
export function positionId(path: readonly string[], text: string, ordinal = 0): string {
  const key = `${pathKey(path)}#${textKey(text)}`;
  return ordinal === 0 ? hash(key) : `${hash(key)}-${ordinal + 1}`;
}

/** Id of a row: its position and its place in it. */
export function rowId(position: string, index: number): string {
  return `${position}#${index}`;
}

/** The position a row's id was made of. */
export function positionOfRow(row: string): string {
  return row.slice(0, row.lastIndexOf('#'));
}
