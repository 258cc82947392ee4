import { isSession, isTracking } from './address-pairs.ts';
import { SPACES, withoutEnd, withoutStart } from './ends.ts';
import { collapse, stripInvisible } from './text.ts';

export { redactedAddress, withoutSession, withoutTracking } from './address-pairs.ts';

/**
 * Addresses as people type and paste them: what is wrong with one, and the one key by which two are the same.
 * Runs on keystrokes: one pass over the text and one `URL`, nothing longer than `LONGEST` is looked at.
 */

/** Longer texts are no addresses: browsers and servers stop near 2,000–8,000 characters. */
const LONGEST = 8000;

/** Can be mended without asking: the address below all of them is `clean`. */
export type AddressNote = 'invisible' | 'no-scheme' | 'space' | 'punctuation';

/** Why a text is no web address. */
export type AddressProblem =
  | 'empty'
  | 'too-long'
  | 'two-addresses'
  | 'script' // javascript:, data:, vbscript:, blob:
  | 'file' // file:, C:\…, \\server\…
  | 'not-web' // mailto:, tel:, ftp: …
  | 'relative' // a path without a host
  | 'words-around' // an address among words: `addressIn` gives it
  | 'words'; // no address at all

export type ParsedAddress =
  | {
      readonly ok: true;
      /** The address as it should be typed: no invisible characters, spaces as %20, with a scheme. */
      readonly clean: string;
      readonly url: URL;
      readonly notes: readonly AddressNote[];
    }
  | { readonly ok: false; readonly problem: AddressProblem };

const OPENERS = ' <(«"„“[\'';
const CLOSERS = ' .,;:!>»"”“]\'';
const SCHEME = /^([a-z][a-z0-9+.-]*):(?!\d)/i;
/** Ends of file names that must not be taken for top-level domains. */
const FILE_END = /^(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|html?|jpe?g|png|txt|csv|php)$/i;
const HOST = /^(?:[^\s/?#@:]+@)?((?:[\p{L}\p{N}_-]{1,63}\.)+([\p{L}\d-]{2,18}))\.?(?::\d{1,5})?(?=[/?#]|$)/u;

/** True when a text without a scheme begins with a host («school5.ru/doc»), not with a file's name or a word. */
function beginsWithHost(text: string): boolean {
  const found = HOST.exec(text.slice(0, 300));
  const top = found?.[2] ?? '';
  if (/^\d+$/.test(top)) return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(found?.[1] ?? '');
  return top !== '' && !FILE_END.test(top) && (/^xn--/i.test(top) || /^\p{L}{2,10}$/u.test(top));
}

/**
 * Place where a second address begins, or -1. One that stands in a path or a query (archives, redirects) is no second one,
 * nor is the only one after some words.
 */
function secondAddress(text: string): number {
  const next = /https?:\/\/|(?<=[\s,;])www\./gi;
  let seen = false;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (found.index > 0 && /[/=:?&#]/.test(text.charAt(found.index - 1))) continue;
    if (seen || /[\p{L}\d]\.\p{L}{2}/u.test(text.slice(0, Math.min(found.index, 300)))) return found.index;
    seen = true;
  }
  return -1;
}

/** The addresses that stand glued or listed in one text; a single address gives itself. */
export function splitAddresses(text: string): string[] {
  const out: string[] = [];
  let rest = stripInvisible(text.slice(0, LONGEST)).trim();
  for (let at = secondAddress(rest); at > 0; at = secondAddress(rest)) {
    out.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...out, rest]
    .map((part) => withoutEnd(withoutStart(part, `${SPACES},;`), `${SPACES},;`))
    .filter((part) => part !== '');
}

/** Without the quotes, brackets and full stops around it. Loops, because `[…]+$` is quadratic on hostile texts. */
function unwrapped(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && OPENERS.includes(text.charAt(from))) from++;
  while (to > from && CLOSERS.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** An address that stands among words («Приказ https://…/a.pdf, с. 3»); '' when there is none. */
export function addressIn(text: string): string {
  return unwrapped(/https?:\/\/\S+/i.exec(stripInvisible(text.slice(0, LONGEST)))?.[0] ?? '');
}

/** True for an address after words, or before them: what stands before the first space is then a whole file's address. */
function hasWordsAround(text: string): boolean {
  const at = text.search(/https?:\/\//i);
  if (at > 0) return true;
  const [first = '', ...rest] = text.split(/\s+/, 3);
  return at === 0 && rest.length > 0 && /\.(?:pdf|docx?|xlsx?|pptx?|html?)$/i.test(first);
}

/** «ttps://», «https//», «http:\\\\», «https://https://»: the scheme as it was meant. */
function withScheme(text: string): string {
  const single = text.replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '');
  return /^https?:\/\//i.test(single)
    ? single
    : single.replace(/^(?:h{0,2}t{1,2}p(s?))[:;]?[\\/]{1,3}(?=[\p{L}\d])/iu, 'http$1://');
}

/** Takes a typed text apart: a web address with notes on what to mend, or why it is none. Never throws. */
export function parseAddress(text: string): ParsedAddress {
  if (text.length > LONGEST) return { ok: false, problem: 'too-long' };
  const notes: AddressNote[] = [];
  const seen = stripInvisible(text);
  if (seen !== text) notes.push('invisible');
  const trimmed = seen.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  if (secondAddress(trimmed) > 0) return { ok: false, problem: 'two-addresses' };
  let core = unwrapped(trimmed);
  if (core.endsWith(')') && !core.includes('(')) core = core.slice(0, -1);
  core = withScheme(core);
  if (core !== trimmed) notes.push('punctuation');
  if (/\s/.test(core) && hasWordsAround(core)) return { ok: false, problem: 'words-around' };
  if (/^[^\s/@:?]+@[^\s/@]+\.\p{L}+$/u.test(core)) return { ok: false, problem: 'not-web' };
  if (/^(?:[a-z]:[\\/]|\\\\|file:)/i.test(core)) return { ok: false, problem: 'file' };
  const scheme = SCHEME.exec(core)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !beginsWithHost(core)) {
    if (/^(?:javascript|data|vbscript|blob)$/.test(scheme)) return { ok: false, problem: 'script' };
    return { ok: false, problem: /^\S+$/.test(core) ? 'not-web' : 'words' };
  }
  if (scheme !== 'http' && scheme !== 'https') {
    const bare = core.replace(/^\/\//, '');
    if (!beginsWithHost(bare)) {
      const path = /^\.{0,2}\/\S|^[^\s/]+\/\S|^[^\s]+\.[a-z0-9]{2,5}$/i.test(core);
      return { ok: false, problem: path ? 'relative' : 'words' };
    }
    core = `https://${bare}`;
    notes.push('no-scheme');
  }
  if (/\s/.test(core)) {
    notes.push('space');
    core = core.replace(/\s+/g, '%20');
  }
  try {
    const url = new URL(core);
    if (!/[\p{L}\p{N}]/u.test(url.hostname)) return { ok: false, problem: 'words' };
    return { ok: true, clean: core, url, notes };
  } catch {
    return { ok: false, problem: 'words' };
  }
}

/** Percent-encoded and plain text alike: decoded where it is UTF-8, upper-case hex where it is not. */
function canonical(part: string): string {
  if (!part.includes('%')) return part.normalize('NFC');
  const keep = part.replace(/%(2F|3F|23|25|26|3D|2B)/gi, (code) => `%25${code.slice(1).toUpperCase()}`);
  try {
    return decodeURIComponent(keep).normalize('NFC');
  } catch {
    return part.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  }
}

/**
 * Identity of an address: two texts that lead to the same document have the same key. Host case, `www.`, http/https,
 * default ports, a dot after the host, punycode, percent-encoding, raw spaces, a slash at the end, order of query pairs,
 * tracking, session ids and fragments (but not `#!/…` and `#/…` routes) make no difference; the case of the path does.
 * '' for nothing typed; a text that is no address is its own key.
 */
export function addressKey(text: string): string {
  const parsed = parseAddress(text);
  if (!parsed.ok)
    return parsed.problem === 'words-around' ? addressKey(addressIn(text)) : collapse(text.slice(0, LONGEST));
  return keyOfUrl(parsed.url);
}

/** `addressKey` of an address parsed already. */
export function keyOfUrl(url: URL): string {
  const host = url.hostname.replace(/\.$/, '').replace(/^www\.(?=.*\.)/, '');
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const path = withoutEnd(canonical(url.pathname.replace(/;(?:jsessionid|phpsessid|sid)=[^/]*/i, '')), '/');
  const pairs: string[] = [];
  for (const pair of url.search.slice(1).split('&')) {
    if (pair === '') continue;
    const eq = pair.indexOf('=');
    const name = eq < 0 ? pair : pair.slice(0, eq);
    const value = eq < 0 ? '' : pair.slice(eq + 1);
    if (isTracking(name, value) || isSession(name, value)) continue;
    pairs.push(canonical(pair.replaceAll('+', '%20')));
  }
  const route = /^#!?\//.test(url.hash) ? canonical(url.hash) : '';
  return `${host}${port}${path}${pairs.length > 0 ? `?${pairs.sort().join('&')}` : ''}${route}`;
}

/** An `href` that is safe to show: http or https, else null. */
export function safeHref(address: string): string | null {
  const parsed = parseAddress(address);
  return parsed.ok ? parsed.url.href : null;
}

/**
 * True when the text can be a whole address: warnings about it wait until then. Says nothing about pauses or blur;
 * a text that can never become an address (words, a script) counts as whole.
 */
export function isAddressWhole(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || /^(?:h|ht|htt|https?|https?:|https?:\/\/?|w{1,3}\.?)$/i.test(trimmed)) return false;
  const parsed = parseAddress(trimmed);
  if (!parsed.ok) return /\s/.test(trimmed) || parsed.problem !== 'words';
  if (/[.\-_%?&=:#]$/.test(trimmed)) return false;
  return /(?<!^www)\.(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?$|^localhost$|^[\d.]+$|^\[/i.test(parsed.url.hostname);
}
