import type { LiveForm, WriteResult } from '../form/types.ts';
import type { Offer } from '../messages/to-background.ts';
import type { CommentParts } from '../model/comment.ts';
import type { FieldRole } from '../model/finding.ts';
import { composeComment } from '../reference/comment.ts';
import { parsePages } from '../reference/pages.ts';
import { collapse } from '../reference/text.ts';

/** Writing documents into rows and taking that back. One step of undo: the last thing that was written. */

export interface Written {
  readonly results: readonly WriteResult[];
  readonly outcome: 'written' | 'partly' | 'rejected';
  /** The user typed into one of the fields meanwhile: that one was left as it is. */
  readonly kept: boolean;
}

interface Value {
  readonly rowId: string;
  readonly field: FieldRole;
  readonly value: string;
}

export interface Writer {
  insert(rowId: string, address: string, parts: CommentParts): Promise<Written>;
  /** Several fields as one step (a fix), in this order; the first that the page refuses ends it. */
  write(values: readonly Value[]): Promise<Written>;
  /** Puts back what the last step changed, except fields changed since. */
  undo(): Promise<{ restored: number; kept: number }>;
  canUndo(): boolean;
  /** True while nothing was typed into the row since the last step: Ctrl+Z then means that step. */
  isFresh(rowId: string): boolean;
  typed(rowId: string): void;
  /** Runs when the last step is taken back: e.g. forgetting the use it recorded. */
  onUndo(run: () => void): void;
}

const took = (result: WriteResult): boolean => result.outcome === 'written' || result.outcome === 'unchanged';

/** A writer for one form. */
export function createWriter(live: () => LiveForm): Writer {
  let last: readonly WriteResult[] = [];
  let fresh = false;
  let after: (() => void)[] = [];

  const heldBy = ({ rowId, field }: Value): string | undefined => findRowIn(live(), rowId)?.[field];

  const write: Writer['write'] = async (values) => {
    const held = values.map(heldBy);
    const results: WriteResult[] = [];
    let kept = false;
    for (const [index, value] of values.entries()) {
      // Each write waits for the page's say; what the user types into the next field meanwhile stays.
      if (heldBy(value) !== held[index]) {
        kept = true;
        continue;
      }
      const result = await live().write(value.rowId, value.field, value.value);
      results.push(result);
      if (!took(result)) break;
      if (result.outcome !== 'written') continue;
      const isFirst = !results.slice(0, -1).some(({ outcome }) => outcome === 'written');
      last = isFirst ? [result] : [...last, result];
      if (isFirst) {
        fresh = true;
        after = [];
      }
    }
    const good = results.filter(took).length;
    const outcome = good === results.length ? 'written' : good > 0 ? 'partly' : 'rejected';
    return { results, outcome, kept };
  };

  return {
    write,
    insert(rowId, address, parts) {
      const comment = composeComment(parts);
      const url = { rowId, field: 'url' as const, value: address };
      return write(comment === '' ? [url] : [url, { rowId, field: 'comment', value: comment }]);
    },
    async undo() {
      const step = last;
      const runs = after;
      last = [];
      after = [];
      fresh = false;
      let restored = 0;
      for (const { rowId, field, before, after: value } of [...step].reverse()) {
        const row = findRowIn(live(), rowId);
        if (!row || row[field] !== value) continue;
        if (took(await live().write(rowId, field, before))) restored++;
      }
      for (const run of runs) run();
      return { restored, kept: step.length - restored };
    },
    canUndo: () => last.length > 0,
    isFresh: (rowId) => fresh && last.some((result) => result.rowId === rowId),
    typed(rowId) {
      if (last.some((result) => result.rowId === rowId)) fresh = false;
    },
    onUndo: (run) => void after.push(run),
  };
}

function findRowIn(live: LiveForm, rowId: string): { url: string; comment: string } | null {
  const position = live.position(rowId.slice(0, rowId.lastIndexOf('#')));
  return position?.rows.find((row) => row.id === rowId) ?? null;
}

/** Comment of a document offered in the page: its name, pages and explanation; login and password stay out. */
export function offerParts(offer: Offer): CommentParts {
  return {
    name: documentName(offer),
    pages: parsePages(offer.pages).pages,
    login: '',
    password: '',
    access: offer.access.kind === 'other' ? offer.access.note : '',
    explanation: offer.explanation,
  };
}

/** Title with date and number, unless the title already has them. */
export function documentName(document: Pick<Offer, 'title' | 'number' | 'date'>): string {
  const { number, date } = document;
  const title = collapse(document.title);
  const dated = date === '' || title.includes(date) ? title : `${title} от ${date}`;
  const bare = number.replace(/^№\s*/, '');
  return bare === '' || title.includes(bare) ? dated : `${dated} № ${bare}`;
}
