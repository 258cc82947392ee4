import type { z } from 'zod';
import type { Checked } from './envelope.ts';
import type { Party } from './listen.ts';
import { toBackground } from './to-background.ts';
import { toContent } from './to-content.ts';

/**
 * Every message of the extension: one entry holds request, reply and who may send it. The content script imports
 * types from here only (`import type`), so that zod stays out of it.
 */
export const registry = { ...toBackground, ...toContent };

export type BackgroundMessage = keyof typeof toBackground;
export type ContentMessage = keyof typeof toContent;
export type MessageName = keyof typeof registry;
export type RequestOf<N extends MessageName> = z.infer<(typeof registry)[N]['request']>;
export type ReplyOf<N extends MessageName> = z.infer<(typeof registry)[N]['reply']>;

/** The command list per sender, for `listen`. */
export function mayFrom(name: string, party: Party): boolean {
  const entry = Object.hasOwn(registry, name) ? registry[name as MessageName] : null;
  return entry !== null && (entry.from as readonly Party[]).includes(party);
}

/** Checks a request against its schema, for `listen`. */
export function checkRequest(name: string, data: unknown): Checked<unknown> {
  return check(name, 'request', data);
}

/** Checks a reply that came out of a web page's process. */
export function checkReply(name: string, data: unknown): Checked<unknown> {
  return check(name, 'reply', data);
}

function check(name: string, side: 'request' | 'reply', data: unknown): Checked<unknown> {
  if (!Object.hasOwn(registry, name)) return { ok: false, path: '', reason: 'no such message' };
  const result = (registry[name as MessageName][side] as z.ZodType).safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  return { ok: false, path: issue?.path.join('.') ?? '', reason: issue?.message ?? 'does not fit' };
}
