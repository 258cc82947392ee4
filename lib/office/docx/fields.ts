import { readHyperlink } from '../xlsx/hyperlink.ts';

/**
 * Field codes: the older way in which Word keeps a hyperlink. A field has a code and, after «separate», the result a
 * person sees; fields stand inside one another.
 */

interface Field {
  code: string;
  /** The field's result is being read; a link is open when `linked`. */
  result: boolean;
  linked: boolean;
}

/** Address in a field's code; null for other fields and for links inside the document. */
export function fieldTarget(code: string): string | null {
  if (/^\s*HYPERLINK\s+\\l/i.test(code)) return null;
  const match = /^\s*HYPERLINK\s+(?:\\[mnt]\s+)*(?:"([^"]*)"|([^\s"\\]+))/i.exec(code);
  return match?.[1] ?? match?.[2] ?? readHyperlink(code)?.target ?? null;
}

export interface FieldEvents {
  openLink(target: string): void;
  closeLink(): void;
}

/** Follows the marks of fields; `seen` tells whether the place is visible at all. */
export class FieldTracker {
  private readonly open: Field[] = [];
  private readonly events: FieldEvents;

  constructor(events: FieldEvents) {
    this.events = events;
  }

  mark(type: string, seen: boolean): void {
    if (type === 'begin') this.open.push({ code: '', result: false, linked: false });
    const field = this.open.at(-1);
    if (!field) return;
    if (type === 'separate') {
      field.result = true;
      const target = fieldTarget(field.code);
      if (target !== null && seen) {
        this.events.openLink(target);
        field.linked = true;
      }
    } else if (type === 'end') {
      if (field.linked) this.events.closeLink();
      this.open.pop();
    }
  }

  addCode(text: string): void {
    const field = this.open.at(-1);
    if (field && field.code.length < 9_000) field.code += text;
  }

  /** Text is seen outside fields and in their results, not between «begin» and «separate». */
  get showsText(): boolean {
    return this.open.every((field) => field.result);
  }
}
