import { LIMITS } from './errors.ts';
import type { CellLink } from './grid.ts';

/** Text of a cell or paragraph while it is being read: pieces, line ends, and hyperlinks that open and close. */
export class TextBuffer {
  text = '';
  readonly links: CellLink[] = [];
  private open: { target: string; start: number }[] = [];
  private boldLength = 0;

  add(text: string, bold: boolean): void {
    // One character over the limit is enough for the cell to be refused.
    const piece = text.slice(0, Math.max(0, LIMITS.cell + 1 - this.text.length));
    this.text += piece;
    if (bold) this.boldLength += piece.length;
  }

  /** A line end between paragraphs, unless there is nothing before it. */
  newLine(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  openLink(target: string): void {
    this.open.push({ target, start: this.text.length });
  }

  closeLink(): void {
    const link = this.open.pop();
    if (!link || link.target === '' || this.text.length === link.start) return;
    const text = this.text.slice(link.start);
    if (text.trim() === '') return;
    const last = this.links.at(-1);
    // Word cuts one link into several when its text is edited or formatted in parts.
    if (last && last.target === link.target && last.end === link.start)
      this.links[this.links.length - 1] = {
        ...last,
        text: this.text.slice(last.start),
        end: this.text.length,
      };
    else this.links.push({ target: link.target, text, start: link.start, end: this.text.length });
  }

  get openLinks(): number {
    return this.open.length;
  }

  /** True when all that is seen is bold. */
  get bold(): boolean {
    const seen = this.text.replace(/\s/g, '').length;
    return seen > 0 && this.boldLength >= seen;
  }
}
