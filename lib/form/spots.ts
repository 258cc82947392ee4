import type { FieldRole } from '../model/finding.ts';
import { rowId } from '../reference/identity.ts';
import type { Found } from './read.ts';
import { isField } from './value.ts';

/** Where a field belongs. */
export interface Spot {
  readonly positionId: string;
  readonly rowId: string;
  readonly row: number;
  readonly role: FieldRole;
}

/** The fields of a form. One entry a field, no object: a form has thousands of them. */
export class Spots {
  private readonly owners = new Map<Element, Found>();

  /** Takes in the fields of a position. */
  place(found: Found): void {
    for (const { url, comment } of found.rows) {
      if (url) this.owners.set(url.element, found);
      if (comment) this.owners.set(comment.element, found);
    }
  }

  /** Lets go of them. */
  remove({ rows }: Found): void {
    for (const { url, comment } of rows) {
      if (url) this.owners.delete(url.element);
      if (comment) this.owners.delete(comment.element);
    }
  }

  clear(): void {
    this.owners.clear();
  }

  /** All fields, in page order but for those that came later. */
  elements(): Iterable<Element> {
    return this.owners.keys();
  }

  /** Where a field belongs; null for what is none of the form's. */
  at(element: Element): Spot | null {
    const found = this.owners.get(element);
    if (!found) return null;
    const row = found.rows.findIndex(
      ({ url, comment }) => url?.element === element || comment?.element === element,
    );
    const role = found.rows[row]?.url?.element === element ? 'url' : 'comment';
    const positionId = found.position.id;
    return { positionId, rowId: rowId(positionId, row), row, role };
  }

  /** The form's field an element is, or is in (a rich text's own parts). */
  own(target: Element): Element | null {
    for (let node: Element | null = target; node; node = node.parentElement) {
      if (this.owners.has(node)) return node;
      if (isField(node) && node.localName !== 'div') break;
    }
    return null;
  }
}
