import { describe, expect, it } from 'vitest';
import { giveUp, leftOver } from '../../lib/import/left-over.ts';
import { type ImportSession, type Placed, placePositions, startImport } from '../../lib/import/session.ts';
import type { MergedPosition } from '../../lib/import/types.ts';

const A = ['1.1. Система оценки качества', 'Объективность', 'Цели и задачи'];
const B = ['2.3. Система воспитания', 'Ориентации', 'Показатели'];

function incoming(path: string[], text: string, links = 1): MergedPosition {
  const rows = Array.from({ length: links }, () => ({
    url: 'https://x.ru/1.pdf',
    comment: '',
    name: '',
    pages: '',
    place: 'B2',
    file: 'а',
    fullComment: '',
  }));
  return { path, text, rows, place: 'A2', file: 'а' };
}

const target = (path: string[], text: string) => ({ id: text, path, text });
const GOALS = 'Наличие муниципальных целей по объективности оценки';

function session(
  positions: MergedPosition[],
  over: Partial<ImportSession> = {},
): [ImportSession, readonly Placed[]] {
  const made = { ...startImport(positions), targets: [target(A, GOALS)], ...over };
  return [made, placePositions(made)];
}

describe('what an import leaves over', () => {
  it('is skipped where the part of the form it belongs to was seen, and waits where it was not', () => {
    const table = [incoming(A, GOALS), incoming(A, 'Меню столовой'), incoming(B, 'Меню столовой')];
    expect(leftOver(...session(table))).toEqual({ waiting: [2], skipped: [1] });
  });

  it('is skipped when the user says so, and nothing when the position has no links', () => {
    const table = [incoming(B, 'Меню столовой'), incoming(B, 'Пустая позиция', 0)];
    expect(leftOver(...session(table, { confirmed: { 0: null } }))).toEqual({ waiting: [], skipped: [0] });
  });

  it('does not wait for a heading of the table under which other positions were found', () => {
    const section = ['1. Механизмы управления качеством', ...A];
    const table = [incoming(section, GOALS), incoming(section, 'Меню столовой')];
    expect(leftOver(...session(table))).toEqual({ waiting: [], skipped: [1] });
  });

  it('is all skipped once the waiting is given up', () => {
    const [now, placed] = session([incoming(B, 'Меню столовой')]);
    const ended = giveUp(now, placed);
    expect(leftOver(ended, placePositions(ended))).toEqual({ waiting: [], skipped: [0] });
  });
});
