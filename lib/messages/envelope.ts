/**
 * What travels between the parts of the extension. Knows neither the messages nor zod, so that the content script
 * can use it: a name and a request one way, a reply or a refusal with path and reason the other way.
 */

const MARK = 'fis-oko/1';

export interface Envelope {
  readonly mark: typeof MARK;
  readonly name: string;
  readonly request: unknown;
}

/** Why a message was not served. `path` is the field of the request (`positions.3.text`), '' when it is not about one. */
export interface Refusal {
  readonly kind: 'schema' | 'sender' | 'unknown' | 'failed' | 'gone';
  readonly path: string;
  readonly reason: string;
}

export type Answer =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a check of unknown data says: the value, or the first place that is wrong and why. */
export type Checked<T> = { ok: true; value: T } | { ok: false; path: string; reason: string };

/** Thrown by `send` and `sendToTab` where the other side refused or is not there. */
export class MessageError extends Error {
  readonly refusal: Refusal;
  constructor(name: string, refusal: Refusal) {
    super(`${name}: ${refusal.kind}${refusal.path ? ` at ${refusal.path}` : ''}: ${refusal.reason}`);
    this.name = 'MessageError';
    this.refusal = refusal;
  }
}

/** Puts a request into its envelope. */
export function wrap(name: string, request: unknown): Envelope {
  return { mark: MARK, name, request };
}

/** The envelope in unknown data, or null: anything else that is sent to the extension is not ours to answer. */
export function unwrap(data: unknown): Envelope | null {
  if (!isRecord(data) || data.mark !== MARK || typeof data.name !== 'string') return null;
  return { mark: MARK, name: data.name, request: data.request };
}

/** The answer in unknown data, or null when nobody answered. */
export function readAnswer(data: unknown): Answer | null {
  if (!isRecord(data)) return null;
  if (data.ok === true) return { ok: true, reply: data.reply };
  const refusal = data.refusal;
  if (data.ok !== false || !isRecord(refusal)) return null;
  return {
    ok: false,
    refusal: {
      kind:
        refusal.kind === 'schema' || refusal.kind === 'sender' || refusal.kind === 'unknown'
          ? refusal.kind
          : 'failed',
      path: String(refusal.path ?? ''),
      reason: String(refusal.reason ?? ''),
    },
  };
}

/** True for a plain object of unknown fields. */
export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
