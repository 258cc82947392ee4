import type { z } from 'zod';

/** One kind of data in a backup: how it is read, checked and put back. */
export interface BackupPart<T = unknown> {
  /** Its name in the file. Never changes. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** Everything there is now. */
  read(): Promise<T>;
  /** Replaces everything by `data`, wholly or not at all. */
  replace(data: T): Promise<void>;
}

export type BackupErrorCode = 'too-big' | 'not-json' | 'foreign' | 'newer' | 'damaged' | 'failed' | 'locked';

/** Why a backup was not made or not restored: a sentence under `backup.errors.<code>`, with `path` for `damaged`. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;
  /** Where the file is damaged: part and field. */
  readonly path: string;

  constructor(code: BackupErrorCode, path = '', cause?: unknown) {
    super(`backup: ${code}${path ? ` at ${path}` : ''}`, { cause });
    this.name = 'BackupError';
    this.code = code;
    this.path = path;
  }
}

/** A file that has been checked and can be restored. */
export interface CheckedBackup {
  readonly madeAt: string;
  /** By part name; a part that is not in the file is left as it is. */
  readonly parts: ReadonlyMap<string, unknown>;
}
