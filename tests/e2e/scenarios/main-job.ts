import assert from 'node:assert/strict';
import { LAYOUT_NAMES } from '../../site/layouts/index.ts';
import { nameOf } from '../support/overlay.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const NEWS = 'https://uo-gorod.example.ru/novosti/itogi-nedeli';
const ORDER = 'https://uo-gorod.example.ru/docs/prikaz-123-od.pdf';

async function marked(context: Context): Promise<void> {
  const form = await context.openForm();
  const marker = await context.overlay(form).find(MARKER);
  assert.match(nameOf(marker), /^Критерий .+, (замечаний нет|замечаний: \d+)$/);
}

/** What a screen reader is told; only Chromium shows its tree to tests. */
async function inTree({ page, openForm, overlay }: Context): Promise<void> {
  const form = await openForm();
  await overlay(form).find(MARKER);
  await until('a marker in the accessibility tree', async () =>
    JSON.stringify(await page.accessibility.snapshot()).includes('"name":"Критерий '),
  );
}

async function newsFound(context: Context): Promise<void> {
  const { page, openForm } = context;
  const form = await openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  const link = await form.link(0);
  await link.type(NEWS);
  await page.keyboard.press('Tab');
  await overlay.says(/новост/i);
  await overlay.find({ role: 'button', name: /^Критерий .+, замечаний: [1-9]/ });
  await link.click({ count: 3 });
  await page.keyboard.type(ORDER);
  await page.keyboard.press('Tab');
  await (await form.comment(0)).type('Приказ УО № 123-од, с. 3–5: цели и задачи');
  await page.keyboard.press('Tab');
  await overlay.gone({ role: 'button', name: /замечаний: [1-9]/ });
}

async function fixApplied(context: Context): Promise<void> {
  const { page, openForm, site, login } = context;
  const form = await openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await (await form.link(0)).type(ORDER);
  const comment = await form.comment(0);
  await comment.type('Приказ УО № 123-од');
  await page.keyboard.press('Tab');
  await overlay.click({ role: 'button', name: /^Критерий .+, замечаний: [1-9]/ });
  await overlay.click({ role: 'button', name: /^Указать страницы/ });
  await overlay.find({ role: 'textbox' });
  await page.keyboard.type('3-5');
  await page.keyboard.press('Enter');
  await until('the pages in the comment', async () => /с\.\s3–5/.test(await form.value(comment)));
  await overlay.gone({ role: 'button', name: /замечаний: [1-9]/ });
  // In a modal window the browser's own Escape would close it, with what was typed.
  if (context.layout !== 'dialog') await page.keyboard.press('Escape');
  await form.save();
  const saved = Object.values(site.saved(login)).flat();
  assert.equal(saved[0]?.url, ORDER);
  assert.match(saved[0]?.comment ?? '', /с\.\s3–5/);
}

async function rowsAdded(context: Context): Promise<void> {
  const { page, openForm } = context;
  const form = await openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await form.frame.$$eval('#main .card button', ([button]) => (button as HTMLElement).click());
  // The second row of the first position comes second in the page.
  const link = await form.link(1);
  await link.type(NEWS);
  await page.keyboard.press('Tab');
  await overlay.says(/новост/i);
  await overlay.find({ role: 'button', name: /^Критерий .+, замечаний: [1-9]/ });
}

async function tabsSwitched(context: Context): Promise<void> {
  const { page, openForm } = context;
  const form = await openForm();
  const overlay = context.overlay(form);
  const first = nameOf(await overlay.find(MARKER));
  await page.click('#tab-6');
  await until('markers of the other direction', async () => {
    const [marker] = await overlay.all(MARKER);
    return marker && nameOf(marker) !== first;
  });
  await (await form.link(0)).type(NEWS);
  await page.keyboard.press('Tab');
  await overlay.says(/новост/i);
}

async function sessionEnds(context: Context): Promise<void> {
  const { page, openForm, site, login } = context;
  const form = await openForm();
  await context.overlay(form).find(MARKER);
  await (await form.link(0)).type(ORDER);
  site.expire(login);
  await form.frame.$eval('#main .save', (button) => (button as HTMLElement).click());
  await until('the login page', async () => page.url().includes('/login'));
  await until('no overlay there', async () => (await page.$$('fis-oko-overlay')).length === 0);
}

const REVIEWED = {
  p1_1_1_1_1: [
    { url: ORDER, comment: 'Приказ УО от 15.03.2022 № 123-од, с. 3–5' },
    { url: NEWS, comment: 'Новость о совещании' },
  ],
};

async function reviewed(context: Context): Promise<void> {
  const { site, login, logIn, page, layout } = context;
  site.put(login, REVIEWED);
  await logIn(login.replace(/_mmu_\d+/, '_exp1'));
  await page.goto(site.url(`/mum/${layout}?owner=${login}`));
  const overlay = context.overlay();
  await overlay.find(MARKER);
  // Over the page's own letters; where the comment stands in a locked field, in the card only.
  if (await page.evaluate(() => !document.querySelector('#main textarea:read-only, #main textarea:disabled')))
    assert.equal(
      (await overlay.find({ role: 'link', name: /с\.\s3–5$/ })).attributes.href,
      `${ORDER}#page=3`,
    );
  await overlay.click({ role: 'button', name: /^Критерий .+, замечаний: [1-9]/ });
  await overlay.says(/новост/i);
  const link = await overlay.find({ role: 'link', name: /3/ });
  assert.equal(link.attributes.href, `${ORDER}#page=3`);
}

const GROWING = ['grid', 'vue'] as const;
/** Layouts that send the form as a page; the others answer in place. */
const SENDING = ['php', 'grid', 'tabs'] as const;

/** The main job: criteria at hand, rules as links are typed, fixes, on a page that changes. */
export const scenarios: readonly Scenario[] = [
  { name: 'positions have markers with accessible names', layouts: LAYOUT_NAMES, run: marked },
  {
    name: 'markers are in the accessibility tree',
    browsers: ['chromium'],
    layouts: ['tabs', 'virtual'],
    run: inTree,
  },
  { name: 'a news address gives a finding, a document clears it', layouts: LAYOUT_NAMES, run: newsFound },
  { name: 'a fix from the card is written and kept', layouts: LAYOUT_NAMES, run: fixApplied },
  { name: 'rows the page adds are followed', layouts: GROWING, run: rowsAdded },
  { name: 'a tab that loads is followed', layouts: ['tabs'], run: tabsSwitched },
  { name: 'an ended session leaves nothing behind', layouts: SENDING, run: sessionEnds },
  {
    name: 'the read-only form opens documents at their pages',
    layouts: ['php', 'grid', 'tabs', 'react'],
    run: reviewed,
  },
];
