import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { FoundBrowser } from '../../../scripts/browsers.ts';
import { loadForm, positionsOf } from '../../site/form-model.ts';
import type { Site } from '../../site/server.ts';
import { type OpenedBrowser, openBrowser } from './browser.ts';
import { press, says } from './extension-page.ts';
import { formOn } from './form.ts';
import { logIn } from './scenario.ts';
import { filledForm, holds, openImport, somethingWritten } from './table.ts';
import { until } from './until.ts';

/** Draws numbers from 0 to below 1, the same ones for the same seed. */
export type Draw = () => number;

/** What one kill needs; the profile is kept from the killed browser to the next one. */
export interface Stage {
  readonly found: FoundBrowser;
  readonly site: Site;
  readonly profile: string;
  /** Of its own for each kill, so that kills do not see each other's drafts. */
  readonly login: string;
  readonly draw: Draw;
}

/** Typed text older than this is never lost, in milliseconds (issue: «kept within 2 s»). */
const KEPT_MS = 2000;
const LAYOUT = 'php';
const OVERLAY_PATIENCE = 60_000;

async function start({ found, site, profile, login }: Stage): Promise<{ opened: OpenedBrowser; page: Page }> {
  const opened = await openBrowser(found, { httpsPort: site.httpsPort, profile });
  await logIn(opened, site, login);
  return { opened, page: await opened.browser.newPage() };
}

/** Ends the browser as a crash does, by its own process id, and waits until it is gone. Gives the moment. */
async function kill({ browser }: OpenedBrowser): Promise<number> {
  const process = browser.process();
  if (!process) throw new Error('the browser has no process');
  const gone = new Promise((resolve) => process.once('exit', resolve));
  const at = Date.now();
  process.kill('SIGKILL');
  await gone;
  return at;
}

async function openForm(page: Page, site: Site): Promise<void> {
  await page.goto(site.url(`/mum/${LAYOUT}`));
  await page
    .waitForSelector('fis-oko-overlay, [data-fis-oko]', { timeout: OVERLAY_PATIENCE })
    .catch(() => null);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Kills the browser while somebody types; afterwards everything older than two seconds is offered under «Черновики» and
 * restored. Returns what was done, for the log.
 */
export async function killTyping(stage: Stage): Promise<string> {
  const { draw, site } = stage;
  const first = await start(stage);
  await openForm(first.page, site);
  const form = await formOn(first.page, LAYOUT);
  const after = 1500 + draw() * 6000;
  /** What stood where, and since when at the latest. */
  const log: { at: number; position: number; role: 'link' | 'comment'; value: string }[] = [];
  const typing = (async () => {
    for (let position = 1; ; position++)
      for (const role of ['link', 'comment'] as const) {
        const text = role === 'link' ? `https://uo.example.ru/${position}.pdf` : `План ${position}, с. 3–5`;
        await (await form[role](position)).focus();
        for (let length = 1; length <= text.length; length++) {
          await first.page.keyboard.type(text[length - 1] ?? '');
          log.push({ at: Date.now(), position, role, value: text.slice(0, length) });
          await pause(10 + draw() * 60);
        }
      }
  })().catch(() => undefined);
  await pause(after);
  const killed = await kill(first.opened);
  await typing;
  const due = new Map<string, (typeof log)[number]>();
  for (const one of log) if (one.at <= killed - KEPT_MS) due.set(`${one.role} ${one.position}`, one);

  const { opened, page } = await start(stage);
  try {
    await openForm(page, site);
    const again = await formOn(page, LAYOUT);
    if (due.size > 0) {
      const workspace = await opened.openExtensionPage('workspace.html#drafts');
      await press(workspace, 'Восстановить всё');
      await says(workspace, /Восстановлено полей: [1-9]/);
      for (const { role, position, value } of due.values()) {
        const now = await again.value(await again[role](position));
        const typed = log.findLast((one) => one.role === role && one.position === position)?.value ?? '';
        assert.ok(now.startsWith(value), `${role} ${position}: «${value}» was typed, «${now}» restored`);
        assert.ok(typed.startsWith(now), `${role} ${position}: «${now}» was never typed`);
      }
    }
    return `killed after ${Math.round(after)} ms and ${log.length} keys; ${due.size} fields due, all restored`;
  } finally {
    await opened.close();
  }
}

/** A page that takes its time with each field, and counts how often each is written. */
function slowAndCounting(): void {
  document.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement;
    const counts = JSON.parse(document.documentElement.dataset.counts ?? '{}') as Record<string, number>;
    counts[field.name] = (counts[field.name] ?? 0) + 1;
    document.documentElement.dataset.counts = JSON.stringify(counts);
    for (const end = performance.now() + 2; performance.now() < end; );
  });
}

/**
 * Kills the browser while a table goes into the form; the site has kept some of it, the rest is gone with the page.
 * Afterwards the filling goes on: every field holds the right value, and none is written twice or for nothing.
 */
export async function killFilling(stage: Stage): Promise<string> {
  const { draw, site, login } = stage;
  const filled = filledForm();
  const first = await start(stage);
  await first.page.evaluateOnNewDocument(slowAndCounting);
  await openForm(first.page, site);
  await until('the form to be recognised', async () => {
    const workspace = await openImport(first.opened, filled);
    await says(workspace, /Все позиции таблицы нашлись в форме/);
    await press(workspace, 'Заполнить форму');
    return true;
  });
  await somethingWritten(first.page);
  const after = draw() * 6000;
  await pause(after);
  await kill(first.opened);

  const kept = new Set<string>();
  const keys = positionsOf(loadForm('mum')).map(({ position }) => position.key);
  const share = draw();
  site.put(
    login,
    Object.fromEntries(
      filled.positions.slice(0, 60).flatMap(({ rows }, at) => {
        const key = keys[at] ?? '';
        if (rows.length === 0 || draw() > share) return [];
        kept.add(key);
        return [[key, rows.map(({ url, comment }) => ({ url, comment }))]];
      }),
    ),
  );

  const { opened, page } = await start(stage);
  try {
    await page.evaluateOnNewDocument(slowAndCounting);
    await openForm(page, site);
    const workspace = await opened.openExtensionPage('workspace.html#import');
    const stood = /Обработано (\d+) из (\d+)/.exec(await says(workspace, /Обработано \d+ из \d+/));
    await press(workspace, 'Продолжить');
    await until('the end', async () => (await says(workspace, /Готово\. \d+/)) !== '', 60_000);
    const counts = await page.evaluate(
      () => JSON.parse(document.documentElement.dataset.counts ?? '{}') as Record<string, number>,
    );
    const twice = Object.entries(counts).filter(([, count]) => count > 1);
    assert.deepEqual(twice, [], 'fields written twice');
    const needless = Object.keys(counts).filter((name) => kept.has(/\[(.+?)\]/.exec(name)?.[1] ?? ''));
    assert.deepEqual(needless, [], 'fields written that the site had kept');
    await page.bringToFront();
    await (await formOn(page, LAYOUT)).save();
    holds(site.saved(login), filled);
    return `killed ${Math.round(after)} ms in, journal at ${stood?.[1]} of ${stood?.[2]}, site had kept ${kept.size} positions`;
  } finally {
    await opened.close();
  }
}
