// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { isOpaque } from '../../lib/overlay/honest.ts';
import { mountHost } from '../../lib/overlay/host.ts';

const TAG = 'fis-oko-overlay';
const hosts = () => document.querySelectorAll(TAG);

describe('the host', () => {
  beforeEach(() => {
    for (const old of hosts()) old.remove();
    document.body.replaceChildren();
  });

  it('stands outside the page’s body with a closed root', () => {
    const host = mountHost(document, '', new AbortController().signal, () => {});
    expect(host.element.parentNode).toBe(document.documentElement);
    expect(host.element.shadowRoot).toBeNull();
  });

  it('is one, however often it is mounted; the older instance is told to leave', () => {
    let left = 0;
    mountHost(document, '', new AbortController().signal, () => left++);
    mountHost(document, '', new AbortController().signal, () => left++);
    expect(hosts()).toHaveLength(1);
    expect(left).toBe(1);
  });

  it('forces no spacing of letters and words on the reader', () => {
    const { element } = mountHost(document, '', new AbortController().signal, () => {});
    for (const name of ['letter-spacing', 'word-spacing', 'line-height'])
      expect([element.style.getPropertyValue(name), element.style.getPropertyPriority(name)]).toEqual([
        'normal',
        '',
      ]);
  });

  it('leaves the page as it was', () => {
    const before = document.documentElement.outerHTML;
    const stop = new AbortController();
    mountHost(document, '.x{}', stop.signal, () => {});
    stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('moves into an open modal dialog and back', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    const host = mountHost(document, '', new AbortController().signal, () => {});
    let modal = false;
    Object.defineProperty(dialog, 'matches', { value: (selector: string) => selector === ':modal' && modal });
    dialog.setAttribute('open', '');
    await Promise.resolve();
    expect(host.element.parentNode).toBe(document.documentElement);
    dialog.removeAttribute('open');
    modal = true;
    dialog.setAttribute('open', '');
    await Promise.resolve();
    expect(host.element.parentNode).toBe(dialog);
    dialog.removeAttribute('open');
    await Promise.resolve();
    expect(host.element.parentNode).toBe(document.documentElement);
  });

  it('keeps its own keys from the page', () => {
    const host = mountHost(document, '', new AbortController().signal, () => {});
    let heard = 0;
    document.addEventListener('keydown', () => heard++);
    host.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    expect(heard).toBe(0);
  });

  it.each([
    ['opacity: 0.5', false],
    ['opacity: 0.95', true],
    ['visibility: hidden', false],
    ['filter: opacity(20%)', false],
    ['', true],
  ])('an ancestor with «%s» makes it count as seen: %s', (style, seen) => {
    const around = document.createElement('div');
    around.style.cssText = style;
    const inner = document.createElement('div');
    around.append(inner);
    document.body.append(around);
    expect(isOpaque(inner)).toBe(seen);
  });
});
