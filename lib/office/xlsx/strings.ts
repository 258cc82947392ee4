import { LIMITS } from '../errors.ts';
import type { Attributes } from '../xml.ts';
import { readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';

/** A text of the workbook: rich text is joined, phonetic guides are left out. */
export interface RichText {
  text: string;
  bold: boolean;
}

/** `_x000D_` and the like stand for characters XML cannot hold (ECMA-376, 22.4.2.4). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** One way of line breaks. */
export function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Collects the text of an `si` or `is` element: feed it the events between its tags. */
export class TextCollector {
  private text = '';
  private inText = false;
  private phonetic = 0;
  private run = { bold: false, length: 0 };
  private boldLength = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.phonetic++;
    else if (name === 't') this.inText = this.phonetic === 0;
    else if (name === 'r') this.run = { bold: false, length: 0 };
    else if (name === 'b') this.run.bold = attributes.get('val') !== '0' && attributes.get('val') !== 'false';
  }

  add(text: string): void {
    if (!this.inText) return;
    // One character over the limit is enough for the cell to be refused; more would only fill memory.
    const piece = text.slice(0, Math.max(0, LIMITS.cell + 1 - this.text.length));
    this.text += piece;
    if (this.run.bold) this.boldLength += piece.length;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    else if (name === 't') this.inText = false;
    else if (name === 'r') this.run = { bold: false, length: 0 };
  }

  take(): RichText {
    const text = lines(unescapeText(this.text));
    const result = { text, bold: text.length > 0 && this.boldLength >= this.text.length };
    this.text = '';
    this.boldLength = 0;
    this.run = { bold: false, length: 0 };
    return result;
  }
}

/** The workbook's shared strings, by index. */
export function readSharedStrings(archive: Archive, part: string): RichText[] {
  const strings: RichText[] = [];
  const collector = new TextCollector();
  readXml(archive, part, {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.add(text),
    close(name) {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
