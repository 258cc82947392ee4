import { fieldValue } from './field-value.ts';
import type { Item } from './items.ts';
import type { Evidence } from './types.ts';

/** A part of a position that is made like a known one: all but its element is its model's. */
export class CopiedItem implements Item {
  readonly element: HTMLElement;
  private readonly model: Item;

  constructor(model: Item, element: HTMLElement) {
    // A copy of a copy leans on the first.
    this.model = model instanceof CopiedItem ? model.model : model;
    this.element = element;
  }
  get role(): Item['role'] {
    return this.model.role;
  }
  get at(): number {
    return this.model.at;
  }
  get end(): number {
    return this.model.end;
  }
  /** Cells are asked for while a page is read whole only. */
  get cell(): null {
    return null;
  }
  get editable(): boolean {
    return this.model.editable;
  }
  get number(): number | null {
    return this.model.number;
  }
  get weight(): number {
    return this.model.weight;
  }
  get evidence(): readonly Evidence[] {
    return this.model.evidence;
  }
  read(): string {
    return fieldValue(this.element);
  }
}
