import { type CellDraft, type GridBuilder, gridBuilder } from '../builder.ts';
import { LIMITS, OfficeError } from '../errors.ts';
import { type CellDate, type CellKind, columnName, type Grid } from '../grid.ts';
import { TextBuffer } from '../text-buffer.ts';
import { readHyperlink } from '../xlsx/hyperlink.ts';
import { type Attributes, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';

/** .ods. The file keeps each cell's text as shown; rows and cells that repeat are written once with a count. */

interface Style {
  bold: boolean;
  data: string;
}

interface OpenCell {
  readonly text: TextBuffer;
  readonly attributes: { kind: CellKind; value: number | null; date: string; formula: string; style: string };
  readonly repeated: number;
  readonly rows: number;
  readonly columns: number;
  readonly coveredCell: boolean;
}

const count = (attributes: Attributes, name: string): number =>
  Math.max(1, Number(attributes.get(name) ?? 1) || 1);

/** Not the cell's own text: comments, drawings, change marks. */
const SKIPPED = new Set(['annotation', 'tracked-changes', 'shapes', 'ruby-text', 'note']);

/** All sheets in order. Throws `OfficeError` for encrypted and damaged files and for rows repeated without end. */
export function readOds(archive: Archive): Grid[] {
  readXml(archive, 'META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') throw new OfficeError('encrypted');
    },
  });
  const styles = new Map<string, Style>();
  const shows = new Map<string, { day: boolean; year: boolean }>();
  const hiddenTables = new Set<string>();
  const grids: Grid[] = [];
  let style: { name: string; entry: Style } | null = null;
  let dataStyle: { day: boolean; year: boolean } | null = null;
  let grid: GridBuilder | null = null;
  let columnStyles: string[] = [];
  let columns = 0;
  let row = 0;
  let column = 0;
  let rowRepeated = 1;
  let drafts: { column: number; draft: CellDraft; cell: OpenCell }[] = [];
  let cell: OpenCell | null = null;
  let paragraphs = 0;
  let skipped = 0;

  function openTable(attributes: Attributes): void {
    const name = attributes.get('name') ?? '';
    grid = gridBuilder({
      name,
      hidden: hiddenTables.has(attributes.get('style-name') ?? ''),
      place: (r, c) => `${name}!${columnName(c)}${r + 1}`,
    });
    columnStyles = [];
    columns = row = 0;
  }

  function openColumn(attributes: Attributes): void {
    const repeated = count(attributes, 'number-columns-repeated');
    const hidden = /collapse|filter/.test(attributes.get('visibility') ?? '');
    for (let i = 0; i < repeated && columns < LIMITS.columns; i++, columns++) {
      columnStyles[columns] = attributes.get('default-cell-style-name') ?? '';
      if (hidden) grid?.hideColumn(columns);
    }
  }

  function openCell(attributes: Attributes, coveredCell: boolean): void {
    const type = attributes.get('value-type') ?? '';
    const numeric = /^(float|percentage|currency)$/.test(type);
    cell = {
      text: new TextBuffer(),
      attributes: {
        kind: numeric ? 'number' : type === 'date' ? 'date' : type === 'boolean' ? 'boolean' : 'text',
        value: numeric ? Number(attributes.get('value')) : null,
        date: attributes.get('date-value') ?? '',
        formula: attributes.get('formula') ?? '',
        style: attributes.get('style-name') ?? columnStyles[column] ?? '',
      },
      repeated: count(attributes, 'number-columns-repeated'),
      rows: count(attributes, 'number-rows-spanned'),
      columns: count(attributes, 'number-columns-spanned'),
      coveredCell,
    };
  }

  function dateOf(cell: OpenCell): CellDate | null {
    const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(cell.attributes.date);
    if (!parts) return null;
    const seen = shows.get(styles.get(cell.attributes.style)?.data ?? '');
    return {
      year: Number(parts[1]),
      month: Number(parts[2]),
      day: Number(parts[3]),
      showsDay: seen?.day ?? true,
      showsYear: seen?.year ?? true,
    };
  }

  function closeCell(): void {
    if (!cell) return;
    const { text, attributes } = cell;
    const place = column;
    column += cell.repeated;
    const link = attributes.formula ? readHyperlink(attributes.formula.replace(/^of:/, '')) : null;
    const links =
      link && text.links.length === 0 && text.text !== '' ? [wholeLink(link.target, text.text)] : text.links;
    const draft: CellDraft = {
      text: cell.coveredCell ? '' : text.text,
      links,
      kind: attributes.kind,
      number: attributes.value,
      date: dateOf(cell),
      bold: text.bold || (styles.get(attributes.style)?.bold ?? false),
    };
    if (draft.text !== '' || cell.rows > 1 || cell.columns > 1) drafts.push({ column: place, draft, cell });
    cell = null;
  }

  function closeRow(): void {
    if (drafts.some((it) => it.draft.text.trim() !== '')) {
      if (rowRepeated > LIMITS.rows) throw new OfficeError('too-many-rows', { limit: LIMITS.rows });
      for (let r = row; r < row + rowRepeated; r++)
        for (const { column: at, draft, cell: read } of drafts) {
          for (let c = at; c < Math.min(at + read.repeated, LIMITS.columns); c++) grid?.cell(r, c, draft);
          grid?.merge(r, at, read.rows, read.columns);
        }
    }
    row += rowRepeated;
    drafts = [];
  }

  function openStyle(name: string, attributes: Attributes): void {
    if (name === 'style') {
      const entry = { bold: false, data: attributes.get('data-style-name') ?? '' };
      style = { name: attributes.get('name') ?? '', entry };
      styles.set(style.name, entry);
    } else if (name === 'text-properties' && style) {
      style.entry.bold = /^(bold|[6-9]00)$/.test(attributes.get('font-weight') ?? '');
    } else if (name === 'table-properties' && style) {
      if (attributes.get('display') === 'false') hiddenTables.add(style.name);
    } else if (name === 'date-style') {
      dataStyle = { day: false, year: false };
      shows.set(attributes.get('name') ?? '', dataStyle);
    } else if (name === 'day' && dataStyle) dataStyle.day = true;
    else if (name === 'year' && dataStyle) dataStyle.year = true;
  }

  const handlers = {
    open(name: string, attributes: Attributes): void {
      if (SKIPPED.has(name)) skipped++;
      if (skipped > 0) return;
      if (!grid) openStyle(name, attributes);
      if (name === 'table') openTable(attributes);
      else if (name === 'table-column') openColumn(attributes);
      else if (name === 'table-row') {
        rowRepeated = count(attributes, 'number-rows-repeated');
        column = 0;
        if (/collapse|filter/.test(attributes.get('visibility') ?? ''))
          for (let r = row; r < row + Math.min(rowRepeated, LIMITS.rows); r++) grid?.hideRow(r);
      } else if (name === 'table-cell' || name === 'covered-table-cell')
        openCell(attributes, name === 'covered-table-cell');
      else if (!cell) return;
      else if (name === 'p' || name === 'h') {
        if (paragraphs++ === 0) cell.text.newLine();
      } else if (name === 'line-break') cell.text.add('\n', false);
      else if (name === 's') cell.text.add(' '.repeat(Math.min(count(attributes, 'c'), 100)), false);
      else if (name === 'tab') cell.text.add(' ', false);
      else if (name === 'a') cell.text.openLink(attributes.get('href') ?? '');
    },
    text(text: string): void {
      // Line ends and indents of the file itself are one space, as in HTML.
      if (cell && paragraphs > 0 && skipped === 0) cell.text.add(text.replace(/[ \t\r\n]+/g, ' '), false);
    },
    close(name: string): void {
      if (SKIPPED.has(name)) skipped--;
      if (skipped > 0) return;
      if (name === 'p' || name === 'h') paragraphs = Math.max(0, paragraphs - 1);
      else if (name === 'a') cell?.text.closeLink();
      else if (name === 'table-cell' || name === 'covered-table-cell') closeCell();
      else if (name === 'table-row') closeRow();
      else if (name === 'style') style = null;
      else if (name === 'date-style') dataStyle = null;
      else if (name === 'table' && grid) {
        grids.push(grid.build());
        grid = null;
      }
    },
  };
  readXml(archive, 'styles.xml', handlers);
  if (!readXml(archive, 'content.xml', handlers)) throw new OfficeError('damaged');
  return grids;
}

function wholeLink(target: string, text: string) {
  return { target, text, start: 0, end: text.length };
}
