/** What can go wrong with drafts; each has a sentence under `drafts.errors.<code>`. */
export type DraftErrorCode = 'quota' | 'unavailable' | 'failed';

/** A failure of the drafts' store. What was typed is still in the page. `message` holds no user data. */
export class DraftError extends Error {
  readonly code: DraftErrorCode;

  constructor(code: DraftErrorCode, cause?: unknown) {
    super(`drafts: ${code}`, { cause });
    this.name = 'DraftError';
    this.code = code;
  }
}

/** Translates what IndexedDB throws. */
export function toDraftError(error: unknown): DraftError {
  if (error instanceof DraftError) return error;
  const name = (error as { name?: unknown } | null)?.name;
  return new DraftError(name === 'QuotaExceededError' ? 'quota' : 'failed', error);
}

/** Locale key of the sentence for the user. */
export function draftErrorKey(error: unknown): string {
  return `drafts.errors.${error instanceof DraftError ? error.code : 'failed'}`;
}
