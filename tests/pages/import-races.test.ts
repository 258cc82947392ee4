import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportPack } from '../../lib/criteria/exchange.ts';
import type { Form } from '../../lib/model/form.ts';
import type { Pack } from '../../lib/model/pack.ts';
import type { FormTab } from '../../pages/workspace/form-tab.ts';
import { awaitForm, stopAwaiting } from '../../pages/workspace/import/await-form.ts';
import { fill } from '../../pages/workspace/import/fill.ts';
import { refreshForm } from '../../pages/workspace/import/find-form.ts';
import { onFiles } from '../../pages/workspace/import/given.ts';
import {
  awaiting,
  busy,
  files,
  form,
  journal,
  plan,
  running,
  session,
} from '../../pages/workspace/import/state.ts';

/** The tab with the form: when it answers, and what was asked of it. */
const tab = vi.hoisted(() => ({
  find: async (): Promise<unknown> => null,
  updated: new Set<(id: number, info: { status: string }) => void>(),
  filled: [] as string[],
}));

vi.mock('../../pages/workspace/form-tab.ts', () => ({
  findForm: () => tab.find(),
  askForm: async (_tab: number, name: string, request: { fields: { value: string }[] }) => {
    if (name === 'form.show') return { pressed: null };
    if (name === 'form.read') return { values: request.fields.map(() => null) };
    tab.filled.push(...request.fields.map(({ value }) => value));
    return {
      results: request.fields.map(({ value }) => ({
        outcome: 'rejected',
        before: '',
        after: value,
        reason: null,
      })),
    };
  },
}));
vi.mock('../../lib/messages/follow.ts', () => ({ followTab: () => {} }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: { local: { get: async () => ({}), set: async () => {} } },
    tabs: {
      onUpdated: {
        addListener: (run: never) => tab.updated.add(run),
        removeListener: (run: never) => tab.updated.delete(run),
      },
    },
  },
}));

const TEXT = 'Наличие муниципальных целей по оценке качества';

function shown(text = TEXT): FormTab {
  const row = { url: '', comment: '', name: '', pages: '' };
  const position = { id: 'p1', path: ['1.1. Система'], text, number: null, points: null, confidence: 1 };
  const now: Form = {
    mode: 'fill',
    mechanism: 'mum',
    positions: [{ ...position, rows: [{ ...row, id: 'p1#0' }] }],
  };
  const owner = { site: 'lk.example.ru', login: 'reg01_mmu_02' };
  const snapshot = { form: now, findings: [], criteria: {}, packId: null, owner, page: '1', focused: null };
  return { tabId: 7, title: 'Форма', site: 'https://lk.example.ru', snapshot } as FormTab;
}

const table = (name: string, address: string): File =>
  new File([`Позиции оценивания;Ссылка на документ;Комментарии\n${TEXT};${address};Приказ, с. 3`], name);

beforeEach(() => {
  tab.find = async () => null;
  tab.filled = [];
});

afterEach(async () => {
  stopAwaiting();
  journal.value = null;
  session.value = null;
  files.value = [];
  form.value = null;
});

const names = (): string[] => files.value.map(({ name }) => name);

describe('files', () => {
  it('given while another is read come together, and the page is busy until the last one is there', async () => {
    const first = onFiles([table('первая.csv', 'https://uo.example.ru/1.pdf')]);
    const second = onFiles([table('вторая.csv', 'https://uo.example.ru/2.pdf')]);
    await first;
    expect(busy.value).toBe(true);
    await second;
    expect(busy.value).toBe(false);
    expect(names()).toEqual(['первая.csv', 'вторая.csv']);
    expect(session.value?.positions.flatMap(({ rows }) => rows)).toHaveLength(2);
  });

  it('that cannot be read are told, and hold up no other', async () => {
    const moved = new File(['x'], 'уехал.xlsx');
    moved.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await onFiles([moved, table('есть.csv', 'https://uo.example.ru/1.pdf')]);
    expect(names()).toEqual(['уехал.xlsx', 'есть.csv']);
    expect(files.value[0]?.error).toMatch(/^Файл не прочитать/);
    expect(session.value?.positions).toHaveLength(1);
    // Read again for another reason, it keeps its sentence.
    await onFiles([table('ещё.csv', 'https://uo.example.ru/2.pdf')]);
    expect(files.value[0]?.error).toMatch(/^Файл не прочитать/);
  });

  it('of another page of the workspace say what they are and where they go', async () => {
    const pack = await exportPack({ format: 1 } as unknown as Pack);
    const backup = JSON.stringify({ format: 'fis-oko-backup', version: 1, parts: {} });
    const profile = JSON.stringify({ kind: 'fis-oko-site-profile', format: 1 });
    const criteria = 'Направление;Позиции оценивания;Баллы\n1.1. Система;Наличие целей;2\n;Наличие задач;1';
    await onFiles([
      new File([pack], 'критерии.json'),
      new File([backup], 'копия.json'),
      // Cut in the middle of a download, it still is what it is.
      new File([profile.slice(0, -3)], 'настройка.json'),
      new File([criteria], 'критерии.csv'),
      new File(['{"a": 1}'], 'чужой.json'),
    ]);
    expect(files.value.map(({ otherPage }) => otherPage)).toEqual([
      'criteria/import',
      'backup',
      'settings',
      'criteria/import',
      null,
    ]);
    expect(files.value[0]?.error).toContain('на странице «Критерии»');
    expect(files.value[4]?.error).toMatch(/Таблица подготовки не найдена/);
  });
});

describe('a filling', () => {
  it('that is started twice with one double click runs once', async () => {
    tab.find = async () => shown();
    await onFiles([table('таблица.csv', 'https://uo.example.ru/1.pdf')]);
    expect(plan.value.items).toHaveLength(2);
    await Promise.all([fill(), fill()]);
    expect(tab.filled).toHaveLength(2);
  });

  it('that waits for its form ends when another table is given, and writes nothing of that one', async () => {
    tab.find = async () => shown();
    await onFiles([table('первая.csv', 'https://uo.example.ru/1.pdf')]);
    tab.find = async () => null;
    await fill();
    expect(awaiting.value).toBe('form');
    tab.find = async () => shown();
    await onFiles([table('вторая.csv', 'https://uo.example.ru/2.pdf')]);
    expect(awaiting.value).toBeNull();
    expect(tab.updated.size).toBe(0);
    expect(journal.value).toBeNull();
    expect(tab.filled).toEqual([]);
  });

  it('is not begun while a table is being read', async () => {
    tab.find = async () => shown();
    await onFiles([table('первая.csv', 'https://uo.example.ru/1.pdf')]);
    const reading = onFiles([table('вторая.csv', 'https://uo.example.ru/2.pdf')]);
    await fill();
    await reading;
    expect(journal.value).toBeNull();
    expect(tab.filled).toEqual([]);
  });

  it('takes no table while it runs', async () => {
    tab.find = async () => shown();
    await onFiles([table('первая.csv', 'https://uo.example.ru/1.pdf')]);
    const filling = fill();
    expect(running.value).toBe(true);
    await onFiles([table('вторая.csv', 'https://uo.example.ru/2.pdf')]);
    await filling;
    expect(names()).toEqual(['первая.csv']);
    expect(journal.value?.records).toHaveLength(2);
  });
});

describe('the form', () => {
  it('is never replaced by the answer to an earlier question', async () => {
    let answer = (_: unknown): void => {};
    tab.find = () => new Promise((resolve) => (answer = resolve));
    const slow = refreshForm();
    tab.find = async () => shown('Новая позиция');
    await refreshForm();
    answer(shown('Прежняя позиция'));
    expect(await slow).toBe(true);
    expect(form.value?.snapshot.form.positions[0]?.text).toBe('Новая позиция');
  });

  it('that comes while nobody waits any more starts nothing', async () => {
    let answer: ((found: unknown) => void) | null = null;
    tab.find = () => new Promise((resolve) => (answer = resolve));
    let went = 0;
    awaitForm('form', () => went++, false);
    for (const run of tab.updated) run(7, { status: 'complete' });
    await vi.waitFor(() => expect(answer).not.toBeNull());
    stopAwaiting();
    (answer as unknown as (found: unknown) => void)(shown());
    await new Promise((resolve) => setTimeout(resolve));
    expect(went).toBe(0);
  });
});
