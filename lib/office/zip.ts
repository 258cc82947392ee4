import { Inflate } from 'fflate';
import { LIMITS, OfficeError } from './errors.ts';

/**
 * Reading of archives (.xlsx, .docx, .ods) that trusts nothing they say: sizes are checked in the central directory
 * before unpacking and again while unpacking, names that lead outside are refused, checksums are compared.
 * fflate does the inflating; its own `unzip` is not used because it believes the sizes the archive declares.
 */

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Small pieces: one piece of deflated data can grow a thousandfold. */
const PIECE = 16 * 1024;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new OfficeError('damaged');
}

function checkName(name: string): string {
  const path = name.replaceAll('\\', '/');
  const parts = path.split('/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0') || parts.includes('..'))
    throw new OfficeError('unsafe-names');
  if (parts.some((part) => part === '__proto__' || part === 'constructor' || part === 'prototype'))
    throw new OfficeError('unsafe-names');
  return path;
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  if (bytes.length < 22) throw new OfficeError('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new OfficeError('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = checkName(decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new OfficeError('encrypted');
    const entry: Entry = {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    // 0xffffffff means zip64: only files far over the limit need it.
    total += entry.size;
    if (total > LIMITS.unpacked) throw new OfficeError('unpacked-too-big');
    entries.set(name.toLowerCase(), entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

let crcTable: Uint32Array | null = null;

function crc32(bytes: Uint8Array, crc: number): number {
  if (!crcTable) {
    crcTable = new Uint32Array(256);
    for (let n = 0; n < 256; n++) {
      let c = n;
      for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      crcTable[n] = c;
    }
  }
  let value = crc;
  for (let i = 0; i < bytes.length; i++)
    value = (crcTable[(value ^ (bytes[i] as number)) & 0xff] as number) ^ (value >>> 8);
  return value;
}

/** An opened archive. Names are compared without regard to case, as Office does. */
export interface Archive {
  has(name: string): boolean;
  names(): readonly string[];
  /** Unpacks one entry piece by piece into `take`; false when there is no such entry. Throws `OfficeError`. */
  stream(name: string, take: (piece: Uint8Array) => void): boolean;
}

/** Opens an archive without unpacking anything. Throws `OfficeError` for what is damaged, encrypted, unsafe or too big. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = readDirectory(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;

  function stream(name: string, take: (piece: Uint8Array) => void): boolean {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return false;
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL)
      throw new OfficeError('damaged');
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const data = bytes.subarray(start, start + entry.packed);
    if (data.length < entry.packed) throw new OfficeError('damaged');
    let size = 0;
    let crc = -1;
    const pass = (piece: Uint8Array): void => {
      size += piece.length;
      unpacked += piece.length;
      // More than declared is a lie about the size, whatever the sum.
      if (unpacked > LIMITS.unpacked || size > entry.size) throw new OfficeError('unpacked-too-big');
      crc = crc32(piece, crc);
      take(piece);
    };
    if (entry.method === 0) pass(data);
    else if (entry.method === 8) inflate(data, pass);
    else throw new OfficeError('damaged');
    if (size !== entry.size || ~crc >>> 0 !== entry.crc) throw new OfficeError('damaged');
    return true;
  }

  return { has: (name) => entries.has(name.toLowerCase()), names: () => [...entries.keys()], stream };
}

function inflate(data: Uint8Array, pass: (piece: Uint8Array) => void): void {
  const inflater = new Inflate(pass);
  try {
    for (let at = 0; at < data.length; at += PIECE)
      inflater.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  } catch (error) {
    throw error instanceof OfficeError ? error : new OfficeError('damaged');
  }
}
