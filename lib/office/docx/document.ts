import { readHyperlink } from '../xlsx/hyperlink.ts';
import type { Attributes, Relation } from '../xml.ts';
import type { Numbering, NumberingRef } from './numbering.ts';
import type { ParagraphStyle } from './styles.ts';
import { TextBuffer } from './text.ts';

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

interface Field {
  code: string;
  /** The field's result is being read; a link is open when `linked`. */
  result: boolean;
  linked: boolean;
}

function fieldTarget(code: string): string | null {
  const match = /^\s*HYPERLINK\s+(?:\\[lm]\s+\S+\s+)*"([^"]*)"|^\s*HYPERLINK\s+([^\s"\\]+)/i.exec(code);
  const target = match?.[1] ?? match?.[2] ?? readHyperlink(code)?.target ?? null;
  return /^\s*HYPERLINK\s+\\l/i.test(code) ? null : target;
}

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
  const fields: Field[] = [];
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

  function fieldChar(type: string): void {
    const buffer = paragraphs.at(-1)?.text;
    if (type === 'begin') fields.push({ code: '', result: false, linked: false });
    const field = fields.at(-1);
    if (!field) return;
    if (type === 'separate') {
      field.result = true;
      const target = fieldTarget(field.code);
      if (target !== null && unseen === 0) {
        start();
        buffer?.openLink(target);
        field.linked = true;
      }
    } else if (type === 'end') {
      if (field.linked) buffer?.closeLink();
      fields.pop();
    }
  }

  function open(name: string, attributes: Attributes): void {
    stack.push(name);
    if (UNSEEN.has(name)) {
      if (name === 'del' && parent() === 'trPr') {
        const row = rows.at(-1);
        if (row) row.deleted = true;
      } else if (name === 'del' && parent() === 'rPr' && parent(2) === 'pPr') {
        const paragraph = paragraphs.at(-1);
        if (paragraph) paragraph.joined = true;
      }
      unseen++;
      return;
    }
    if (unseen > 0 && name !== 'fldChar') return;
    const paragraph = paragraphs.at(-1);
    const value = attributes.get('val') ?? '';
    switch (name) {
      case 'tbl':
        return events.openTable();
      case 'tr':
        rows.push({ deleted: false });
        return events.openRow();
      case 'tc':
        cells.push({ span: 1, merge: '' });
        return events.openCell();
      case 'gridBefore':
        return events.skippedColumns(Number(value) || 0);
      case 'gridSpan': {
        const cell = cells.at(-1);
        if (cell) cell.span = Math.min(Math.max(1, Number(value) || 1), 256);
        return;
      }
      case 'vMerge': {
        const cell = cells.at(-1);
        if (cell) cell.merge = value === 'restart' ? 'restart' : 'continue';
        return;
      }
      case 'sdt':
        controls.push(false);
        return;
      case 'showingPlcHdr':
        if (controls.length > 0) controls[controls.length - 1] = isOn(attributes);
        return;
      case 'p':
        return openParagraph();
      case 'pStyle':
        if (paragraph) paragraph.style = context.style(value);
        return;
      case 'numId':
        if (paragraph && parent(2) === 'pPr') paragraph.list = value;
        return;
      case 'ilvl':
        if (paragraph && parent(2) === 'pPr') paragraph.level = Number(value);
        return;
      case 'outlineLvl':
        if (paragraph && Number(value) < 9)
          paragraph.style = { ...paragraph.style, level: Number(value) + 1 };
        return;
      case 'r':
        runBold = null;
        vanished = false;
        return;
      case 'b':
        if (parent() === 'rPr' && parent(2) === 'r') runBold = isOn(attributes);
        return;
      case 'vanish':
        if (parent() === 'rPr' && parent(2) === 'r') vanished = isOn(attributes);
        return;
      case 't':
        inText = true;
        return;
      case 'instrText':
        inCode = true;
        return;
      case 'tab':
        if (parent() === 'r') say(' ');
        return;
      case 'br':
      case 'cr':
        return say('\n');
      case 'noBreakHyphen':
        return say('-');
      case 'sym':
        return;
      case 'hyperlink': {
        const relation = context.relations.get(attributes.prefixed('id') ?? '');
        const anchor = attributes.get('anchor');
        const target = relation?.external ? relation.target + (anchor ? `#${anchor}` : '') : '';
        start();
        return paragraph?.text.openLink(target);
      }
      case 'fldSimple':
        start();
        return paragraph?.text.openLink(fieldTarget(attributes.get('instr') ?? '') ?? '');
      case 'fldChar':
        return fieldChar(attributes.get('fldCharType') ?? '');
    }
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
    if (inCode) {
      const field = fields.at(-1);
      if (field && field.code.length < 9_000) field.code += piece;
    } else if (inText && (fields.length === 0 || fields.every((field) => field.result))) say(piece);
  }

  return { open, close, text };
}
