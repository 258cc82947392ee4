import { readTable } from '../../../lib/office/table/read.ts';
import type { ColumnChoices } from '../../../lib/office/table/types.ts';
import { sheet as makeSheet, type Sheet, type SheetCell } from './sheet.ts';
import { xlsx } from './xlsx.ts';

/** Positions as short lines: «path › path | text», then «  url | name | pages | comment» for each row. */
export async function outline(
  bytes: Uint8Array,
  name = 'таблица.xlsx',
  choices: ColumnChoices = {},
): Promise<string[]> {
  const { positions } = await readTable(bytes, name, choices);
  return positions.flatMap((position) => [
    `${position.path.join(' › ')} | ${position.text}`,
    ...position.rows.map((row) => `  ${[row.url, row.name, row.pages, row.comment].join(' | ')}`),
  ]);
}

export type Rows = readonly (readonly (string | SheetCell | null)[])[];

/** The outline of one sheet written as .xlsx. */
export function outlineOf(rows: Rows, more: Partial<Sheet> = {}): Promise<string[]> {
  return outline(xlsx([{ ...makeSheet(rows), ...more }]));
}

export const HEAD = [
  'Позиции оценивания',
  'Ссылка на документ',
  'Наименование документа',
  'Страницы для экспертизы',
  'Комментарии (как данная позиция оценивания представлена на указанных страницах)',
];
