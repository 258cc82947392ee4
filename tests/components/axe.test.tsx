// @vitest-environment jsdom
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Card } from '../../components/overlay/card.tsx';
import { Marker } from '../../components/overlay/marker.tsx';
import { Menu } from '../../components/overlay/menu.tsx';
import type { OverlayUi } from '../../components/overlay/store.ts';
import { Toast } from '../../components/overlay/toast.tsx';
import { MapTab } from '../../components/panel/map-tab.tsx';
import type { CardView, MarkState } from '../../lib/overlay/types.ts';

/** Colours need a layout; tests/components/contrast.test.ts looks at them. Regions are the page's matter. */
const RULES = { 'color-contrast': { enabled: false }, region: { enabled: false } };
const host = document.createElement('div');
document.documentElement.lang = 'ru';
document.title = 'Проверка';
document.body.append(host);
class NoSizes {
  observe() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoSizes as unknown as typeof ResizeObserver;

const ui = {
  cardSpot: () => ({ left: 0, top: 0 }),
  menuSpot: () => ({ left: 0, top: 0, maxHeight: 200 }),
  toastGoesUp: () => false,
} as unknown as OverlayUi;

async function faults(shown: ComponentChild): Promise<string[]> {
  render(<main>{shown}</main>, host);
  const { violations } = await axe.run(host, { rules: RULES });
  return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html}`));
}

const card: CardView = {
  positionId: 'p',
  path: ['2.3', 'Трек', 'Показатели'],
  text: 'Наличие муниципальных показателей',
  points: 1.5,
  criterion: 'Текст критерия',
  notes: ['Учебный набор'],
  source: 'Источник',
  advice: 'Совет',
  confirm: 'Наличие целей',
  changes: ['В 2021 году — 1 балл.'],
  history: ['В 2022 году эта позиция подтверждалась документом «Приказ».'],
  mistakes: ['Общие слова'],
  cycle: [
    { name: 'Цели', state: 'fine', current: false, positionId: 'a' },
    { name: 'Показатели', state: 'wrong', current: true, positionId: 'p' },
  ],
  findings: [
    {
      key: 'k',
      state: 'wrong',
      what: 'Не указаны страницы',
      why: 'Нужны номера',
      source: 'Требования',
      fixes: [{ label: 'Указать страницы…', ask: 'pages' }],
    },
  ],
  offers: [{ key: 'o', title: 'Приказ', note: 'с. 3', closed: false }],
  rows: [{ label: 'Строка 1', comment: 'с. 3', href: 'https://uo.example.ru/a.pdf', pages: [] }],
  fields: () => [],
};

describe('axe finds nothing on', () => {
  afterEach(() => render(null, host));

  it.each<MarkState>(['wrong', 'doubtful', 'fine', 'empty', 'unrecognised'])(
    'a marker: %s',
    async (state) => {
      const view = { value: { name: '1.1', points: 2, state, count: 1, tip: 'Не указаны страницы' } };
      const place = { value: { left: 0, top: 0, width: 60, compact: false, tip: 'below-right' as const } };
      const model = { id: 'p', view, place } as unknown as Parameters<typeof Marker>[0]['model'];
      expect(await faults(<Marker model={model} ui={ui} />)).toEqual([]);
    },
  );

  it('a card', async () => {
    expect(await faults(<Card view={card} ui={ui} />)).toEqual([]);
  });

  it.each([[card.offers], [[]]])('the insert menu with %j', async (offers) => {
    const view = { rowId: 'r', query: '', loading: false, offers };
    expect(await faults(<Menu view={view} ui={ui} />)).toEqual([]);
  });

  it('a message', async () => {
    const view = {
      text: 'Вставлено',
      action: { label: 'Отменить', id: 'undo' as const },
      tone: 'plain' as const,
    };
    expect(await faults(<Toast view={view} ui={ui} />)).toEqual([]);
  });

  it('the map of the form', async () => {
    const cell = { filled: 1, total: 2, pointsLeft: 3, withFindings: 1, positionId: 'p' };
    const rows = [{ direction: '1.1. Система', track: 'Трек', cells: { goals: cell } }];
    expect(await faults(<MapTab map={{ columns: ['goals'], rows }} onReveal={() => {}} />)).toEqual([]);
    expect(host.querySelector('button')?.textContent).toMatch(/Трек, Цели, заполнено 1 из 2/);
  });
});
