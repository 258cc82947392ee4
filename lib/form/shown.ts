import type { Position } from '../model/form.ts';
import type { Item } from './items.ts';
import type { Draft } from './judge.ts';
import { isShownForm } from './judge-shown.ts';
import type { Columns } from './labels.ts';
import type { Reading } from './read.ts';
import { type Shown, shownItems } from './review.ts';
import type { Steps } from './steps.ts';
import type { Token } from './token.ts';
import { readWindow } from './window.ts';

/** What reads a form that can only be looked at; a part of its own in the content script (`form-review`). */
export interface ShownReader {
  items(tokens: readonly Token[], columns: Columns, fields: readonly Item[]): Shown;
  isForm(positions: readonly Position[], drafts: readonly Draft[]): boolean;
  window(
    root: Document | Element,
    read: (part: Document | Element, shown: boolean) => Steps<Reading>,
  ): Steps<Reading | null>;
}

export const shownReader: ShownReader = { items: shownItems, isForm: isShownForm, window: readWindow };
