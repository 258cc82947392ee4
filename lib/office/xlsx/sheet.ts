import { gridBuilder } from '../builder.ts';
import { OfficeError } from '../errors.ts';
import { type CellLink, columnName, type Grid } from '../grid.ts';
import { type Attributes, type Relation, readRelations, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { parseReference, readHyperlink, type Shift } from './hyperlink.ts';
import { lines, type RichText, TextCollector, unescapeText } from './strings.ts';
import { type CellStyle, dateOf, showNumber } from './styles.ts';

/** What all sheets of a workbook share. */
export interface Book {
  readonly strings: readonly RichText[];
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
}

interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle | null;
  value: string;
  rich: RichText | null;
  formula: string | null;
  shared: string | null;
}

interface Range {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function parseRange(text: string): Range | null {
  const [from, to] = text.split(':');
  const start = parseReference(from ?? '');
  const end = to === undefined ? start : parseReference(to);
  if (!start || !end) return null;
  return { ...start, rows: end.row - start.row + 1, columns: end.column - start.column + 1 };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const wholeLink = (target: string, text: string): CellLink => ({ target, text, start: 0, end: text.length });

/** Reads one sheet of a workbook. `name` is the sheet's name, for places. Throws `OfficeError`. */
export function readSheet(archive: Archive, part: string, name: string, hidden: boolean, book: Book): Grid {
  const grid = gridBuilder({
    name,
    hidden,
    place: (row, column) => `${name}!${columnName(column)}${row + 1}`,
  });
  const kept: RawCell[] = [];
  const texts = new Map<number, string>();
  const targets = new Map<number, string>();
  /** Hyperlinks over several cells; Excel writes few of them. */
  const areas: { range: Range; target: string }[] = [];
  const shared = new Map<string, RawCell>();
  const formulas: RawCell[] = [];
  const collector = new TextCollector();
  let relations: Map<string, Relation> | null = null;
  let row = -1;
  let column = -1;
  let cell: RawCell | null = null;
  let inside = '';

  const key = (r: number, c: number): number => r * 16384 + c;

  function openCell(attributes: Attributes): void {
    const reference = parseReference(attributes.get('r') ?? '');
    column = reference?.column ?? column + 1;
    if (reference) row = reference.row;
    const style = book.styles[Number(attributes.get('s') ?? 0)] ?? null;
    const type = attributes.get('t') ?? 'n';
    cell = { row, column, type, style, value: '', rich: null, formula: null, shared: null };
  }

  function openRow(attributes: Attributes): void {
    row = Number(attributes.get('r') ?? row + 2) - 1;
    column = -1;
    if (isOn(attributes.get('hidden')) || attributes.get('ht') === '0') grid.hideRow(row);
  }

  function openLink(attributes: Attributes): void {
    const range = parseRange(attributes.get('ref') ?? '');
    relations ??= readRelations(archive, part);
    const relation = relations.get(attributes.prefixed('id') ?? '');
    if (!range || !relation?.target) return;
    const location = attributes.get('location');
    const target = location ? `${relation.target}#${location}` : relation.target;
    if (range.rows === 1 && range.columns === 1) targets.set(key(range.row, range.column), target);
    else if (areas.length < 1_000) areas.push({ range, target });
  }

  /** Text, kind and links of a cell; formulas come later, when the cells they point at are known. */
  function put(raw: RawCell): void {
    const format = raw.style?.format ?? 'General';
    const bold = raw.style?.bold ?? false;
    const value = raw.value;
    let text = lines(unescapeText(value));
    if (raw.rich || raw.type === 's') {
      const rich = raw.rich ?? book.strings[Number(value)];
      grid.cell(raw.row, raw.column, {
        text: rich?.text ?? '',
        bold: bold || (rich?.bold ?? false),
        links: linksOf(raw, rich?.text ?? ''),
      });
      text = rich?.text ?? '';
    } else if (raw.type === 'n' && value !== '' && Number.isFinite(Number(value))) {
      const number = Number(value);
      text = showNumber(number, format);
      const date = dateOf(number, format, book.since1904);
      const kind = date ? 'date' : 'number';
      grid.cell(raw.row, raw.column, { text, kind, number, date, bold, links: linksOf(raw, text) });
    } else if (raw.type === 'd') {
      const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
      const date = day
        ? {
            year: Number(day[1]),
            month: Number(day[2]),
            day: Number(day[3]),
            showsDay: true,
            showsYear: true,
          }
        : null;
      text = day ? `${day[3]}.${day[2]}.${day[1]}` : value;
      grid.cell(raw.row, raw.column, { text, kind: date ? 'date' : 'text', date, bold });
    } else if (raw.type === 'b') {
      text = value === '1' || value === 'true' ? 'ИСТИНА' : 'ЛОЖЬ';
      grid.cell(raw.row, raw.column, { text, kind: 'boolean', bold });
    } else {
      const kind = raw.type === 'e' ? 'error' : 'text';
      grid.cell(raw.row, raw.column, { text, kind, bold, links: linksOf(raw, text) });
    }
    texts.set(key(raw.row, raw.column), text);
  }

  function linksOf(raw: RawCell, text: string): CellLink[] {
    const inArea = ({ range }: { range: Range }): boolean =>
      raw.row >= range.row &&
      raw.row < range.row + range.rows &&
      raw.column >= range.column &&
      raw.column < range.column + range.columns;
    const target = targets.get(key(raw.row, raw.column)) ?? areas.find(inArea)?.target;
    return target === undefined || text === '' ? [] : [wholeLink(target, text)];
  }

  function putFormula(raw: RawCell): void {
    const master = raw.shared === null ? raw : (shared.get(raw.shared) ?? raw);
    const shift: Shift = { rows: raw.row - master.row, columns: raw.column - master.column };
    const formula = raw.formula || master.formula || '';
    const found = readHyperlink(formula, (r, c) => texts.get(key(r, c)) ?? '', shift);
    const text = raw.type === 'str' || raw.rich ? lines(unescapeText(raw.rich?.text ?? raw.value)) : '';
    if (found) {
      const shown = text === '' ? found.text : text;
      grid.cell(raw.row, raw.column, {
        text: shown,
        bold: raw.style?.bold ?? false,
        links: [wholeLink(found.target, shown)],
      });
      return;
    }
    if (raw.value === '' && !raw.rich)
      grid.note({ place: `${name}!${columnName(raw.column)}${raw.row + 1}`, key: 'formula' });
    put(raw);
  }

  const found = readXml(archive, part, {
    open(tag, attributes) {
      if (tag === 'c') openCell(attributes);
      else if (tag === 'row') openRow(attributes);
      else if (tag === 'v' || tag === 'f') inside = tag;
      else if (cell && tag !== 'is') collector.open(tag, attributes);
      else if (tag === 'hyperlink') openLink(attributes);
      else if (tag === 'mergeCell') {
        const range = parseRange(attributes.get('ref') ?? '');
        if (range) grid.merge(range.row, range.column, range.rows, range.columns);
      } else if (tag === 'col' && isOn(attributes.get('hidden')))
        for (let c = Number(attributes.get('min')); c <= Math.min(Number(attributes.get('max')), 256); c++)
          grid.hideColumn(c - 1);
      if (tag === 'f' && cell) {
        cell.formula = '';
        if (attributes.get('t') === 'shared') cell.shared = attributes.get('si') ?? null;
      }
    },
    text(text) {
      if (!cell) return;
      if (inside === 'v') cell.value += text.slice(0, Math.max(0, 40_000 - cell.value.length));
      else if (inside === 'f') cell.formula += text.slice(0, 9_000);
      else collector.add(text);
    },
    close(tag) {
      if (tag === 'v' || tag === 'f') inside = '';
      if (tag === 'is' && cell) cell.rich = collector.take();
      else if (tag === 'c' && cell) finishCell(cell);
      else if (cell) collector.close(tag);
    },
  });

  function finishCell(raw: RawCell): void {
    cell = null;
    if (raw.formula !== null) {
      if (raw.shared !== null && raw.formula !== '') shared.set(raw.shared, raw);
      formulas.push(raw);
    } else if (raw.value !== '' || raw.rich) kept.push(raw);
    // Hyperlinks stand after the cells in the file, so cells wait; far too many are refused before they fill memory.
    if (kept.length + formulas.length > 1_000_000) throw new OfficeError('too-many-rows', { limit: 50_000 });
  }

  if (!found) throw new OfficeError('damaged');
  for (const raw of kept) put(raw);
  for (const raw of formulas) putFormula(raw);
  return grid.build();
}
