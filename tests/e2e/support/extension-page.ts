import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** The first element that is drawn and whose label, accessible name or text begins with this. */
async function byName(page: Page, selector: string, name: string): Promise<ElementHandle<HTMLElement>> {
  return until(`${selector} «${name}»`, async () => {
    const handle = await page.evaluateHandle(
      (wanted, start) =>
        [...document.querySelectorAll<HTMLElement>(wanted)].find((element) => {
          const labels = (element as HTMLInputElement).labels;
          const text =
            element.getAttribute('aria-label') ??
            (labels?.length ? labels[0]?.textContent : element.textContent);
          return (text ?? '').trim().startsWith(start) && element.checkVisibility();
        }) ?? null,
      selector,
      name,
    );
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  });
}

/** Whether the element has stood in one place for two frames: a person presses what stands still. */
function standsStill(handle: ElementHandle<HTMLElement>): Promise<boolean> {
  return handle.evaluate(async (element) => {
    const place = (): string => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.isConnected ? `${x} ${y} ${width} ${height}` : '';
    };
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    element.scrollIntoView({ block: 'nearest' });
    const before = place();
    await frame();
    await frame();
    return before !== '' && place() === before;
  });
}

/** Presses a button, link or tab of one of the extension's own pages, once it stands still; a failure tells what the page had. */
export async function press(page: Page, name: string): Promise<void> {
  try {
    await until(`«${name}» to be pressed`, async () => {
      const handle = await byName(page, 'button:enabled, a, [role=tab]', name);
      if (!(await standsStill(handle))) return false;
      await handle.click();
      return true;
    });
  } catch (error) {
    const shown = await page.evaluate(() => document.body.textContent ?? '').catch(String);
    throw new Error(
      `${error instanceof Error ? error.message : error}; the page has «${shown.slice(-1500)}»`,
    );
  }
}

/** Types into a field of one of the extension's own pages, replacing what is there. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await until(`«${label}» to be reached`, async () => {
    await (await byName(page, 'input, textarea', label)).click({ count: 3 });
    return true;
  });
  await page.keyboard.type(text);
}

/** Waits until the page's text has this; the message of a failure tells what it had. */
export async function says(page: Page, text: RegExp): Promise<string> {
  return until(`${text} on ${page.url()}`, async () => {
    const shown = await page.evaluate(() => document.body.textContent ?? '');
    if (!text.test(shown)) throw new Error(`it says «${shown.slice(0, 200)} … ${shown.slice(-1000)}»`);
    return shown;
  });
}

export interface TypedDocument {
  readonly title: string;
  readonly address: string;
  readonly pageCount?: number;
}

/** Adds a document to the library by hand, in an open popup. */
export async function addDocument(popup: Page, document: TypedDocument): Promise<void> {
  await press(popup, 'Добавить вручную');
  await fill(popup, 'Название', document.title);
  await fill(popup, 'Адрес (ссылка)', document.address);
  if (document.pageCount !== undefined) await fill(popup, 'Сколько страниц', String(document.pageCount));
  await press(popup, 'Добавить');
  await says(popup, /Документ добавлен/);
}
