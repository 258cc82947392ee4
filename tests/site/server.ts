import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLogin } from './accounts.ts';
import { bundleAssets } from './bundle.ts';
import { makeCertificate, REAL_HOST } from './certificate.ts';
import { answer } from './routes.ts';
import { COOKIE, createSessions } from './sessions.ts';
import { createStore, type SavedScores, type SavedValues } from './store.ts';

export interface SiteOptions {
  /** Folder of the saved forms; a temporary one, removed at the end, when left out. */
  readonly folder?: string;
  /** A session ends after this time without requests, in ms. */
  readonly idleMs?: number;
}

/** The simulated ФИС ОКО while it runs. */
export interface Site {
  /** Port of https on loopback: what the real host's name is mapped to. */
  readonly httpsPort: number;
  /** Port of plain http on loopback. */
  readonly httpPort: number;
  /** Address of a path under the real host's name. */
  url(path: string): string;
  /** What a login has saved: rows by the position's key. */
  saved(login: string, formId?: string): SavedValues;
  /** Points and notes an expert has saved for a municipality. */
  scored(expert: string, owner: string, formId?: string): SavedScores;
  /** Puts values in place, as if saved earlier. */
  put(login: string, values: SavedValues, formId?: string): void;
  /** Opens a session without the login page; gives the cookie. Throws for a login of no known shape. */
  session(login: string): { name: string; value: string };
  /** Ends sessions at once: those of a login, or all. */
  expire(login?: string): void;
  close(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts the site on two free ports of loopback. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'fisoko-site-'));
  const sessions = createSessions(options.idleMs ?? 30 * 60_000);
  const store = createStore(folder);
  const [assets, certificate] = await Promise.all([bundleAssets(), makeCertificate()]);
  const parts = { sessions, store, assets, secret: randomBytes(16).toString('hex') };
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response, parts).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`Внутренняя ошибка стенда: ${error.message}`);
    });
  };
  const secure = createHttps(certificate, handler);
  const plain = createHttp(handler);
  const [httpsPort, httpPort] = await Promise.all([listen(secure), listen(plain)]);
  return {
    httpsPort,
    httpPort,
    url: (path) => `https://${REAL_HOST}${path}`,
    saved: (login, formId = 'mum') => store.values(login, formId),
    scored: (expert, owner, formId = 'mum') => store.scores(expert, owner, formId),
    put: (login, values, formId = 'mum') => store.saveValues(login, formId, values),
    session(login) {
      const account = parseLogin(login);
      if (!account) throw new Error(`No such login: ${login}`);
      return { name: COOKIE, value: sessions.open(account) };
    },
    expire: (login) => sessions.expire(login),
    async close() {
      await Promise.all([stop(secure), stop(plain)]);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
