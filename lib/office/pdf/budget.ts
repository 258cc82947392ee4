import { Inflate } from 'fflate';
import { LIMITS, OfficeError } from '../errors.ts';
import { fromAscii85, fromHex, lzwSize, runLengthSize } from './filters.ts';

/**
 * What the streams of a PDF unpack to, counted before pdf.js is given the file: it would unpack a stream of any size
 * into memory. Streams that cannot be unpacked here (locked files, other filters) are passed over.
 */

/** Bytes given to the unpacker at once. */
const PIECE = 16 * 1024;
/** A dictionary before its stream is shorter. */
const DICTIONARY = 4096;
const SHORT: Readonly<Record<string, string>> = {
  FlateDecode: 'Fl',
  LZWDecode: 'LZW',
  RunLengthDecode: 'RL',
  ASCII85Decode: 'A85',
  ASCIIHexDecode: 'AHx',
};
/** No PDF of tables has more streams. */
const MOST_STREAMS = 20_000;

/** Throws `OfficeError` (`unpacked-too-big`) when the streams of the file hold more than the limit. */
export function checkPdfSize(bytes: Uint8Array): void {
  let total = 0;
  let streams = 0;
  const add = (size: number): void => {
    total += size;
    if (total > LIMITS.unpacked) throw new OfficeError('unpacked-too-big');
  };
  for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at + 6)) {
    if (ends(bytes, at, 'end')) continue;
    const filters = filtersBefore(bytes, at);
    let start = at + 6;
    while (bytes[start] === 13 || bytes[start] === 10 || bytes[start] === 32) start++;
    if (filters.length === 0 && !isZlib(bytes, start)) continue;
    if (++streams > MOST_STREAMS) throw new OfficeError('unpacked-too-big');
    const until = find(bytes, 'endstream', start);
    count(bytes, start, until < 0 ? bytes.length : until, filters, add);
  }
}

/** Place of an ASCII word from `from` on, or -1. */
function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let k = 1;
    while (k < word.length && bytes[at + k] === word.charCodeAt(k)) k++;
    if (k === word.length) return at;
  }
  return -1;
}

function ends(bytes: Uint8Array, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if (bytes[at - word.length + k] !== word.charCodeAt(k)) return false;
  return true;
}

/** Filters named in the dictionary before a stream, in their order, by their short names. */
function filtersBefore(bytes: Uint8Array, at: number): string[] {
  const text = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, at - DICTIONARY), at));
  const own = text.slice(text.lastIndexOf('endobj') + 1);
  const lists = own.matchAll(/\/(?:Filter|F)\s*(\[[^\]]{0,200}\]|\/[A-Za-z0-9]{1,20})/g);
  return [...lists].flatMap(([, list = '']) =>
    (list.match(/[A-Za-z0-9]+/g) ?? []).map((name) => SHORT[name] ?? name),
  );
}

/** True for the two bytes every Flate stream begins with, whatever the dictionary calls it. */
function isZlib(bytes: Uint8Array, at: number): boolean {
  const [a, b] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return (a & 15) === 8 && (a * 256 + b) % 31 === 0;
}

/** Adds what the stream from `start` to `until` unpacks to; one packed twice is unpacked twice. */
function count(
  bytes: Uint8Array,
  start: number,
  until: number,
  filters: readonly string[],
  add: (size: number) => void,
): void {
  const [first, ...rest] = filters;
  if (isZlib(bytes, start)) {
    const inner = inflate(bytes, start, until, add, rest.length > 0);
    if (rest.length > 0) count(inner, 0, inner.length, rest, add);
  } else if (first === 'A85' || first === 'AHx') {
    const inner = first === 'A85' ? fromAscii85(bytes, start, until) : fromHex(bytes, start, until);
    count(inner, 0, inner.length, rest, add);
  } else if (first === 'LZW') lzwSize(bytes.subarray(start, until), add);
  else if (first === 'RL') runLengthSize(bytes.subarray(start, until), add);
}

/** Unpacks to count; gives the bytes only where they are packed once more (`keep`). */
function inflate(
  bytes: Uint8Array,
  start: number,
  until: number,
  add: (size: number) => void,
  keep: boolean,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let out = 0;
  const inflater = new Inflate((piece) => {
    out += piece.length;
    add(piece.length);
    if (keep) pieces.push(piece.slice());
  });
  try {
    let idle = 0;
    // From behind the two bytes of header; on behind «endstream», which may stand in packed bytes by chance.
    for (let at = start + 2; at < bytes.length && (at < until || idle < 2); at += PIECE) {
      const before = out;
      inflater.push(bytes.subarray(at, at + PIECE));
      idle = out === before ? idle + 1 : 0;
    }
  } catch (error) {
    // Damaged or locked: pdf.js, too, unpacks no more than stands before the damage.
    if (error instanceof OfficeError) throw error;
  }
  const joined = new Uint8Array(keep ? out : 0);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
