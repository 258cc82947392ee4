import { describe, expect, it } from 'vitest';
import { startJournal } from '../../lib/fill/run.ts';
import {
  decide,
  extendJournal,
  placePositions,
  planImport,
  sawForm,
  startImport,
} from '../../lib/import/session.ts';
import type { MergedPosition } from '../../lib/import/types.ts';
import type { Form, Position } from '../../lib/model/form.ts';
import { positionId, rowId } from '../../lib/reference/identity.ts';

const PATH = ['1.1. Система оценки качества', 'Объективность', 'Цели и задачи'];
const OTHER = ['2.3. Система воспитания', 'Ориентации', 'Показатели'];

function position(path: string[], text: string, comment = ''): Position {
  const id = positionId(path, text);
  const rows = [0, 1].map((index) => ({
    id: rowId(id, index),
    url: index === 0 && comment ? 'https://x.ru/1.pdf' : '',
    comment: index === 0 ? comment : '',
    name: '',
    pages: '',
  }));
  return { id, path, text, number: null, points: null, rows, confidence: 1 };
}

const form = (...positions: Position[]): Form => ({ mode: 'fill', mechanism: 'mum', positions });

function incoming(path: string[], text: string): MergedPosition {
  const row = {
    url: 'https://x.ru/1.pdf',
    comment: 'с. 5',
    name: '',
    pages: '',
    place: 'B2',
    file: 'а',
    fullComment: 'с. 5',
  };
  return { path, text, rows: [row], place: 'A2', file: 'а' };
}

const first = position(PATH, 'Наличие муниципальных целей по объективности оценки');
const second = position(OTHER, 'Наличие муниципальных показателей по ценностным ориентациям');
const table = [
  incoming(PATH, first.text),
  incoming(OTHER, second.text),
  incoming(['9. Чужое'], 'Меню столовой'),
];

describe('an import into a form that shows one direction at a time', () => {
  it('fills what is on the page and goes on when the next direction is opened', () => {
    let session = sawForm(startImport(table), form(first));
    let placed = placePositions(session);
    expect(placed.map(({ target }) => target)).toEqual([first.id, null, null]);
    const journal = startJournal(planImport(session, placed, form(first)), 'j', 's', '');
    expect(journal.records).toHaveLength(2);

    session = sawForm(session, form(second));
    placed = placePositions(session);
    expect(placed.map(({ target }) => target)).toEqual([first.id, second.id, null]);
    const extended = extendJournal(journal, planImport(session, placed, form(second)));
    expect(extended.records.map(({ item }) => item.positionId)).toEqual([
      first.id,
      first.id,
      second.id,
      second.id,
    ]);
    expect(extendJournal(extended, planImport(session, placed, form(second)))).toBe(extended);
  });

  it('writes nothing to a position nobody is sure of until it is confirmed', () => {
    const session = sawForm(startImport([incoming(PATH, 'Меню столовой')]), form(first));
    expect(planImport(session, placePositions(session), form(first)).items).toEqual([]);
    const confirmed = { ...session, confirmed: { 0: first.id } };
    expect(planImport(confirmed, placePositions(confirmed), form(first)).items).toHaveLength(2);
  });

  it('keeps decisions through a new look at the form', () => {
    const filled = position(PATH, first.text, 'было');
    const session = decide(
      decide(sawForm(startImport(table), form(filled)), null, 'replace'),
      `${filled.id}#0:comment`,
      'append',
    );
    const plan = planImport(session, placePositions(session), form(filled));
    expect(plan.items.map(({ field, action }) => [field, action])).toEqual([
      ['url', 'same'],
      ['comment', 'append'],
    ]);
  });
});
