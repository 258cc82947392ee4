import type { CommentParts } from '../model/comment.ts';
import { parsePages } from './pages.ts';

/** The small grammar under `comment.ts`: quoted values, labels, credentials. */

/** A labelled value in a comment: `[from, end)` covers label and value. */
export interface Found {
  readonly part: 'login' | 'password' | 'access' | 'name' | 'explanation';
  readonly value: string;
  readonly from: number;
  readonly end: number;
}

/** «value» with every inner » doubled: read back character by character. */
export function quoted(value: string): string {
  return `«${value.replaceAll('»', '»»')}»`;
}

/** Reads a quoted value that begins at `at`; null when no « stands there or it is never closed. */
function readQuoted(text: string, at: number): { value: string; end: number } | null {
  if (text[at] !== '«') return null;
  let value = '';
  for (let from = at + 1; ; ) {
    const close = text.indexOf('»', from);
    if (close < 0) return null;
    value += text.slice(from, close);
    if (text[close + 1] !== '»') return { value, end: close + 1 };
    value += '»';
    from = close + 2;
  }
}

const PAGES = /с\.\u00a0\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*/y;
const PIECES = [
  ['name', 'Документ: '],
  ['pages', ''],
  ['login', 'логин: '],
  ['password', 'пароль: '],
  ['access', 'доступ: '],
  ['explanation', 'Пояснение: '],
] as const;

/** Reads a comment in which every part is labelled and quoted; null when the text is anything else. */
export function strictParse(text: string): CommentParts | null {
  if (!text.includes(': «')) return null;
  const out = { name: '', login: '', password: '', access: '', explanation: '' };
  let pages: CommentParts['pages'] = [];
  let at = 0;
  for (const [part, label] of PIECES) {
    const gap = at === 0 ? 0 : /^(?:, |; |\. )/.test(text.slice(at, at + 2)) ? 2 : -1;
    if (gap < 0) break;
    const from = at + gap;
    if (part === 'pages') {
      PAGES.lastIndex = from;
      const found = PAGES.exec(text);
      if (!found) continue;
      pages = parsePages(found[0]).pages;
      at = from + found[0].length;
      continue;
    }
    if (!text.startsWith(`${label}«`, from)) continue;
    const read = readQuoted(text, from + label.length);
    if (!read) return null;
    out[part] = read.value;
    at = read.end;
  }
  return at === text.length && at > 0 ? { ...out, pages } : null;
}

const KEY =
  /(?<![\p{L}\p{N}])(?:(логин|login|имя пользователя|учетная запись|учётная запись|пользователь)|(пароль|password|код доступа|pass|pwd)|(доступ))(?:\s{0,2}(?:для (?:входа|просмотра|доступа|открытия)|к (?:документу|архиву|файлу|сайту)))?(?:\s{0,3}(?:[:=]|\s[–—-](?=\s))\s{0,3}|\s{1,3}(?=[«"\da-z!@#$%^&*]))/giu;

/** A plain login or password: up to white space, without the comma or full stop that ends the clause. */
function readPlain(text: string, at: number): { value: string; end: number } {
  const run = /^\S{1,500}/.exec(text.slice(at, at + 500))?.[0] ?? '';
  const next = run.search(/[,;/](?=(?:логин|пароль|login|pass(?:word)?|доступ)\s?[:=–—-])/i);
  let value = next > 0 ? run.slice(0, next) : run;
  if (/^[^([]*[)\]][.,;]?$/.test(value)) value = value.replace(/[)\]][.,;]?$/, '');
  else if (next <= 0) value = value.replace(/[.,;]$/, '');
  return { value, end: at + value.length };
}

/** Words on access: to the end of the sentence. */
function readSentence(text: string, at: number): { value: string; end: number } {
  const rest = text.slice(at, at + 1000);
  const stop = rest.search(/[.;](?=\s)|\.$|\n/);
  const value = (stop < 0 ? rest : rest.slice(0, stop)).trimEnd();
  return { value, end: at + value.length };
}

/** Login, password and words on access, the first of each, in the order they stand. */
export function findCredentials(text: string): readonly Found[] {
  const found: Found[] = [];
  let last = 0;
  for (const match of text.matchAll(KEY)) {
    const part = match[1] ? 'login' : match[2] ? 'password' : 'access';
    if (match.index < last || found.some((one) => one.part === part)) continue;
    const at = match.index + match[0].length;
    const read = readQuoted(text, at) ?? (part === 'access' ? readSentence(text, at) : readPlain(text, at));
    if (read.value === '') continue;
    found.push({ part, value: read.value, from: match.index, end: read.end });
    last = read.end;
  }
  return found;
}

const LABELS = {
  name: /(?:^|(?<=[.;,\s]))(?:документ|наименование(?: документа)?|название(?: документа)?): /iu,
  explanation: /(?:^|(?<=[.;,\s]))(?:пояснение|комментарий): /iu,
};

/** «Документ: …» up to the pages or credentials after it, or «Пояснение: …» up to the end of the comment. */
export function findLabelled(
  text: string,
  part: 'name' | 'explanation',
  keys: readonly Found[],
): Found | null {
  const label = LABELS[part].exec(text.slice(0, 5000));
  if (!label || keys.some((one) => one.from <= label.index && label.index < one.end)) return null;
  const at = label.index + label[0].length;
  const read = readQuoted(text, at);
  if (read) return { part, value: read.value, from: label.index, end: read.end };
  let end = text.length;
  for (const one of keys) if (one.from >= at) end = Math.min(end, one.from);
  const next = LABELS[part === 'name' ? 'explanation' : 'name'].exec(text.slice(at, end));
  if (next) end = at + next.index;
  if (part === 'name') {
    const pages = parsePages(text.slice(at, end)).spans[0];
    if (pages) end = at + pages[0];
  }
  const value = text.slice(at, end).replace(part === 'name' ? /[\s,;.(—–-]{1,20}$/ : /\s{1,20}$/, '');
  return value === '' ? null : { part, value, from: label.index, end: at + value.length };
}
