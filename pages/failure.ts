import { DraftError } from '../lib/drafts/errors.ts';
import { t } from '../lib/i18n.ts';
import { LibraryError } from '../lib/library/errors.ts';
import { MessageError } from '../lib/messages/envelope.ts';

/** What went wrong, as far as the user has something to do about it; each has a sentence under `failures.<kind>`. */
export type FailureKind =
  | 'full'
  | 'noStorage'
  | 'newer'
  | 'formGone'
  | 'updated'
  | 'network'
  | 'noAccess'
  | 'other';

/** The form in the tab does not answer: closed, being reloaded, or gone elsewhere. */
export class FormGoneError extends Error {
  constructor() {
    super('no form in the tab');
    this.name = 'FormGoneError';
  }
}

const STORED: Readonly<Record<LibraryError['code'], FailureKind>> = {
  quota: 'full',
  unavailable: 'noStorage',
  newer: 'newer',
  failed: 'other',
  missing: 'other',
};

/** Tells the kind of anything thrown. Browsers name few of their failures: the rest is told by the words they use. */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof FormGoneError) return 'formGone';
  if (error instanceof LibraryError || error instanceof DraftError) return STORED[error.code];
  if (error instanceof MessageError && error.refusal.kind === 'gone') return 'updated';
  const { name = '', message = '' } = (error ?? {}) as { name?: string; message?: string };
  if (name === 'QuotaExceededError' || /quota|disk is full|no space/i.test(message)) return 'full';
  if (name === 'VersionError') return 'newer';
  if (/context invalidated/i.test(message)) return 'updated';
  if (/receiving end does not exist|message port closed|no tab with id|invalid tab id/i.test(message))
    return 'formGone';
  if (/failed to fetch|networkerror|load failed|network request/i.test(message)) return 'network';
  if (name === 'NotAllowedError' || name === 'NotReadableError' || name === 'NotFoundError')
    return 'noAccess';
  if (name === 'SecurityError' || name === 'InvalidStateError') return 'noStorage';
  return 'other';
}

/** One sentence for the user that says what happened and what to do. What the program says itself is for the console. */
export function failureText(error: unknown): string {
  const kind = failureKind(error);
  if (kind === 'other') console.warn(error);
  return t(`failures.${kind}`);
}
