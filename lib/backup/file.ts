import { z } from 'zod';
import { BackupError, type BackupPart, type CheckedBackup } from './types.ts';

/** What the file says of itself, before anything else is believed. */
const FORMAT = 'fis-oko-backup';
const VERSION = 1;

/** A library of 10,000 documents with uses and drafts takes some 20 MB. */
const LARGEST = 200_000_000;

const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().positive(),
  madeAt: z.string(),
  parts: z.record(z.string(), z.unknown()),
});

/** Name offered for the file: «fis-oko-2022-07-15.json». */
export function backupName(now: Date): string {
  return `fis-oko-${now.toISOString().slice(0, 10)}.json`;
}

/** Writes everything of the given parts into one text. */
export async function makeBackup(parts: readonly BackupPart[], now: Date): Promise<string> {
  const data: Record<string, unknown> = {};
  for (const part of parts) data[part.name] = await part.read();
  return JSON.stringify({ format: FORMAT, version: VERSION, madeAt: now.toISOString(), parts: data });
}

function parsed(text: string): z.infer<typeof headSchema> {
  if (text.length > LARGEST) throw new BackupError('too-big');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new BackupError('not-json', '', error);
  }
  const format = (raw as { format?: unknown } | null)?.format;
  if (format !== FORMAT) throw new BackupError('foreign');
  const head = headSchema.safeParse(raw);
  if (!head.success) throw new BackupError('damaged', head.error.issues[0]?.path.join('.') ?? '');
  if (head.data.version > VERSION) throw new BackupError('newer');
  return head.data;
}

/**
 * Checks a file as a whole against the parts known here; touches nothing. Throws `BackupError` with the reason.
 * A part that is not known here comes from a newer version: leaving it out silently would lose it.
 */
export function readBackup(text: string, parts: readonly BackupPart[]): CheckedBackup {
  const { parts: found, madeAt } = parsed(text);
  const checked = new Map<string, unknown>();
  for (const [name, data] of Object.entries(found)) {
    const part = parts.find((one) => one.name === name);
    if (!part) throw new BackupError('newer', name);
    const result = part.schema.safeParse(data);
    if (!result.success) {
      throw new BackupError('damaged', [name, ...(result.error.issues[0]?.path ?? [])].join('.'));
    }
    checked.set(name, result.data);
  }
  return { madeAt, parts: checked };
}

/**
 * Restores a checked file. Each part is replaced in a transaction of its own; when one fails, those before it are put
 * back as they were, so that the state is the file's or the one before, never half of each.
 */
export async function restoreBackup(backup: CheckedBackup, parts: readonly BackupPart[]): Promise<void> {
  const wanted = parts.filter(({ name }) => backup.parts.has(name));
  const before = new Map<BackupPart, unknown>();
  try {
    for (const part of wanted) before.set(part, await part.read());
    for (const part of wanted) await part.replace(backup.parts.get(part.name));
  } catch (error) {
    for (const [part, data] of before) await part.replace(data).catch(() => {});
    throw new BackupError('failed', '', error);
  }
}
