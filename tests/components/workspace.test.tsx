// @vitest-environment jsdom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Filling } from '../../components/import/filling.tsx';
import { Matched, type MatchedPosition } from '../../components/import/matched.tsx';
import { MoveForm } from '../../components/workspace/move-form.tsx';
import type { FillJournal } from '../../lib/fill/types.ts';

const host = document.createElement('div');
document.body.append(host);
afterEach(() => render(null, host));

const show = (what: ComponentChild): void => void act(() => render(what, host));
const text = (): string => host.textContent ?? '';
const button = (name: string): HTMLButtonElement | undefined =>
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name);

const item = {
  id: 'a',
  positionId: 'p',
  rowIndex: 0,
  field: 'url',
  old: '',
  incoming: 'x',
  action: 'write',
} as const;
const journal = (state: FillJournal['state']): FillJournal => ({
  id: 'j',
  startedAt: '',
  site: 's',
  records: [{ item, status: 'written', before: '', after: 'x', reason: null }],
  state,
});

const nothing = (): void => {};
const filling = (over: Partial<Parameters<typeof Filling>[0]>) => (
  <Filling
    journal={journal('done')}
    running={false}
    trouble=""
    skipped={[]}
    next=""
    stale={false}
    awaits={false}
    titleOf={(id) => id}
    onPause={nothing}
    onResume={nothing}
    onCancel={nothing}
    onFinish={nothing}
    onUndo={nothing}
    onReport={nothing}
    {...over}
  />
);

describe('a filling that left positions out', () => {
  const skipped = [{ text: 'Позиция про погоду', place: 'Лист 1!A22', refused: true }];

  it('is over, says to save the form, and names them', () => {
    show(filling({ skipped }));
    expect(text()).toMatch(/Готово\. 1 поле .*сохраните форму на сайте/);
    expect(text()).toMatch(/1 позиция таблицы не перенесена:.*Позиция про погоду.*лист «Лист 1», ячейка A22/);
    expect(button('Продолжить')).toBeUndefined();
    expect(button('Приостановить')?.disabled).toBe(true);
  });

  it('may go on where they may stand on another page, but that is not the thing to do', () => {
    show(filling({ skipped: skipped.map((one) => ({ ...one, refused: false })) }));
    expect(text()).toMatch(/Готово/);
    expect(button('Продолжить')?.className).toBe('button');
  });

  it('can be ended while it waits for a part of the form', () => {
    const onFinish = vi.fn();
    show(filling({ next: '2.3. Система воспитания', awaits: true, onFinish }));
    expect(text()).toMatch(/Откройте на форме «2\.3\. Система воспитания»/);
    expect(text()).not.toMatch(/Готово/);
    act(() => button('Закончить')?.click());
    expect(onFinish).toHaveBeenCalledOnce();
  });

  it('says nothing of them once it is taken back', () => {
    show(filling({ skipped, journal: journal('undone') }));
    expect(text()).toMatch(/Возвращено как было/);
    expect(text()).not.toMatch(/Записано и прочитано|не перенесена/);
  });
});

describe('positions of a table', () => {
  const base: MatchedPosition = {
    index: 0,
    path: ['1.1'],
    text: 'Позиция',
    place: '',
    target: null,
    sure: false,
    said: false,
    waits: false,
  };
  const targets = [{ id: 't', label: 'Показатели: похожая' }];

  it('nobody is sure of are proposed, shown as left out, and taken by a press', () => {
    const onTarget = vi.fn();
    show(<Matched positions={[{ ...base, target: 't' }]} targets={targets} onTarget={onTarget} />);
    expect(host.querySelector('select')?.value).toBe('');
    act(() => button('Да, это она')?.click());
    expect(onTarget).toHaveBeenCalledWith(0, 't');
  });

  it('stay to be changed after the choice', () => {
    const said = { ...base, target: 't', sure: true, said: true };
    show(<Matched positions={[said]} targets={targets} onTarget={nothing} />);
    expect(host.querySelector('select')?.value).toBe('t');
    expect(text()).not.toMatch(/не уверен/);
  });

  it('of parts not opened yet are folded, and nobody has to choose', () => {
    show(<Matched positions={[{ ...base, waits: true }]} targets={targets} onTarget={nothing} />);
    expect(host.querySelector('details')?.open).toBe(false);
    expect(text()).not.toMatch(/не уверен/);
    expect(host.querySelector('select')?.value).toBe('later');
  });
});

describe('an end of a move', () => {
  const form = (to: 'address' | 'same' | null) => (
    <MoveForm
      from="old.ru"
      to="абракадабра"
      problems={{ from: null, to }}
      valid={false}
      documents={[]}
      fields={[]}
      formOpen
      busy={false}
      done=""
      trouble=""
      canUndo={false}
      onFrom={nothing}
      onTo={nothing}
      onApply={nothing}
      onUndo={nothing}
    />
  );

  it('says what is wrong with it once it is left, and how it should look', () => {
    show(form('address'));
    expect(text()).not.toMatch(/не похоже на адрес/);
    act(
      () =>
        void host.querySelectorAll('input')[1]?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })),
    );
    expect(text()).toMatch(/Это не похоже на адрес — нужно, например, https:/);
    expect(button('Заменить адреса')?.disabled).toBe(true);
    expect(text()).not.toMatch(/ 0 /);
  });
});
