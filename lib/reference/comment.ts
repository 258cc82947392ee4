import type { CommentParts } from '../model/comment.ts';
import { type Found, findCredentials, findLabelled, quoted, strictParse } from './comment-grammar.ts';
import { SPACES, withoutEnd } from './ends.ts';
import { formatPages, type PageRange, parsePages } from './pages.ts';
import { collapse } from './text.ts';

/**
 * Comments to documents: one fixed readable form («Приказ УО от 15.03.2022 № 123-од, с. 3–5, 12; логин: …, пароль: ….
 * Раздел 2 — цели и задачи»), and the reading of it and of what people write freely.
 *
 * For every x: parse(compose(x)) = normalised(x). Where plain writing would be read differently, a part gets its label
 * («Документ: …», «Пояснение: …») or quotation marks («…», inner » doubled); `composeComment` reads its own work to find out.
 */

const EMPTY: CommentParts = { name: '', pages: [], login: '', password: '', access: '', explanation: '' };
/** Longer comments are composed with every part quoted and not tried otherwise. */
const LONG = 5000;

/**
 * What composing keeps of the parts: white space collapsed and invisible characters gone in name, access and explanation;
 * login and password character by character; pages as given.
 */
export function normalisedParts(parts: CommentParts): CommentParts {
  return {
    name: collapse(parts.name),
    pages: parts.pages.map(([a, b]) => [a, b] as const),
    login: parts.login,
    password: parts.password,
    access: collapse(parts.access),
    explanation: collapse(parts.explanation),
  };
}

function same(a: CommentParts, b: CommentParts): boolean {
  return (
    a.name === b.name &&
    a.login === b.login &&
    a.password === b.password &&
    a.access === b.access &&
    a.explanation === b.explanation &&
    a.pages.length === b.pages.length &&
    a.pages.every(([from, to], i) => b.pages[i]?.[0] === from && b.pages[i]?.[1] === to)
  );
}

type Style = 'plain' | 'label' | 'quoted';

function write(parts: CommentParts, style: Record<'name' | 'explanation' | 'secret', Style>): string {
  const styled = (value: string, label: string, how: Style): string =>
    how === 'plain' ? value : how === 'label' ? `${label}: ${value}` : `${label}: ${quoted(value)}`;
  const secret = (value: string): string => (style.secret === 'quoted' ? quoted(value) : value);
  const head: string[] = [];
  if (parts.name !== '') head.push(styled(parts.name, 'Документ', style.name));
  if (parts.pages.length > 0) head.push(formatPages(parts.pages));
  const keys: string[] = [];
  if (parts.login !== '') keys.push(`логин: ${secret(parts.login)}`);
  if (parts.password !== '') keys.push(`пароль: ${secret(parts.password)}`);
  if (parts.access !== '') keys.push(`доступ: ${secret(parts.access)}`);
  const start = [head.join(', '), keys.join(', ')].filter((part) => part !== '').join('; ');
  if (parts.explanation === '') return start;
  const tail = styled(parts.explanation, 'Пояснение', style.explanation);
  return start === '' ? tail : `${start}. ${tail}`;
}

const STYLES: readonly Record<'name' | 'explanation' | 'secret', Style>[] = (
  ['plain', 'quoted'] as const
).flatMap((secret) =>
  (
    [
      ['plain', 'plain'],
      ['label', 'plain'],
      ['plain', 'label'],
      ['label', 'label'],
      ['quoted', 'plain'],
      ['plain', 'quoted'],
      ['quoted', 'label'],
    ] as const
  ).map(([name, explanation]) => ({ name, explanation, secret })),
);

/** Writes a comment from its parts; '' when all are empty. */
export function composeComment(parts: CommentParts): string {
  const wanted = normalisedParts(parts);
  const all: Record<'name' | 'explanation' | 'secret', Style> = {
    name: 'quoted',
    explanation: 'quoted',
    secret: 'quoted',
  };
  const strict = write(wanted, all);
  if (strict.length > LONG) return strict;
  for (const style of STYLES) {
    const text = write(wanted, style);
    if (same(parseComment(text), wanted)) return text;
  }
  return strict;
}

/** Words a document's name begins with, and signs of one anywhere in it. */
const NAMES_DOCUMENT =
  /^(?:«|"|об? утвержд|приказ|распоряж|постановл|положени|порядок|регламент|программ|план(?:\s|$)|дорожн|отч[её]т|справк|аналит|анализ|мониторинг|письм|протокол|перечень|концепц|методическ|рекомендац|решени|соглашени|договор|показател|паспорт|стратеги|муниципальн|региональн|доклад|информаци|график|список|сводн|таблиц|реестр|модел|устав|закон|материал)/iu;
const HAS_NUMBER = /№\s?\d|\d{1,2}\.\d{2}\.\d{2,4}|\d{4}\s?г/u;
/** A head that ends so tells where to look, it names nothing: «Цели представлены на». */
const LEADS_TO_PAGES =
  /(?:^|\s)(?:на|см\.?|смотреть?|стр|со|указан\p{L}*|представлен\p{L}*|отражен\p{L}*)$/iu;

function trimHead(text: string): string {
  return collapse(text)
    .replace(/^[\s,;:.)\]]+/, '')
    .replace(/[\s,;:([—–-]{1,20}$/, '');
}

function trimTail(text: string): string {
  return collapse(text).replace(/^[\s,;:.)\]—–-]{1,20}/, '');
}

/** Takes any comment apart, composed or free. Nothing is lost: what is not understood is explanation. Never throws. */
export function parseComment(text: string): CommentParts {
  const strict = strictParse(text);
  if (strict) return strict;
  const keys = findCredentials(text);
  const name = findLabelled(text, 'name', keys);
  const explanation = findLabelled(text, 'explanation', keys);
  const taken: Found[] = [...keys, ...(name ? [name] : []), ...(explanation ? [explanation] : [])];
  const blank = blanked(text, taken);
  const { pages, spans } = parsePages(blank);
  const marks = [...taken.map((one) => [one.from, one.end] as const), ...spans].sort((a, b) => a[0] - b[0]);
  const value = (part: Found['part']): string => keys.find((one) => one.part === part)?.value ?? '';
  const found = {
    ...EMPTY,
    pages,
    login: value('login'),
    password: value('password'),
    access: value('access'),
  };
  const first = marks[0]?.[0] ?? text.length;
  const head = trimHead(text.slice(0, first));
  const rest: string[] = [];
  for (const [i, mark] of marks.entries()) {
    const piece = text.slice(mark[1], marks[i + 1]?.[0] ?? text.length);
    const words = i === marks.length - 1 ? trimTail(piece) : trimHead(piece);
    if (/[\p{L}\p{N}]/u.test(words) && !/^(?:и|на)$/i.test(words)) rest.push(words);
  }
  const isName =
    head !== '' &&
    !name &&
    (NAMES_DOCUMENT.test(head) || HAS_NUMBER.test(head) || (marks.length > 0 && !LEADS_TO_PAGES.test(head)));
  const tail = isName || head === '' ? rest : [marks.length > 0 ? head : collapse(text), ...rest];
  return {
    ...found,
    name: name?.value ?? (isName ? head : ''),
    explanation: [explanation?.value ?? '', ...tail].filter((part) => part !== '').join('. '),
  };
}

/** The text with the given spans replaced by spaces, so that a password «с. 5» is not taken for pages. */
function blanked(text: string, spans: readonly { from: number; end: number }[]): string {
  let out = text;
  for (const { from, end } of spans) out = `${out.slice(0, from)}${'\n'.repeat(end - from)}${out.slice(end)}`;
  return out;
}

/** Where pages stand in a comment, outside login and password: for links to pages and for changing them in place. */
export function pageSpans(comment: string): readonly (readonly [number, number])[] {
  return parsePages(blanked(comment, findCredentials(comment))).spans;
}

/** Text without the comma, or the «и», that led to what was cut behind it. */
function withoutJoint(text: string): string {
  const bare = withoutEnd(text, SPACES);
  const head = bare !== text && /[\s,;]и$/u.test(bare.slice(-2)) ? bare.slice(0, -1) : text;
  return withoutEnd(head, `${SPACES},;`);
}

/** The comment with other pages; the rest of what a person wrote stays as it is. No pages: their mention goes. */
export function withPages(comment: string, pages: readonly PageRange[]): string {
  const text = formatPages(pages);
  const spans = pageSpans(comment);
  const [first, ...others] = spans;
  if (first) {
    let out = comment;
    for (const [from, to] of [...others].reverse()) out = withoutJoint(out.slice(0, from)) + out.slice(to);
    return `${out.slice(0, first[0])}${text}${out.slice(first[1])}`.trim();
  }
  if (text === '') return comment;
  if (comment.trim() === '') return text;
  const at = Math.min(...findCredentials(comment).map((one) => one.from), comment.length);
  const parts = parseComment(comment);
  if (at === comment.length && parts.name === '') return composeComment({ ...parts, pages });
  const head = withoutEnd(comment.slice(0, at), `${SPACES},;.`);
  const tail = comment.slice(at);
  return `${head === '' ? '' : `${head}, `}${text}${tail === '' ? '' : `; ${tail}`}`;
}

/** The comment with the document's name: replaced where one stands, else put in front. */
export function withName(comment: string, name: string): string {
  const clean = collapse(name);
  const parts = parseComment(comment);
  const at = parts.name === '' ? -1 : comment.indexOf(parts.name);
  if (at >= 0) return comment.slice(0, at) + clean + comment.slice(at + parts.name.length);
  if (clean === '') return comment;
  return composeComment({ ...parts, name: clean });
}
