// @vitest-environment jsdom
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { CalibratePanel, RepairNote } from '../../components/calibrate/panel.tsx';
import type { CalibrateActions, CalibrateView } from '../../components/calibrate/types.ts';
import { Fitting } from '../../components/library/fitting.tsx';
import { NoForm } from '../../components/library/no-form.tsx';
import { PositionTab } from '../../components/panel/position-tab.tsx';
import { ReviewTab } from '../../components/panel/review-tab.tsx';
import type { LibraryDocument } from '../../lib/model/library.ts';
import { reviewOf } from '../../lib/progress/review.ts';

/** Colours need a layout; tests/components/contrast.test.ts looks at them. Regions are the page's matter. */
const RULES = { 'color-contrast': { enabled: false }, region: { enabled: false } };
const host = document.createElement('div');
document.documentElement.lang = 'ru';
document.title = 'Проверка';
document.body.append(host);
const nothing = (): void => {};

async function faults(shown: ComponentChild): Promise<string[]> {
  render(<main>{shown}</main>, host);
  const { violations } = await axe.run(host, { rules: RULES });
  return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html}`));
}

const actions: CalibrateActions = {
  onKey: () => false,
  onSkip: nothing,
  onEnough: nothing,
  onBack: nothing,
  onCancel: nothing,
  onSave: nothing,
  onRefine: nothing,
};
const step: CalibrateView = {
  step: 'points',
  number: 4,
  optional: true,
  again: false,
  candidate: 'Поле: без подписи',
  problem: 'Нужно другое поле',
  result: null,
};
const result: CalibrateView = {
  ...step,
  step: null,
  result: {
    positions: 40,
    links: 200,
    withoutComment: 0,
    unrecognised: 1,
    missing: ['трек'],
    why: ['поле ссылки: столбец 2'],
  },
};
const document_: LibraryDocument = {
  id: 'd',
  title: 'Приказ',
  number: '',
  date: '',
  kind: 'order',
  address: 'https://uo.example.ru/a.pdf',
  pageCount: 3,
  access: { kind: 'open', note: '' },
  directions: [],
  note: '',
  createdAt: '2022-01-01T00:00:00.000Z',
  updatedAt: '2022-01-01T00:00:00.000Z',
  deletedAt: null,
};
const offer = { document: document_, reason: 'used-here', pages: '3-5', explanation: '', uses: 1 } as const;

describe('axe finds nothing on', () => {
  afterEach(() => render(null, host));

  it.each([
    ['a step of «Показать форму»', <CalibratePanel view={step} side="right" actions={actions} />],
    ['its result', <CalibratePanel view={result} side="left" actions={actions} />],
    ['the note on a changed form', <RepairNote parts="трек" onRepair={nothing} onClose={nothing} />],
    [
      'documents that fit',
      <Fitting
        position="Наличие показателей"
        offers={[offer]}
        useCounts={new Map([['d', 1]])}
        canInsert
        onOpen={nothing}
        onInsert={nothing}
      />,
    ],
    [
      'a tab without a form',
      <NoForm
        state={{ kind: 'off', site: 'x.ru' }}
        onEnable={nothing}
        onOpenSite={nothing}
        onShow={nothing}
      />,
    ],
    [
      'an expert on the way',
      <ReviewTab
        review={reviewOf(
          [
            { id: 'a', number: '1.1', text: 'Показатели' },
            { id: 'b', number: null, text: 'Анализ' },
          ],
          { a: '2', b: '' },
        )}
        current="a"
        onReveal={nothing}
      >
        <p>Критерий</p>
      </ReviewTab>,
    ],
    [
      'a panel without a position',
      <PositionTab position={null} onReveal={nothing} onStep={nothing} history={[]} onConfirm={nothing} />,
    ],
  ])('%s', async (_name, shown) => {
    expect(await faults(shown)).toEqual([]);
  });
});

describe('documents that fit', () => {
  it('say their pages here and why they are offered', () => {
    render(
      <Fitting
        position="Наличие показателей"
        offers={[offer]}
        useCounts={new Map()}
        canInsert="later"
        onOpen={nothing}
        onInsert={nothing}
      />,
      host,
    );
    expect(host.textContent).toMatch(/с\.\s3–5 · уже был в этой позиции/);
    expect(host.querySelector('.document-insert-later')).not.toBeNull();
    render(null, host);
  });
});
