import { TextBuffer } from '../text-buffer.ts';
import type { Attributes, Relation } from '../xml.ts';
import { FieldTracker, fieldTarget } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphStyle } from './styles.ts';

/** What the walk through the document tells whoever collects tables and paragraphs. */
export interface DocumentEvents {
  /** Where text goes now: the innermost open cell, or null for text outside tables. */
  buffer(): TextBuffer | null;
  paragraph(text: TextBuffer, style: ParagraphStyle): void;
  openTable(): void;
  closeTable(): void;
  openRow(): void;
  closeRow(deleted: boolean): void;
  openCell(): void;
  closeCell(span: number, merge: '' | 'restart' | 'continue'): void;
  skippedColumns(count: number): void;
}

export interface DocumentContext {
  readonly relations: ReadonlyMap<string, Relation>;
  readonly style: (id: string) => ParagraphStyle;
  readonly numbering: Numbering;
}

/** Parts a person does not see in the text: deleted and moved-away text, fallbacks of drawings, notes' marks. */
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'delText',
  'delInstrText',
  'rt',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
]);

interface Paragraph {
  style: ParagraphStyle;
  list: string | null;
  level: number;
  started: boolean;
  text: TextBuffer;
  outside: boolean;
  /** Its end mark was deleted: it goes on in the next paragraph. */
  joined: boolean;
}

/** Handlers for `document.xml`: follows fields, changes, lists and merged cells and reports them as events. */
export function documentWalk(context: DocumentContext, events: DocumentEvents) {
  const paragraphs: Paragraph[] = [];
  const stack: string[] = [];
  let unseen = 0;
  let runBold: boolean | null = null;
  let vanished = false;
  let inText = false;
  let inCode = false;
  /** Text that goes on in the next paragraph because the paragraph mark between them was deleted. */
  let carried: TextBuffer | null = null;
  /** Content controls that show only their prompt («Место для ввода текста»): it is no text. */
  const controls: boolean[] = [];
  const cells: { span: number; merge: '' | 'restart' | 'continue' }[] = [];
  const rows: { deleted: boolean }[] = [];

  const parent = (depth = 1): string => stack[stack.length - 1 - depth] ?? '';
  const isOn = (attributes: Attributes): boolean => !/^(0|false|off|none)$/.test(attributes.get('val') ?? '');

  function start(): void {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || paragraph.started) return;
    paragraph.started = true;
    if (!paragraph.outside && !carried) paragraph.text.newLine();
    const reference =
      paragraph.list === null
        ? paragraph.style.numbering
        : paragraph.list === '0'
          ? null
          : { id: paragraph.list, level: paragraph.level };
    const number = reference ? context.numbering.next(reference) : '';
    if (number) paragraph.text.add(`${number} `, false);
  }

  function say(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || unseen > 0 || vanished || controls.includes(true)) return;
    start();
    paragraph.text.add(text, runBold ?? paragraph.style.bold);
  }

  function openParagraph(): void {
    const inside = events.buffer();
    paragraphs.push({
      style: context.style(''),
      list: null,
      level: 0,
      started: false,
      text: inside ?? (carried && paragraphs.length === 0 ? carried : new TextBuffer()),
      outside: inside === null,
      joined: false,
    });
  }

  function closeParagraph(): void {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    const goesOn = paragraph.joined && (paragraph.started || carried !== null);
    carried = goesOn ? paragraph.text : null;
    if (paragraph.outside && !goesOn) events.paragraph(paragraph.text, paragraph.style);
  }

  /** Marks of deletion on a row and on a paragraph's end; everything inside `del` is passed over. */
  function markDeleted(): void {
    const row = rows.at(-1);
    const paragraph = paragraphs.at(-1);
    if (parent() === 'trPr' && row) row.deleted = true;
    else if (parent() === 'rPr' && parent(2) === 'pPr' && paragraph) paragraph.joined = true;
  }

  const inRun = (): boolean => parent() === 'rPr' && parent(2) === 'r';
  const inList = (): boolean => parent() === 'numPr' && parent(2) === 'pPr';

  const openers = new Map<string, (attributes: Attributes, value: string) => void>([
    ['tbl', () => events.openTable()],
    [
      'tr',
      () => {
        rows.push({ deleted: false });
        events.openRow();
      },
    ],
    [
      'tc',
      () => {
        cells.push({ span: 1, merge: '' });
        events.openCell();
      },
    ],
    ['gridBefore', (_, value) => events.skippedColumns(Number(value) || 0)],
    [
      'gridSpan',
      (_, value) => {
        const cell = cells.at(-1);
        if (cell) cell.span = Math.min(Math.max(1, Number(value) || 1), 256);
      },
    ],
    [
      'vMerge',
      (_, value) => {
        const cell = cells.at(-1);
        if (cell) cell.merge = value === 'restart' ? 'restart' : 'continue';
      },
    ],
    ['sdt', () => void controls.push(false)],
    [
      'showingPlcHdr',
      (attributes) => {
        if (controls.length > 0) controls[controls.length - 1] = isOn(attributes);
      },
    ],
    ['p', openParagraph],
    ['pStyle', (_, value) => style(() => context.style(value))],
    [
      'outlineLvl',
      (_, value) => style((old) => (Number(value) < 9 ? { ...old, level: Number(value) + 1 } : old)),
    ],
    [
      'numId',
      (_, value) => {
        const paragraph = paragraphs.at(-1);
        if (paragraph && inList()) paragraph.list = value;
      },
    ],
    [
      'ilvl',
      (_, value) => {
        const paragraph = paragraphs.at(-1);
        if (paragraph && inList()) paragraph.level = Number(value);
      },
    ],
    [
      'r',
      () => {
        runBold = null;
        vanished = false;
      },
    ],
    [
      'b',
      (attributes) => {
        if (inRun()) runBold = isOn(attributes);
      },
    ],
    [
      'vanish',
      (attributes) => {
        if (inRun()) vanished = isOn(attributes);
      },
    ],
    [
      't',
      () => {
        inText = true;
      },
    ],
    [
      'instrText',
      () => {
        inCode = true;
      },
    ],
    ['tab', () => (parent() === 'r' ? say(' ') : undefined)],
    ['br', () => say('\n')],
    ['cr', () => say('\n')],
    ['noBreakHyphen', () => say('-')],
    ['hyperlink', (attributes) => openLink(linkTarget(attributes))],
    ['fldSimple', (attributes) => openLink(fieldTarget(attributes.get('instr') ?? '') ?? '')],
    ['fldChar', (attributes) => fields.mark(attributes.get('fldCharType') ?? '', unseen === 0)],
  ]);

  const fields = new FieldTracker({ openLink, closeLink: () => paragraphs.at(-1)?.text.closeLink() });

  function style(change: (old: ParagraphStyle) => ParagraphStyle): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph) paragraph.style = change(paragraph.style);
  }

  function linkTarget(attributes: Attributes): string {
    const relation = context.relations.get(attributes.prefixed('id') ?? '');
    const anchor = attributes.get('anchor');
    return relation?.external ? relation.target + (anchor ? `#${anchor}` : '') : '';
  }

  function openLink(target: string): void {
    start();
    paragraphs.at(-1)?.text.openLink(target);
  }

  function open(name: string, attributes: Attributes): void {
    stack.push(name);
    if (UNSEEN.has(name)) {
      if (name === 'del') markDeleted();
      unseen++;
    } else if (unseen === 0 || name === 'fldChar')
      openers.get(name)?.(attributes, attributes.get('val') ?? '');
  }

  function close(name: string): void {
    stack.pop();
    if (UNSEEN.has(name)) {
      unseen--;
      return;
    }
    if (unseen > 0) return;
    if (name === 't') inText = false;
    else if (name === 'instrText') inCode = false;
    else if (name === 'r') vanished = false;
    else if (name === 'sdt') controls.pop();
    else if (name === 'p') closeParagraph();
    else if (name === 'hyperlink' || name === 'fldSimple') paragraphs.at(-1)?.text.closeLink();
    else if (name === 'tc') {
      const cell = cells.pop();
      if (cell) events.closeCell(cell.span, cell.merge);
      carried = null;
    } else if (name === 'tr') events.closeRow(rows.pop()?.deleted ?? false);
    else if (name === 'tbl') events.closeTable();
  }

  function text(piece: string): void {
    if (inCode) fields.addCode(piece);
    else if (inText && fields.showsText) say(piece);
  }

  return { open, close, text };
}
