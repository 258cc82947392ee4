import assert from 'node:assert/strict';
import { REAL_HOST } from '../../site/certificate.ts';
import { press, says } from '../support/extension-page.ts';
import { type OverlayView, overlayOf } from '../support/overlay.ts';
import type { Context, Scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

const MARKER = { role: 'button', name: /^Критерий / };
const POSITIONS = 40;

/** Opens the form nobody can guess and asks for «Показать форму» in the popup. */
async function begin(context: Context): Promise<OverlayView> {
  const { page, site, opened } = context;
  await page.goto(site.url(`/mum/odd?positions=${POSITIONS}`));
  const popup = await opened.openExtensionPage('popup.html');
  await says(popup, /Показать форму/);
  await press(popup, 'Показать форму');
  const panel = overlayOf(page, page.mainFrame(), 'fis-oko-calibrate');
  await panel.says(/Щёлкните текст одной позиции/);
  await popup.close();
  await page.bringToFront();
  return panel;
}

/** Everything the form would send, and its markup. */
function formNow({ page }: Context): Promise<string> {
  return page.evaluate(() => {
    const form = document.querySelector('#main') as HTMLFormElement;
    return `${form.outerHTML}\n${[...new FormData(form)].join('\n')}`;
  });
}

/** After «Сохранить» the form is there at once, and again when the page is loaded anew. */
async function keeps(context: Context, panel: OverlayView): Promise<void> {
  const { page } = context;
  await panel.says(new RegExp(`Нашлось позиций: ${POSITIONS}, ссылок: ${POSITIONS * 5}`));
  await panel.click({ role: 'button', name: 'Сохранить' });
  const overlay = overlayOf(page);
  await overlay.find(MARKER);
  await page.reload();
  await overlay.find(MARKER);
  const popup = await context.opened.openExtensionPage('popup.html');
  await says(popup, new RegExp(`0 из ${POSITIONS} позиций`));
  await popup.close();
  await forget(context);
  await page.reload();
}

/** The settings list the profile; without it the page is as unknown as before. */
async function forget({ opened, page }: Context): Promise<void> {
  const settings = await opened.openExtensionPage('workspace.html#settings');
  await says(settings, new RegExp(REAL_HOST));
  await press(settings, `Удалить: ${REAL_HOST}`);
  await says(settings, /Пока ни одной/);
  await settings.close();
  await page.bringToFront();
}

/** Shows the parts of a position (0-based) with the mouse. */
async function point({ page }: Context, panel: OverlayView, position: number): Promise<void> {
  const cell = (await page.$$('.words'))[position];
  const words = await cell?.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, height } = range.getClientRects()[0] as DOMRect;
    return { x: x + 12, y: y + height / 2 };
  });
  const fields = await cell?.evaluate((element) =>
    [...(element.parentElement?.querySelectorAll('input, textarea') ?? [])].map((input) => {
      const { x, y } = input.getBoundingClientRect();
      return { x: x + 10, y: y + 8 };
    }),
  );
  const [, link, comment] = fields ?? [];
  if (!words || !link || !comment) throw new Error(`no position ${position}`);
  await page.mouse.move(words.x - 1, words.y);
  await page.mouse.click(words.x, words.y);
  await panel.says(/поле для ссылки/);
  await page.mouse.click(link.x, link.y);
  await panel.says(/поле для комментария/);
  await page.mouse.click(comment.x, comment.y);
  await panel.says(/Если есть, поле для баллов/);
  await panel.click({ role: 'button', name: 'Этого достаточно' });
  await panel.says(/Нашлось позиций/);
}

async function byMouse(context: Context): Promise<void> {
  const { page } = context;
  const panel = await begin(context);
  const before = await formNow(context);
  // A press beside everything says what is asked for, instead of doing nothing.
  const empty = await page.$eval('.odd img', (picture) => {
    const { x, y, width, height } = picture.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(empty.x, empty.y);
  await panel.says(/Здесь не нашлось текста/);
  await point(context, panel, 0);
  await panel.click({ role: 'button', name: 'Уточнить' });
  await panel.says(/Щёлкните текст одной позиции/);
  await point(context, panel, 1);
  assert.equal(await formNow(context), before, 'the form is as it was');
  assert.equal(await page.evaluate(() => document.activeElement?.localName === 'input'), false);
  await keeps(context, panel);
}

async function byKeyboard(context: Context): Promise<void> {
  const { page } = context;
  const panel = await begin(context);
  const first = await page.$eval('.words', (cell) => (cell.textContent ?? '').trim());
  const arrow = async (shown: (text: string) => boolean): Promise<void> => {
    const before = await panel.says(/./);
    await page.keyboard.press('ArrowDown');
    await until('the next candidate', async () => {
      const text = await panel.says(/./);
      return text !== before && shown(text);
    });
  };
  await arrow((text) => text.includes(first.slice(0, 40)));
  await page.keyboard.press('Enter');
  await panel.says(/поле для ссылки/);
  await arrow((text) => text.includes('Поле: без подписи'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await panel.says(/поле для комментария/);
  await arrow((text) => text.includes('Поле: без подписи'));
  await page.keyboard.press('Enter');
  await panel.says(/Если есть, поле для баллов/);
  await panel.focus({ role: 'button', name: 'Этого достаточно' });
  await page.keyboard.press('Enter');
  await keeps(context, panel);
}

async function cancelled(context: Context): Promise<void> {
  const panel = await begin(context);
  await context.page.keyboard.press('Escape');
  await panel.gone({});
  assert.deepEqual(await overlayOf(context.page).all(MARKER), [], 'nothing was kept');
}

/** The site changes after the form was shown: what is missing is named, and one position shown anew mends it. */
async function repaired(context: Context): Promise<void> {
  const { page } = context;
  const panel = await begin(context);
  await point(context, panel, 0);
  await panel.click({ role: 'button', name: 'Сохранить' });
  const overlay = overlayOf(page);
  await overlay.find(MARKER);
  const { identifier } = await page.evaluateOnNewDocument(() => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const input of document.querySelectorAll<HTMLInputElement>('[name^="c["]')) {
        const area = document.createElement('textarea');
        area.name = input.name;
        area.rows = 1;
        input.replaceWith(area);
      }
    });
  });
  await page.reload();
  await panel.says(/Форма изменилась — не нашлось: поле комментария/);
  await panel.focus({ role: 'button', name: 'Показать' });
  await page.keyboard.press('Enter');
  await panel.says(/Щёлкните текст одной позиции/);
  await point(context, panel, 0);
  await panel.says(new RegExp(`Нашлось позиций: ${POSITIONS}, ссылок: ${POSITIONS * 5}`));
  await panel.click({ role: 'button', name: 'Сохранить' });
  await overlay.find(MARKER);
  await page.reload();
  await overlay.find(MARKER);
  await panel.gone({});
  // The profile knows both: the site may change back.
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  await page.reload();
  await overlay.find(MARKER);
  await panel.gone({});
  await forget(context);
}

/** «Показать форму» on a page that recognition alone cannot read. */
export const scenarios: readonly Scenario[] = [
  { name: 'an unknown form is shown by mouse', run: byMouse },
  { name: 'an unknown form is shown by keyboard', run: byKeyboard },
  { name: 'showing the form is cancelled', run: cancelled },
  { name: 'a form that changed is shown anew in place', run: repaired },
];
