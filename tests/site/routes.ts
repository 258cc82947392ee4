import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Account, parseLogin } from './accounts.ts';
import { readBody, readFormBody, type SaveRequest } from './body.ts';
import type { Asset } from './bundle.ts';
import { keep, viewFor } from './forms.ts';
import { appData } from './layouts/app.ts';
import { LAYOUTS } from './layouts/index.ts';
import { panelContent } from './layouts/tabs.ts';
import { framePage, page } from './page.ts';
import { homePage, loginPage, plainPage } from './pages.ts';
import { COOKIE, type Sessions } from './sessions.ts';
import type { Store } from './store.ts';

/** Says that a request has been answered: what every route ends with. */
type Answered = true;

/** What the routes need; made by the server. */
export interface SiteParts {
  readonly sessions: Sessions;
  readonly store: Store;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly secret: string;
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Record<string, string> = {},
): Answered {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...more });
  response.end(body);
  return true;
}

function sendHtml(
  response: ServerResponse,
  markup: { markup: string },
  more: Record<string, string> = {},
): Answered {
  return send(response, 200, 'text/html; charset=utf-8', markup.markup, more);
}

function redirect(response: ServerResponse, to: string, more: Record<string, string> = {}): Answered {
  response.writeHead(302, { location: to, 'cache-control': 'no-store', ...more });
  response.end();
  return true;
}

async function logIn(
  request: IncomingMessage,
  response: ServerResponse,
  parts: SiteParts,
): Promise<Answered> {
  const sent = new URLSearchParams(await readBody(request));
  const next = sent.get('next') ?? '/';
  const account = parseLogin((sent.get('login') ?? '').trim());
  if (!account) return sendHtml(response, loginPage(next, 'Неверный логин или пароль.'));
  const cookie = `${COOKIE}=${parts.sessions.open(account)}; Path=/; HttpOnly; SameSite=Lax`;
  return redirect(response, next.startsWith('/') && !next.startsWith('//') ? next : '/', {
    'set-cookie': cookie,
  });
}

async function save(
  request: IncomingMessage,
  response: ServerResponse,
  account: Account | null,
  parts: SiteParts,
): Promise<Answered> {
  const json = request.url === '/api/save';
  const body = await readBody(request);
  if (!account)
    return json ? send(response, 401, 'application/json', '{}') : redirect(response, '/login?expired=1');
  const sent = json ? (JSON.parse(body) as SaveRequest) : readFormBody(body);
  if (!keep(account, sent, parts.store, parts.secret))
    return send(response, 403, 'text/plain; charset=utf-8', 'Отказано.');
  if (json) return send(response, 200, 'application/json', '{"saved":true}');
  const here = new URL(sent.here, 'https://x');
  here.searchParams.set('saved', '1');
  return redirect(response, here.pathname + here.search);
}

function showForm(
  response: ServerResponse,
  account: Account,
  mechanism: string,
  name: string,
  url: URL,
  parts: SiteParts,
): Answered {
  const layout = LAYOUTS[name];
  const asked = new URL(url);
  asked.searchParams.delete('saved');
  asked.searchParams.delete('panel');
  const view = viewFor(account, mechanism, asked, parts.store, parts.secret);
  if (!layout || !view) return send(response, 404, 'text/plain; charset=utf-8', 'Нет такой страницы.');
  const panel = url.searchParams.get('panel');
  if (panel !== null) return sendHtml(response, panelContent(view, Number(panel)));
  const body = layout.draw(view);
  const more: Record<string, string> = layout.csp === null ? {} : { 'content-security-policy': layout.csp };
  if (name === 'inner') return sendHtml(response, framePage(view.form.title, body));
  const message = url.searchParams.has('saved') ? 'Данные сохранены.' : '';
  return sendHtml(
    response,
    page({ title: `${view.form.title} — ФИС ОКО`, account, message, body, scripts: layout.scripts }),
    more,
  );
}

/** Answers one request of the site. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: SiteParts,
): Promise<Answered> {
  const url = new URL(request.url ?? '/', 'https://x');
  const path = url.pathname;
  const asset = parts.assets.get(path);
  if (asset) return send(response, 200, asset.type, asset.body);
  if (request.method === 'POST' && path === '/login') return logIn(request, response, parts);
  const account = parts.sessions.find(request.headers.cookie);
  if (request.method === 'POST' && (path === '/save' || path === '/api/save'))
    return save(request, response, account, parts);
  if (path === '/login') {
    const message = url.searchParams.has('expired') ? 'Сессия истекла. Войдите снова.' : '';
    return sendHtml(response, loginPage(url.searchParams.get('next') ?? '/', message));
  }
  if (path === '/logout') {
    parts.sessions.close(request.headers.cookie);
    return redirect(response, '/login');
  }
  const plain = plainPage(path, account);
  if (plain) return sendHtml(response, plain);
  if (path === '/api/form') {
    const view =
      account && viewFor(account, url.searchParams.get('mechanism') ?? '', url, parts.store, parts.secret);
    return view
      ? send(response, 200, 'application/json', JSON.stringify(appData(view)))
      : send(response, 401, 'application/json', '{}');
  }
  if (!account) return redirect(response, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
  if (path === '/') return sendHtml(response, homePage(account));
  const found = /^\/(mum|rum)\/(\w+)$/.exec(path);
  if (found) return showForm(response, account, found[1] as string, found[2] as string, url, parts);
  return send(response, 404, 'text/plain; charset=utf-8', 'Нет такой страницы.');
}
