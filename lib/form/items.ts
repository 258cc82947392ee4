import { fieldValue } from './field-value.ts';
import type { Reasons } from './reasons.ts';
import type { RoledField } from './roles.ts';
import { each, type Steps } from './steps.ts';
import type { Cell, FieldToken, Hidden, Token } from './token.ts';
import type { Evidence } from './types.ts';
import { isEditable } from './value.ts';
import { isAdd, type LabelRole } from './words.ts';

/** A part of a row or a position: a field, or in the expert's view the element that shows its value. */
export interface Item {
  /** `edit`: a button that opens a position's rows elsewhere; `none`: a note that the position has no rows. */
  readonly role: 'url' | 'comment' | 'score' | 'note' | 'add' | 'edit' | 'none';
  /** First and last token it takes up. */
  readonly at: number;
  readonly end: number;
  readonly element: HTMLElement;
  readonly cell: Cell | null;
  readonly editable: boolean;
  readonly number: number | null;
  /** 0…1, sum of the evidence for its role. */
  readonly weight: number;
  readonly evidence: readonly Evidence[];
  /** Value now; fields are read again each time. */
  read(): string;
}

/** Whether a token stands where no position can be: a menu, a modal window, a template for cloning. */
export function isOutside(token: Token): boolean {
  if (token.aside || token.dialog) return true;
  for (let box: Hidden | null = token.hidden; box; box = box.outer) if (box.template) return true;
  return false;
}

/** An item that is a field of the page. A class: a form has thousands of them. */
class FieldItem implements Item {
  readonly role: Exclude<LabelRole, 'other'>;
  readonly at: number;
  readonly end: number;
  readonly element: HTMLElement;
  readonly cell: Cell | null;
  readonly editable: boolean;
  readonly number: number | null;
  readonly weight: number;
  private readonly reasons: Reasons;

  constructor(token: FieldToken, role: Exclude<LabelRole, 'other'>, reasons: Reasons, number: number | null) {
    this.role = role;
    this.at = token.index;
    this.end = token.index;
    this.element = token.element;
    this.cell = token.cell;
    this.editable = !token.dressed || isEditable(token.element);
    this.number = number;
    this.reasons = reasons;
    this.weight = reasons.weightFor(role);
  }

  /** Asked for only where somebody wants to know why. */
  get evidence(): readonly Evidence[] {
    const { role } = this;
    return this.reasons.list.map((e) => ({
      part: role === 'note' ? 'position' : role,
      kind: e.kind,
      seen: e.seen,
      weight: e.role === role ? e.weight : -e.weight,
    }));
  }

  read(): string {
    return fieldValue(this.element);
  }
}

/** Items of the page's fields; fields in menus, templates, dialogs and table heads are left out. */
export function* fieldItems(fields: readonly RoledField[], tokens: readonly Token[]): Steps<Item[]> {
  const items: Item[] = addButtons(tokens);
  yield* each(fields, ({ token, role, reasons, number }) => {
    if (role === null || role === 'other' || isOutside(token)) return;
    if (token.cell?.header && token.cell.inHead) return;
    items.push(new FieldItem(token, role, reasons, number));
  });
  return items.sort((a, b) => a.at - b.at);
}

/** A part that stands for its position and holds no value: a button, or a note that there are no rows. */
export function signOf(
  role: 'add' | 'edit' | 'none',
  { index, element, cell }: Pick<Token, 'index' | 'element' | 'cell'>,
): Item {
  const still = { editable: false, number: null, weight: 0, evidence: [], read: () => '' };
  return { role, at: index, end: index, element: element as HTMLElement, cell, ...still };
}

/** «Добавить ссылку»: belongs to a position like a field does, and may be all that a position without rows has. */
function addButtons(tokens: readonly Token[]): Item[] {
  return tokens
    .filter((token) => token.kind === 'button' && isAdd(token.text) && !isOutside(token))
    .map((token) => signOf('add', token));
}
