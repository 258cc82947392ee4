import type { Frame, Page } from 'puppeteer-core';
import { type SeenNode, seeShadow } from './shadow.ts';
import { until } from './until.ts';

/** Tag of the overlay's host: the one element the extension adds to a page. */
export const OVERLAY = 'fis-oko-overlay';

/** What to look for in the overlay: role (of the tag or the attribute) and accessible name. */
export interface Wanted {
  readonly role?: string;
  readonly name?: RegExp | string;
}

const ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  a: 'link',
  input: 'textbox',
  li: 'listitem',
};

/** Accessible name as far as the overlay uses it: aria-label, else the text. */
export function nameOf(node: SeenNode): string {
  return node.attributes['aria-label'] ?? (node.text !== '' ? node.text : (node.attributes.title ?? ''));
}

function fits(node: SeenNode, wanted: Wanted): boolean {
  if (wanted.role && (node.attributes.role ?? ROLES[node.tag]) !== wanted.role) return false;
  if (wanted.name === undefined) return true;
  return typeof wanted.name === 'string' ? nameOf(node) === wanted.name : wanted.name.test(nameOf(node));
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The node's box in the page's window, its frame's place added; null when it has none. */
export async function boxOf(node: SeenNode): Promise<Box | null> {
  const box = (await node.call(`function () {
    const b = this.getBoundingClientRect();
    let x = b.x, y = b.y;
    for (let w = window; w.frameElement; w = w.parent) {
      const f = w.frameElement.getBoundingClientRect();
      x += f.x + w.frameElement.clientLeft; y += f.y + w.frameElement.clientTop;
    }
    return { x, y, width: b.width, height: b.height };
  }`)) as Box;
  return box.width > 0 && box.height > 0 ? box : null;
}

/** The node's box once it is wholly in the window and stands still; scrolls to it as a person would. */
async function inView(page: Page, node: SeenNode): Promise<Box | null> {
  await node.call(
    "function () { this.scrollIntoView({ block: 'nearest', inline: 'nearest' }); return true; }",
  );
  const before = await boxOf(node);
  const size = await page.evaluate(
    () =>
      new Promise<{ width: number; height: number }>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done({ width: innerWidth, height: innerHeight })),
        ),
      ),
  );
  const box = await boxOf(node);
  if (!box || !before || box.x !== before.x || box.y !== before.y) return null;
  const inside =
    box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
  return inside ? box : null;
}

/** The overlay of a page (or of one frame of it) as a person finds it. */
export interface OverlayView {
  all(wanted: Wanted): Promise<SeenNode[]>;
  /** Waits for the first that fits and is drawn. */
  find(wanted: Wanted): Promise<SeenNode>;
  /** Clicks it with the mouse. */
  click(wanted: Wanted): Promise<void>;
  /** Moves the keyboard's focus to it. */
  focus(wanted: Wanted): Promise<void>;
  /** Waits until nothing in the overlay fits. */
  gone(wanted: Wanted): Promise<void>;
  /** Waits until the overlay's text has this. */
  says(text: RegExp): Promise<string>;
}

/** Text of everything the overlay shows now. */
async function shownText(page: Page, frame: Frame, tag: string): Promise<string> {
  const nodes = await seeShadow(page, frame, tag);
  return nodes
    .filter((node) => node.parent === null)
    .map((node) => node.text)
    .join('\n');
}

/** Opens the view of a frame's overlay; `tag` names another element of the extension. */
export function overlayOf(page: Page, frame: Frame = page.mainFrame(), tag = OVERLAY): OverlayView {
  const all = async (wanted: Wanted): Promise<SeenNode[]> =>
    (await seeShadow(page, frame, tag)).filter((node) => fits(node, wanted));
  const describe = (wanted: Wanted): string =>
    `${wanted.role ?? 'element'} ${wanted.name ?? ''} in the overlay`;
  const find = (wanted: Wanted): Promise<SeenNode> =>
    until(describe(wanted), async () => {
      for (const node of await all(wanted)) if (await boxOf(node)) return node;
      return null;
    });
  return {
    all,
    find,
    async click(wanted) {
      const box = await until(`${describe(wanted)} in view`, async () => inView(page, await find(wanted)));
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    async focus(wanted) {
      await (await find(wanted)).call('function () { this.focus(); return true; }');
    },
    async gone(wanted) {
      await until(`${describe(wanted)} to go`, async () => (await all(wanted)).length === 0);
    },
    says: (text) =>
      until(`${text} in the overlay`, async () => {
        const shown = await shownText(page, frame, tag);
        return text.test(shown) ? shown : null;
      }),
  };
}
