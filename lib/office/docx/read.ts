import { t } from '../../i18n.ts';
import { type GridBuilder, gridBuilder } from '../builder.ts';
import { OfficeError } from '../errors.ts';
import type { Grid, Paragraph } from '../grid.ts';
import { TextBuffer } from '../text-buffer.ts';
import { readRelations, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { documentWalk } from './document.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

/**
 * .docx. Read here, not by mammoth: the table reader needs merged cells, places, tracked changes (insertions count,
 * deletions do not), field codes and automatic numbers, which mammoth's HTML does not keep.
 */

interface ReadCell {
  readonly text: TextBuffer;
  column: number;
  span: number;
}

interface OpenTable {
  readonly slot: number;
  readonly builder: GridBuilder;
  readonly lines: ReadCell[][];
  /** Vertically merged cells still growing, by column. */
  readonly growing: Map<number, { row: number; rows: number; span: number }>;
  row: number;
  column: number;
  cells: ReadCell[];
  merges: { column: number; span: number; merge: string }[];
  cell: ReadCell | null;
}

/** Tables in the document's order, nested ones after the table they stand in. Throws `OfficeError`. */
export function readDocx(archive: Archive, main: string): Grid[] {
  const relations = readRelations(archive, main);
  const partOf = (type: string): string =>
    [...relations.values()].find((it) => it.type === type)?.target ?? '';
  const open: OpenTable[] = [];
  const grids: (Grid | null)[] = [];
  let paragraphs: Paragraph[] = [];

  function openTable(): void {
    const table = grids.length + 1;
    const builder = gridBuilder({
      name: t('office.place.table', { table }),
      place: (row, column) => t('office.place.tableCell', { table, row: row + 1, column: column + 1 }),
      document: true,
      nested: open.length > 0,
      before: open.length > 0 ? [] : paragraphs,
    });
    if (open.length === 0) paragraphs = [];
    grids.push(null);
    open.push({
      slot: grids.length - 1,
      builder,
      lines: [],
      growing: new Map(),
      row: 0,
      column: 0,
      cells: [],
      merges: [],
      cell: null,
    });
  }

  function closeTable(): void {
    const table = open.pop();
    if (!table) return;
    for (const [column, merge] of table.growing)
      table.builder.merge(merge.row, column, merge.rows, merge.span);
    grids[table.slot] = table.builder.build();
    const outer = open.at(-1)?.cell?.text;
    if (!outer) return;
    for (const line of table.lines) {
      outer.newLine();
      for (const [index, cell] of line.entries()) {
        if (index > 0) outer.add(' ', false);
        const shift = outer.text.length;
        outer.add(cell.text.text, false);
        for (const link of cell.text.links)
          outer.links.push({ ...link, start: link.start + shift, end: link.end + shift });
      }
    }
  }

  function closeCell(span: number, merge: '' | 'restart' | 'continue'): void {
    const table = open.at(-1);
    if (!table?.cell) return;
    table.cell.span = span;
    table.cells.push(table.cell);
    table.merges.push({ column: table.column, span, merge });
    table.column += span;
    table.cell = null;
  }

  function closeRow(deleted: boolean): void {
    const table = open.at(-1);
    if (!table) return;
    if (!deleted) {
      table.builder.widen(table.column);
      for (const { column, span, merge } of table.merges) {
        const growing = table.growing.get(column);
        if (merge === 'continue' && growing) {
          growing.rows++;
          continue;
        }
        if (growing) table.builder.merge(growing.row, column, growing.rows, growing.span);
        table.growing.delete(column);
        if (merge !== '') table.growing.set(column, { row: table.row, rows: 1, span });
        else if (span > 1) table.builder.merge(table.row, column, 1, span);
      }
      for (const cell of table.cells)
        table.builder.cell(table.row, cell.column, {
          text: cell.text.text,
          links: cell.text.links,
          bold: cell.text.bold,
        });
      if (open.length > 1) table.lines.push(table.cells);
      table.row++;
    }
    table.cells = [];
    table.merges = [];
  }

  const walk = documentWalk(
    {
      relations,
      style: readStyles(archive, partOf('styles') || 'word/styles.xml'),
      numbering: readNumbering(archive, partOf('numbering') || 'word/numbering.xml'),
    },
    {
      buffer: () => open.at(-1)?.cell?.text ?? null,
      paragraph(text, style) {
        if (text.text.trim() === '' || open.length > 0) return;
        paragraphs.push({ text: text.text, level: style.level, bold: text.bold });
        if (paragraphs.length > 500) paragraphs.shift();
      },
      openTable,
      closeTable,
      openRow() {
        const table = open.at(-1);
        if (table) table.column = 0;
      },
      closeRow,
      openCell() {
        const table = open.at(-1);
        if (table) table.cell = { text: new TextBuffer(), column: table.column, span: 1 };
      },
      closeCell,
      skippedColumns(count) {
        const table = open.at(-1);
        if (table) table.column += Math.min(count, 256);
      },
    },
  );
  if (!readXml(archive, main, walk)) throw new OfficeError('damaged');
  const result = grids.filter((grid) => grid !== null);
  const last = result.at(-1);
  if (last) result[result.length - 1] = { ...last, after: paragraphs };
  return result;
}
