import { t } from '../i18n.ts';
import type { Pack } from '../model/pack.ts';
import { type LoadResult, loadPack } from './load.ts';

/** Mark of a pack file, so that somebody else's JSON is told apart at once. */
const FILE_KIND = 'fis-oko-criteria-pack';

/** Larger files are refused before they are parsed: 5,000 positions with long criteria take about 10 MB. */
const MAX_CHARACTERS = 40_000_000;

export type ImportResult =
  /** `checked`: the file carried a checksum and it fits. False: a bare pack without one. */
  { ok: true; pack: Pack; checked: boolean } | Extract<LoadResult, { ok: false }>;

/** JSON with sorted keys and no white space: the same data gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 over the canonical JSON of a pack, in lower-case hexadecimal. */
export async function packChecksum(pack: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(pack)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A pack as the text of a file that can be sent to others. */
export async function exportPack(pack: Pack): Promise<string> {
  const file = { kind: FILE_KIND, format: pack.format, sha256: await packChecksum(pack), pack };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function refuse(key: string): ImportResult {
  return { ok: false, problems: [{ path: '', reason: t(key) }] };
}

/**
 * Reads the text of a pack file. A changed or damaged file is refused by its checksum; a bare pack (without the
 * envelope) is accepted as `checked: false`. Never throws.
 */
export async function importPack(text: string): Promise<ImportResult> {
  if (text.length > MAX_CHARACTERS) return refuse('criteria.load.too-large');
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('criteria.load.not-json');
  }
  if (typeof data !== 'object' || data === null) return refuse('criteria.load.not-a-pack');
  const file = data as { kind?: unknown; sha256?: unknown; pack?: unknown };
  if (file.kind !== FILE_KIND) {
    const bare = loadPack(data);
    return bare.ok ? { ...bare, checked: false } : bare;
  }
  // Version first: a newer version may count its checksum in another way.
  const loaded = loadPack(file.pack);
  if (!loaded.ok && loaded.problems.some(({ path }) => path === 'format')) return loaded;
  if (typeof file.sha256 !== 'string' || file.sha256 !== (await packChecksum(file.pack)))
    return refuse('criteria.load.tampered');
  return loaded.ok ? { ...loaded, checked: true } : loaded;
}
