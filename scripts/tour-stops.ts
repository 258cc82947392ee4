import type { Page } from 'puppeteer-core';
import { addDocument, press, says } from '../tests/e2e/support/extension-page.ts';
import { formOn } from '../tests/e2e/support/form.ts';
import { overlayOf } from '../tests/e2e/support/overlay.ts';
import { filledForm, openImport } from '../tests/e2e/support/table.ts';
import { until } from '../tests/e2e/support/until.ts';
import type { Site } from '../tests/site/server.ts';

/** What a stop may use. `page` is the organiser's tab; it stays open from stop to stop. */
export interface Tour {
  readonly site: Site;
  readonly page: Page;
  readonly organiser: string;
  readonly expert: string;
  logIn(login: string): Promise<void>;
  openExtensionPage(path: string): Promise<Page>;
}

/** One stop: brings about a state and gives the page to be photographed. */
export interface Stop {
  readonly name: string;
  go(tour: Tour): Promise<Page>;
}

const NEWS = 'https://uo-gorod.example.ru/novosti/itogi-nedeli';
const PLAN = 'https://uo-gorod.example.ru/docs/plan-2022.pdf';
const ORDER = {
  title: 'Приказ УО от 15.03.2022 № 123-од «О проведении мониторинга»',
  address: 'https://uo-gorod.example.ru/docs/prikaz-123-od.pdf',
  pageCount: 14,
};
const MARKER = { role: 'button', name: /^Критерий / };
const WITH_FINDINGS = { role: 'button', name: /^Критерий .+, замечаний: [1-9]/ };

/** Sizes of the surfaces as the browser shows them; here they are opened in tabs. */
const POPUP = { width: 400, height: 560 };
const PANEL = { width: 400, height: 768 };

async function login({ page, site, organiser }: Tour): Promise<Page> {
  await page.goto(site.url('/login?next=/mum/php'));
  await page.type('main input[name=login]', organiser);
  await page.type('main input[name=password]', 'учебный-пароль');
  return page;
}

async function form({ page }: Tour): Promise<Page> {
  await page.keyboard.press('Enter');
  await formOn(page, 'php');
  await overlayOf(page).find(MARKER);
  return page;
}

async function news({ page }: Tour): Promise<Page> {
  const link = await (await formOn(page, 'php')).link(0);
  await link.click();
  await page.keyboard.type(NEWS);
  await page.keyboard.press('Tab');
  await overlayOf(page).says(/новост/i);
  return page;
}

async function card({ page }: Tour): Promise<Page> {
  const overlay = overlayOf(page);
  await overlay.click(WITH_FINDINGS);
  await overlay.find({ role: 'dialog' });
  return page;
}

async function fix({ page }: Tour): Promise<Page> {
  const overlay = overlayOf(page);
  await page.keyboard.press('Escape');
  const { link, comment, value } = await formOn(page, 'php');
  await (await link(0)).click({ count: 3 });
  await page.keyboard.type(PLAN);
  await page.keyboard.press('Tab');
  await page.keyboard.type('План работы управления образования на 2022 год');
  await page.keyboard.press('Tab');
  await overlay.click(WITH_FINDINGS);
  await overlay.click({ role: 'button', name: /^Указать страницы/ });
  await overlay.find({ role: 'textbox' });
  await page.keyboard.type('3-5');
  await page.keyboard.press('Enter');
  const field = await comment(0);
  await until('the pages in the comment', async () => /с\.\s3–5/.test(await value(field)));
  return page;
}

async function library({ page, openExtensionPage }: Tour): Promise<Page> {
  await page.keyboard.press('Escape');
  const popup = await openExtensionPage('popup.html');
  await popup.setViewport(POPUP);
  await addDocument(popup, ORDER);
  await says(popup, /123-од/);
  return popup;
}

async function menu({ page }: Tour): Promise<Page> {
  const link = await (await formOn(page, 'php')).link(0, 1);
  await link.focus();
  await page.keyboard.press('ArrowDown');
  const overlay = overlayOf(page);
  await overlay.find({ role: 'combobox' });
  await page.keyboard.type('приказа мониторинг');
  await overlay.find({ role: 'option', name: /123-од/ });
  return page;
}

async function inserted({ page }: Tour): Promise<Page> {
  await page.keyboard.press('Enter');
  const { link, value } = await formOn(page, 'php');
  const field = await link(0, 1);
  await until('the address in the field', async () => (await value(field)) === ORDER.address);
  await overlayOf(page).says(/Вставлено/);
  return page;
}

async function state({ openExtensionPage }: Tour): Promise<Page> {
  const popup = await openExtensionPage('popup.html');
  await popup.setViewport(POPUP);
  await says(popup, /Форма МУМ/);
  return popup;
}

async function panel({ openExtensionPage }: Tour): Promise<Page> {
  const shown = await openExtensionPage('sidepanel.html');
  await shown.setViewport(PANEL);
  await says(shown, /Учебный набор/);
  return shown;
}

/** What fits the position the organiser stands at, beside the form. */
async function beside({ page, openExtensionPage }: Tour): Promise<Page> {
  await page.bringToFront();
  await (await (await formOn(page, 'php')).link(0, 2)).focus();
  const shown = await openExtensionPage('sidepanel.html');
  await shown.setViewport(PANEL);
  await press(shown, 'Библиотека');
  await says(shown, /Подходят к этой позиции/);
  return shown;
}

async function map({ openExtensionPage }: Tour): Promise<Page> {
  const shown = await openExtensionPage('sidepanel.html');
  await shown.setViewport({ width: 900, height: 760 });
  await press(shown, 'Карта');
  await says(shown, /Сколько позиций заполнено/);
  return shown;
}

/** A preparation table before it goes in; nothing is written on the tour. */
async function importing(tour: Tour): Promise<Page> {
  const filled = filledForm();
  const shown = await openImport(tour, { ...filled, positions: filled.positions.slice(0, 40) });
  await shown.setViewport({ width: 1366, height: 1400 });
  await says(shown, /Будет записано/);
  return shown;
}

async function workspace({ openExtensionPage }: Tour): Promise<Page> {
  const shown = await openExtensionPage('workspace.html');
  await says(shown, /Настройки/);
  return shown;
}

async function review({ page, site, organiser, expert, logIn }: Tour): Promise<Page> {
  await (await formOn(page, 'php')).save();
  await logIn(expert);
  await page.goto(site.url(`/mum/php?owner=${organiser}`));
  const overlay = overlayOf(page);
  await overlay.click(MARKER);
  await overlay.find({ role: 'link', name: /3/ });
  await overlay.says(/Источник/);
  return page;
}

/** The main job, stop by stop. */
export const STOPS: readonly Stop[] = [
  { name: 'login', go: login },
  { name: 'form', go: form },
  { name: 'news-link', go: news },
  { name: 'card', go: card },
  { name: 'fix', go: fix },
  { name: 'library', go: library },
  { name: 'insert-menu', go: menu },
  { name: 'inserted', go: inserted },
  { name: 'popup', go: state },
  { name: 'side-panel', go: panel },
  { name: 'side-panel-library', go: beside },
  { name: 'side-panel-map', go: map },
  { name: 'import', go: importing },
  { name: 'workspace', go: workspace },
  { name: 'review', go: review },
];
