import { randomBytes } from 'node:crypto';
import type { Account } from './accounts.ts';

/** Sessions of the site: a cookie, an account, and an end after a time without requests. */
export interface Sessions {
  open(account: Account): string;
  /** The account of a cookie header, prolonging its session; null when there is none or it has run out. */
  find(cookieHeader: string | undefined): Account | null;
  close(cookieHeader: string | undefined): void;
  /** Ends sessions at once: of one login, or all. What a test calls in place of waiting. */
  expire(login?: string): void;
}

/** Name of the session cookie, as PHP names it. */
export const COOKIE = 'PHPSESSID';

function idOf(cookieHeader: string | undefined): string {
  return new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]+)`).exec(cookieHeader ?? '')?.[1] ?? '';
}

/** Keeps sessions in memory; one ends after `idleMs` milliseconds without a request. */
export function createSessions(idleMs: number): Sessions {
  const open = new Map<string, { account: Account; until: number }>();
  return {
    open(account) {
      const id = randomBytes(16).toString('hex');
      open.set(id, { account, until: Date.now() + idleMs });
      return id;
    },
    find(cookieHeader) {
      const session = open.get(idOf(cookieHeader));
      if (!session || session.until < Date.now()) return null;
      session.until = Date.now() + idleMs;
      return session.account;
    },
    close(cookieHeader) {
      open.delete(idOf(cookieHeader));
    },
    expire(login) {
      for (const [id, session] of open)
        if (login === undefined || session.account.login === login) open.delete(id);
    },
  };
}
