import { addressKey } from './address.ts';

/** What a site's move changes: everything at or below `from` goes to the same place below `to`. */
export interface Move {
  readonly from: URL;
  readonly to: URL;
}

/**
 * Reads the two ends of a move as people write them («old.ru», «http://old.ru/docs/» → «https://new.ru/documents»);
 * null when one is no web address or both are the same.
 */
export function parseMove(from: string, to: string): Move | null {
  const a = endOf(from);
  const b = endOf(to);
  return a && b && a.href !== b.href ? { from: a, to: b } : null;
}

/** One end of a move as people write it; null when it is no web address. */
export function endOf(text: string): URL | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  try {
    const url = new URL(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
    return url.hostname.includes('.') ? url : null;
  } catch {
    return null;
  }
}

/**
 * The address after the move; null when the move does not touch it. Host by meaning (case, www., http or https and the
 * default port make no difference), path by whole segments: «/doc» does not touch «/docs». The rest stays as written.
 */
export function movedAddress(address: string, { from, to }: Move): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (addressKey(`http://${url.host}/`) !== addressKey(`http://${from.host}/`)) return null;
  const prefix = from.pathname.replace(/\/$/, '');
  const path = url.pathname;
  if (prefix !== '' && path !== prefix && !path.startsWith(`${prefix}/`)) return null;
  const rest = address.trim().slice(lengthOfPrefix(address.trim(), prefix));
  return `${to.origin}${to.pathname.replace(/\/$/, '')}${rest}`;
}

/** How many characters of the address as written are origin and prefix: raw spaces and Cyrillic count as one each. */
function lengthOfPrefix(address: string, prefix: string): number {
  const origin = /^[a-z]+:\/\/[^/?#]*/i.exec(address)?.[0].length ?? 0;
  const segments = prefix.split('/').length - 1;
  let at = origin;
  for (let index = 0; index < segments; index++) {
    const next = /^\/[^/?#]*/.exec(address.slice(at));
    at += next?.[0].length ?? 0;
  }
  return at;
}
