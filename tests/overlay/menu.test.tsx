// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Menu } from '../../components/overlay/menu.tsx';
import type { OverlayUi } from '../../components/overlay/store.ts';
import type { MenuView } from '../../lib/overlay/types.ts';

const OLD = { key: 'old', title: 'Справка о питании', note: '', closed: false };
const WANTED = { key: 'wanted', title: 'Приказ о мониторинге', note: '', closed: false };

let root: HTMLElement;
const insertFromMenu = vi.fn();
const ui = {
  actions: { insertFromMenu, searchMenu: vi.fn(), openLibrary: vi.fn() },
  honest: () => true,
  trusted: () => true,
  closeMenu: vi.fn(),
  menuSpot: () => ({ left: 0, top: 0, maxHeight: 300 }),
} as unknown as OverlayUi;

function show(view: Partial<MenuView>): void {
  const whole: MenuView = { rowId: 'r', query: '', loading: false, offers: [], ...view };
  act(() => render(<Menu view={whole} ui={ui} />, root));
}

function press(key: string): void {
  const field = root.querySelector('input') as HTMLInputElement;
  act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
}

// jsdom measures nothing, so nothing can change its size.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
  insertFromMenu.mockReset();
});

describe('Enter before the answer to the words typed last', () => {
  it('takes nothing that fitted other words', () => {
    show({ query: 'приказ', loading: true, offers: [OLD] });
    press('Enter');
    expect(insertFromMenu).not.toHaveBeenCalled();
    show({ query: 'приказ', offers: [WANTED, OLD] });
    expect(insertFromMenu.mock.calls).toEqual([['wanted']]);
  });

  it('is forgotten when something else is typed', () => {
    show({ query: 'при', loading: true, offers: [OLD] });
    press('Enter');
    show({ query: 'приказ', loading: true, offers: [OLD] });
    show({ query: 'приказ', offers: [WANTED] });
    expect(insertFromMenu).not.toHaveBeenCalled();
    press('Enter');
    expect(insertFromMenu.mock.calls).toEqual([['wanted']]);
  });

  it('keeps what the arrows chose when a later answer moves it in the list', () => {
    show({ query: 'приказ', offers: [OLD, WANTED] });
    press('ArrowDown');
    show({ query: 'приказ', offers: [WANTED, OLD] });
    press('Enter');
    expect(insertFromMenu.mock.calls).toEqual([['wanted']]);
  });

  it('takes what the arrows were moved to', () => {
    show({ query: 'приказ', loading: true, offers: [OLD, WANTED] });
    press('ArrowDown');
    press('Enter');
    expect(insertFromMenu.mock.calls).toEqual([['wanted']]);
  });
});

describe('opening', () => {
  it('takes the keys at once: no letter goes to the page', () => {
    // Not inside `act`, which would also run what waits for the next frame.
    render(<Menu view={{ rowId: 'r', query: '', loading: true, offers: [] }} ui={ui} />, root);
    expect(document.activeElement).toBe(root.querySelector('input'));
  });
});

describe('a menu in which nothing fits', () => {
  const last = { key: 'last', title: 'Программа', note: '', closed: false, recent: true };

  it('shows recent documents under their own head, and Enter takes the chosen one', () => {
    show({ offers: [WANTED, last] });
    const heads = [...root.querySelectorAll('.option')].map((one) => one.querySelector('.option-group'));
    expect(heads.map((one) => one?.textContent ?? null)).toEqual([null, 'Недавние', null]);
    press('ArrowDown');
    press('Enter');
    expect(insertFromMenu.mock.calls).toEqual([['last']]);
  });

  it('does not take a recent one for an Enter pressed before the list was there', () => {
    show({ loading: true });
    press('Enter');
    show({ offers: [last] });
    expect(insertFromMenu).not.toHaveBeenCalled();
  });

  it('has nothing chosen while nothing was typed', () => {
    show({});
    expect(root.querySelector('[aria-selected="true"]')).toBeNull();
    press('Enter');
    expect(ui.actions.openLibrary).not.toHaveBeenCalled();
    press('ArrowDown');
    press('Enter');
    expect(ui.actions.openLibrary).toHaveBeenCalledOnce();
  });
});
