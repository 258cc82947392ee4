/**
 * What can go wrong with stored data, as a small closed list: every code has a sentence for the user under
 * `library.errors.<code>` that says what happened and what to do.
 */
export type LibraryErrorCode =
  /** The disk or the browser's share of it is full. */
  | 'quota'
  /** IndexedDB cannot be opened (private window, damaged profile, switched off). */
  | 'unavailable'
  /** The data were written by a newer version of the extension. */
  | 'newer'
  /** A write failed for another reason; nothing of it was kept. */
  | 'failed'
  /** The record is not there (removed in another window). */
  | 'missing';

/** A failure of the library. `code` chooses the sentence; `message` is for logs and holds no user data. */
export class LibraryError extends Error {
  readonly code: LibraryErrorCode;

  constructor(code: LibraryErrorCode, cause?: unknown) {
    super(`library: ${code}`, { cause });
    this.name = 'LibraryError';
    this.code = code;
  }
}

/** Locale key of the sentence that tells the user about a failure; anything unknown is `failed`. */
export function errorKey(error: unknown): string {
  return `library.errors.${error instanceof LibraryError ? error.code : 'failed'}`;
}

/** Translates what IndexedDB throws into the closed list. */
export function toLibraryError(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  // `storage.local` has no error class of its own for a full store, only a message.
  const isFull = error instanceof Error && /quota/i.test(error.message);
  if (name === 'QuotaExceededError' || isFull) return new LibraryError('quota', error);
  if (name === 'VersionError') return new LibraryError('newer', error);
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError') {
    return new LibraryError('unavailable', error);
  }
  return new LibraryError('failed', error);
}
