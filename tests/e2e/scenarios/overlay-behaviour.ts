import assert from 'node:assert/strict';
import type { Frame } from 'puppeteer-core';
import { addDocument } from '../support/extension-page.ts';
import { boxOf, OVERLAY } from '../support/overlay.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const MENU = { role: 'combobox' };

async function shortcut(
  page: Context['page'],
  code: 'KeyK' | 'KeyZ',
  ...held: ('Alt' | 'Shift' | 'Control')[]
) {
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(code);
  for (const key of held) await page.keyboard.up(key);
}

/** Whether the focus of the frame is on this field. */
const isFocused = (frame: Frame, field: Parameters<Frame['evaluate']>[1]): Promise<boolean> =>
  frame.evaluate((element) => document.activeElement === element, field as never);

/** From a field to its card and back, by keys alone. */
async function byKeys(context: Context): Promise<void> {
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  const link = await form.link(0);
  await link.focus();
  await shortcut(context.page, 'KeyK', 'Alt', 'Shift');
  await overlay.find({ role: 'dialog' });
  await context.page.keyboard.press('Escape');
  await overlay.gone({ role: 'dialog' });
  assert.ok(await isFocused(form.frame, link), 'the focus is back in the field');
}

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rectangles of everything the page shows in the window: letters (without the air above and below them) and controls. */
const shown = (frame: Frame): Promise<Rect[]> =>
  frame.evaluate(() => {
    const rects: Rect[] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node as Text).data.trim() === '' || node.parentElement?.closest('script,style,template')) continue;
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects())
        if (bottom > 0 && top < innerHeight) rects.push({ left, top: top + 3, right, bottom: bottom - 3 });
    }
    for (const control of document.querySelectorAll('input:not([type=hidden]),textarea,select,button')) {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight && right > left) rects.push({ left, top, right, bottom });
    }
    return rects;
  });

/** Markers stand in free space. */
async function coverNothing(context: Context): Promise<void> {
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  const offset = await form.frame.evaluate(() => {
    const box = window.frameElement?.getBoundingClientRect();
    return {
      x: box ? box.x + (window.frameElement?.clientLeft ?? 0) : 0,
      y: box ? box.y + (window.frameElement?.clientTop ?? 0) : 0,
    };
  });
  const rects = await shown(form.frame);
  for (const marker of await overlay.all(MARKER)) {
    const box = await boxOf(marker);
    if (!box) continue;
    const [left, top] = [box.x - offset.x, box.y - offset.y];
    const hit = rects.find(
      (rect) =>
        rect.left < left + box.width - 1 &&
        rect.right > left + 1 &&
        rect.top < top + box.height - 1 &&
        rect.bottom > top + 1,
    );
    assert.equal(
      hit,
      undefined,
      `${marker.attributes['aria-label']} at ${left},${top} covers ${JSON.stringify(hit)}`,
    );
  }
}

/** What of the page lies under a box of the overlay; undefined: nothing. */
const under = (box: Box, rects: readonly Rect[]): Rect | undefined =>
  rects.find(
    ({ left, top, right, bottom }) =>
      left < box.x + box.width - 1 && right > box.x + 1 && top < box.y + box.height - 1 && bottom > box.y + 1,
  );

/** A box on the page that is drawn. */
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a table has no room beside its fields, the finding is told below the position's text, and hides nothing. */
async function toldAtText(context: Context): Promise<void> {
  const { page } = context;
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await (await form.link(0)).type('https://uo-gorod.example.ru/novosti/itogi-nedeli');
  await (await form.link(1)).focus();
  await overlay.says(/Строка 1\. Это новостная лента/);
  const rects = await shown(form.frame);
  const note = await until('the note', async () => {
    for (const one of await overlay.all({ role: 'status' }))
      if (/^. Строка 1/.test(one.text.trim())) return boxOf(one);
    return null;
  });
  assert.equal(under(note, rects), undefined, `the note covers ${JSON.stringify(under(note, rects))}`);
  await page.keyboard.press('Tab');
}

/** With the focus in its row the finding is told in free room, whatever stands around; the card hides no field of it. */
async function focusedRow(context: Context): Promise<void> {
  const { page } = context;
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await (await form.link(0)).type('https://uo-gorod.example.ru/novosti/itogi-nedeli');
  await (await form.comment(0)).focus();
  const line = await until('the line', async () => {
    for (const one of await overlay.all({ role: 'status' })) if (/новостная лента/.test(one.text)) return one;
    return null;
  });
  const box = await boxOf(line);
  const rects = await shown(form.frame);
  if (box) assert.equal(under(box, rects), undefined, `the line covers ${JSON.stringify(under(box, rects))}`);
  await (await form.link(0)).focus();
  await shortcut(page, 'KeyK', 'Alt', 'Shift');
  await overlay.find({ role: 'dialog' });
  await overlay.says(/Строка 1\. Это новостная лента/);
  const card = await until('the card', async () => boxOf(await overlay.find({ role: 'dialog' })));
  for (const field of [await form.link(0), await form.comment(0)]) {
    const at = await field.boundingBox();
    const hit =
      at && under(card, [{ left: at.x, top: at.y, right: at.x + at.width, bottom: at.y + at.height }]);
    assert.ok(!hit, `the card covers a field of its position: ${JSON.stringify([card, hit])}`);
  }
  await page.keyboard.press('Escape');
}

/** A page that makes the overlay transparent, covers it or sends events of its own gets nothing written. */
async function notTricked(context: Context): Promise<void> {
  const { page, opened, login } = context;
  const popup = await opened.openExtensionPage('popup.html');
  const address = `https://uo-gorod.example.ru/docs/secret-${login}.pdf`;
  await addDocument(popup, { title: `Справка ${login}`, address, pageCount: 3 });
  await popup.close();
  await page.bringToFront();
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  const link = await form.link(0);
  await link.focus();
  await link.evaluate((field) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })),
  );
  assert.equal((await overlay.all(MENU)).length, 0, 'a script cannot open the menu');
  await page.keyboard.press('ArrowDown');
  await overlay.find(MENU);
  await page.keyboard.type(login);
  await overlay.find({ role: 'option', name: new RegExp(login) });
  const setOpacity = (value: string) =>
    form.frame.$eval(
      OVERLAY,
      (host, opacity) => (host as HTMLElement).style.setProperty('opacity', opacity, 'important'),
      value,
    );
  await setOpacity('0.01');
  await page.keyboard.press('Enter');
  assert.equal(await form.value(link), '', 'nothing through a transparent overlay');
  await setOpacity('1');
  await page.keyboard.press('Enter');
  await until('the address once it is seen', async () => (await form.value(link)) === address);
}

async function hidden(context: Context): Promise<void> {
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await context.page.keyboard.down('Shift');
  await overlay.click(MARKER);
  await context.page.keyboard.up('Shift');
  await overlay.gone(MARKER);
  await overlay.click({ role: 'button', name: /^Показать$/ });
  await overlay.find(MARKER);
}

/** A site that swaps its pages itself: the markers go with the form and come with it again. */
async function swapped(context: Context): Promise<void> {
  const { page } = context;
  const form = await context.openForm();
  const overlay = context.overlay(form);
  await overlay.find(MARKER);
  await page.evaluate(() => {
    history.pushState(null, '', '/news');
    document.querySelector('#main')?.replaceChildren('Новости');
  });
  await overlay.gone(MARKER);
  await page.evaluate(async (layout) => {
    const html = await (await fetch(`/mum/${layout}`)).text();
    const next = new DOMParser().parseFromString(html, 'text/html').querySelector('#main');
    history.pushState(null, '', `/mum/${layout}`);
    document.querySelector('#main')?.replaceChildren(...(next?.childNodes ?? []));
  }, context.layout);
  await overlay.find(MARKER);
  const link = await form.link(0);
  await link.type('https://uo-gorod.example.ru/novosti/itogi-nedeli');
  await overlay.says(/новостная лента/);
}

const LAYOUTS = ['php', 'grid', 'tabs', 'react', 'vue', 'iframe', 'virtual'] as const;

/** How the overlay behaves in a page that is not ours. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'a card opens from a field by keys and gives the focus back',
    layouts: ['php', 'react', 'iframe'],
    run: byKeys,
  },
  { name: 'markers cover no text and no control', layouts: LAYOUTS, run: coverNothing },
  { name: 'a finding without room is told at the text', layouts: ['php'], run: toldAtText },
  {
    name: 'the line and the card leave the focused row free',
    layouts: ['php', 'grid', 'tabs', 'vue', 'react'],
    run: focusedRow,
  },
  { name: 'pages swapped without loading are followed', layouts: ['php'], run: swapped },
  { name: 'a page cannot trick an insert', layouts: ['php', 'react'], run: notTricked },
  { name: 'markers hide with Shift and come back', layouts: ['grid'], run: hidden },
];
