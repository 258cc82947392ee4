import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** How a test finds its way on each layout: what a person sees without thinking. Only tests know layouts by name. */
interface LayoutMap {
  /** Selectors of all link and comment fields, in the page's order. */
  readonly link: string;
  readonly comment: string;
  /** Rows a position begins with. */
  readonly rows: number;
}

const NAMED = { link: '#main [name^="link["]', comment: '#main [name^="comm["]' };

const MAPS: Readonly<Record<string, LayoutMap>> = {
  php: { ...NAMED, rows: 5 },
  iframe: { ...NAMED, rows: 5 },
  grid: { ...NAMED, rows: 1 },
  tabs: { ...NAMED, rows: 5 },
  react: { link: '#main .row input', comment: '#main .row textarea', rows: 5 },
  vue: { link: '#main .rows input', comment: '#main .rows textarea', rows: 1 },
  dialog: { link: '#editor .row input', comment: '#editor .row textarea', rows: 5 },
  virtual: { link: '.slot .url', comment: '.slot .comment', rows: 5 },
};

/** The form on an open page. */
export interface OpenedForm {
  /** The frame the fields are in. */
  readonly frame: Frame;
  /** Field of a row (0-based) of a position (0-based, among those in the page now). */
  link(position: number, row?: number): Promise<ElementHandle<HTMLInputElement>>;
  comment(position: number, row?: number): Promise<ElementHandle<HTMLTextAreaElement>>;
  value(field: ElementHandle<HTMLInputElement | HTMLTextAreaElement>): Promise<string>;
  /** Presses the site's own «Сохранить» and waits for its answer; the user's step, never the extension's. */
  save(): Promise<void>;
}

/** The frame that shows the form. */
async function formFrame(page: Page, layout: string): Promise<Frame> {
  if (layout !== 'iframe') return page.mainFrame();
  return until('the form frame', async () => page.frames().find((frame) => frame.url().includes('/inner')));
}

/** Waits until the form of a layout is drawn and gives access to its fields. */
export async function formOn(page: Page, layout: string): Promise<OpenedForm> {
  const map = MAPS[layout];
  if (!map) throw new Error(`No such layout: ${layout}`);
  const frame = await formFrame(page, layout);
  if (layout === 'dialog') await (await frame.waitForSelector('.edit'))?.click();
  await frame.waitForSelector(map.link);
  // One handle, not one for each of the thousands of fields of a big form.
  const nth = (selector: string, index: number): Promise<ElementHandle> =>
    until(`${selector} no. ${index}`, async () => {
      const handle = await frame.evaluateHandle(
        (wanted, at) => document.querySelectorAll(wanted)[at] ?? null,
        selector,
        index,
      );
      return handle.asElement() as ElementHandle | null;
    });
  return {
    frame,
    link: async (position, row = 0) =>
      (await nth(map.link, position * map.rows + row)) as ElementHandle<HTMLInputElement>,
    comment: async (position, row = 0) =>
      (await nth(map.comment, position * map.rows + row)) as ElementHandle<HTMLTextAreaElement>,
    value: (field) => field.evaluate((element) => element.value),
    async save() {
      if (layout === 'dialog') await frame.$eval('.done', (button) => (button as HTMLElement).click());
      await frame.$eval('#main .save', (button) => (button as HTMLElement).click());
      await until('the site to say that it saved', async () =>
        (await formFrame(page, layout)).evaluate(
          () =>
            document.querySelector('.message')?.textContent === 'Данные сохранены.' ||
            location.search.includes('saved=1'),
        ),
      );
    },
  };
}
