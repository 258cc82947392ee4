import { addressKey, parseAddress } from '../../reference/address.ts';
import { SPACES, withoutEnd, withoutStart } from '../../reference/ends.ts';
import { stripInvisible } from '../../reference/text.ts';
import type { Cell, CellLink } from '../grid.ts';
import { oneLine } from './text.ts';

/** The addresses of one cell: hyperlinks behind names, addresses as text, several of them, broken over lines. */

export interface CellAddress {
  readonly url: string;
  /** Words that name the document: the text of the hyperlink, or what stands before the address. */
  readonly label: string;
  /** The hyperlink leads elsewhere than its text says: a person should look. */
  readonly differs: string | null;
}

export interface CellAddresses {
  readonly addresses: readonly CellAddress[];
  /** Text of the cell that belongs to no address. */
  readonly rest: string;
}

const SCHEME = /(?:https?|ftp|file|javascript|data|vbscript):|(?<![\p{L}\p{N}.@/])www\./iu;
const SCHEMES = new RegExp(SCHEME.source, 'giu');
/** A document's file name ends here: what follows a break is no more part of it. */
const COMPLETE = /\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|html?|jpe?g|png|php)(?:[?#]\S*)?$/i;
const TRAILING = `${SPACES}.,;:!)]}>»”"'…`;
/** No address is longer; more words would only hold the reader up. */
const LONGEST = 8000;
/** No name of a file is longer. */
const LONGEST_FILE = 400;
const GENERIC =
  /^(?:ссылка|открыть|скачать|здесь|смотреть|см\.?|перейти|просмотр|документ|файл|link|тут|по ссылке|ссылка на документ)\.?$/iu;
const WORDS_OF_ACCESS = /^(?:логин|пароль|login|password|доступ|код)/iu;

function trimEnd(url: string): string {
  const trimmed = withoutEnd(url, TRAILING);
  // A bracket that was opened inside the address belongs to it: «…/План_(2022)».
  const cut = url.slice(trimmed.length);
  return cut.startsWith(')') && trimmed.split('(').length > trimmed.split(')').length
    ? `${trimmed})`
    : trimmed;
}

/** Whether `next` goes on with an address broken before it. `line`: broken at a line's end, else at a space. */
function continues(url: string, next: string, line: boolean, after: string): boolean {
  const bare = withoutEnd(next, TRAILING);
  if (
    bare === '' ||
    SCHEME.test(next) ||
    /^(?:\d{1,2}[.)]|[№«"(–—])/u.test(next) ||
    WORDS_OF_ACCESS.test(next)
  )
    return false;
  if (/[/_\-=&?%]$/.test(url)) return /^[^\s«»"]+$/u.test(next) && (line || /[./_\-=%\d]|[a-z]/i.test(next));
  if (COMPLETE.test(url)) return false;
  if (line) {
    if (/^[\w\-./?=&%#~+@:;,!()]+$/.test(next)) return /[\d./_\-=&%#]/.test(next) || after.trim() === '';
    return /[/_%]|\.[a-z]{2,4}\b/i.test(next);
  }
  return false;
}

interface Taken {
  readonly url: string;
  readonly rest: string;
}

/** Takes one address from the beginning of a text that starts with a scheme. */
function takeAddress(text: string): Taken {
  const first = /^\S+/.exec(text)?.[0] ?? '';
  let url = first;
  let rest = text.slice(first.length);
  for (;;) {
    const next = /^(\s+)(\S+)/.exec(rest);
    if (!next || url.length > LONGEST) break;
    const [whole, gap, word] = next as unknown as [string, string, string];
    const line = gap.includes('\n');
    const ahead = rest.slice(gap.length, gap.length + LONGEST_FILE);
    const sentence = /^[^\n]*/.exec(ahead)?.[0] ?? '';
    if (continues(url, word, line, rest.slice(whole.length))) {
      url += word;
      rest = rest.slice(whole.length);
    } else if (
      !line &&
      !COMPLETE.test(url) &&
      !/[.,;:!]$/.test(url) &&
      COMPLETE.test(sentence.trim()) &&
      !SCHEME.test(sentence)
    ) {
      // Raw spaces in a file's name: «…/Приказ № 12.pdf».
      const file =
        /^.*?\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar)(?![\p{L}\d])/iu.exec(sentence)?.[0] ?? sentence;
      url += gap + file;
      rest = rest.slice(gap.length + file.length);
    } else break;
  }
  return { url: trimEnd(url), rest };
}

function label(text: string): string {
  const line = withoutStart(oneLine(text), ' ,;.–—-').replace(/^\(?\d{1,2}[.)](?!\d)\s*/, '');
  const words = withoutEnd(line, ' :;,.(–—-');
  return GENERIC.test(words) || !/\p{L}/u.test(words) ? '' : words;
}

interface Piece {
  readonly kind: 'text' | 'link';
  readonly text: string;
  readonly target: string;
}

/** Cuts the cell at its hyperlinks; pieces of one link that a line break parted come together. */
function pieces(cell: Cell): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  const links = [...cell.links].sort((a: CellLink, b: CellLink) => a.start - b.start);
  for (const link of links) {
    if (link.start < at || /^(?:mailto|tel):|^#/i.test(link.target)) continue;
    const between = cell.text.slice(at, link.start);
    const last = out.at(-1);
    at = link.end;
    if (last?.kind === 'link' && last.target === link.target && between.trim() === '') {
      out[out.length - 1] = { ...last, text: `${last.text}${between}${link.text}` };
      continue;
    }
    if (between !== '') out.push({ kind: 'text', text: between, target: '' });
    out.push({ kind: 'link', text: link.text, target: link.target.trim() });
  }
  if (at < cell.text.length) out.push({ kind: 'text', text: cell.text.slice(at), target: '' });
  return out;
}

function sameAddress(a: string, b: string): boolean {
  const bare = (text: string): string =>
    addressKey(text)
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return bare(a) === bare(b);
}

function startsAddress(text: string): boolean {
  const start = text.trimStart();
  if (start.search(SCHEME) === 0) return true;
  return !/\s/.test(start.trimEnd()) && parseAddress(start.trimEnd()).ok;
}

/** Address of a hyperlink: its target where the text is a name, else what the text says. */
function fromLink(piece: Piece): CellAddress[] {
  const text = stripInvisible(piece.text).trim();
  if (!startsAddress(text)) return [{ url: piece.target, label: label(text), differs: null }];
  const written = fromText(text);
  if (written.addresses.length > 1) return [...written.addresses];
  const url = written.addresses[0]?.url ?? '';
  const shortened = /…|\.\.\./.test(text);
  if (shortened || url === '') return [{ url: piece.target, label: '', differs: null }];
  if (sameAddress(url, piece.target)) {
    const asTarget = /\s/.test(url) || !/^[a-z]+:/i.test(text);
    return [{ url: asTarget ? piece.target : url, label: '', differs: null }];
  }
  return [{ url, label: '', differs: piece.target }];
}

/** Addresses in plain text, each with the words before it. */
function fromText(text: string): CellAddresses {
  const addresses: CellAddress[] = [];
  const rest: string[] = [];
  let before = '';
  let left = text;
  for (;;) {
    SCHEMES.lastIndex = 0;
    const at = left.search(SCHEME);
    if (at < 0) break;
    before += left.slice(0, at);
    let end = left.length;
    SCHEMES.lastIndex = at + 4;
    // A further scheme begins a further address, unless it stands inside a path or a query (archives, redirects).
    for (let next = SCHEMES.exec(left); next; next = SCHEMES.exec(left))
      if (!/[/=:?&#]/.test(left.charAt(next.index - 1))) {
        end = next.index;
        break;
      }
    const taken = takeAddress(left.slice(at, end));
    const words = label(before);
    const isLabel = !WORDS_OF_ACCESS.test(words);
    if (words !== '' && !isLabel) rest.push(words);
    const url = /^www\./i.test(taken.url) ? `https://${taken.url}` : taken.url;
    addresses.push({ url, label: isLabel ? words : '', differs: null });
    before = taken.rest;
    left = left.slice(end);
  }
  before += left;
  if (addresses.length === 0) return bareAddresses(before);
  const last = oneLine(before).replace(/^[\s,;.)]+|^\d{1,2}[.)]$/g, '');
  if (/[\p{L}\p{N}]/u.test(last)) rest.push(last);
  return { addresses, rest: rest.join(' ') };
}

/** Lines that are addresses without a scheme: «школа5.рф/приказ.pdf». */
function bareAddresses(text: string): CellAddresses {
  const addresses: CellAddress[] = [];
  const rest: string[] = [];
  for (const word of text.split(/[\s;]+|,\s/)) {
    const bare = trimEnd(word.replace(/^(?:\d{1,2}\)|[(«"])/, ''));
    if (bare === '') continue;
    const parsed = /^[^@]+\.\p{L}{2,}(?:[/?#:]|$)/u.test(bare) ? parseAddress(bare) : null;
    if (parsed?.ok) addresses.push({ url: `https://${bare}`, label: '', differs: null });
    else rest.push(word);
  }
  if (addresses.length === 0) return { addresses, rest: oneLine(text) };
  return {
    addresses,
    rest: rest.filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^\d{1,2}[.)]?$/.test(word)).join(' '),
  };
}

/** All addresses of a cell in order, and the text that is none. */
export function cellAddresses(cell: Cell): CellAddresses {
  if (cell.links.length === 0) return fromText(stripInvisible(cell.text));
  const addresses: CellAddress[] = [];
  const rest: string[] = [];
  let before = '';
  for (const piece of pieces(cell)) {
    if (piece.kind === 'text') {
      const found = fromText(stripInvisible(piece.text));
      addresses.push(...found.addresses);
      before = '';
      if (found.rest !== '') {
        if (found.addresses.length === 0) before = found.rest;
        else rest.push(found.rest);
      }
      continue;
    }
    const [first, ...others] = fromLink(piece) as [CellAddress, ...CellAddress[]];
    const words = label(before);
    const named = first.label === '' && words !== '' && !WORDS_OF_ACCESS.test(words);
    if (words !== '' && !named) rest.push(words);
    addresses.push(named ? { ...first, label: words } : first, ...others);
    before = '';
  }
  if (label(before) !== '') rest.push(before);
  return { addresses, rest: rest.join(' ') };
}
