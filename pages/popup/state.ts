import { signal } from '@preact/signals';
import type { Draft } from '../../components/library/draft.ts';
import type { ShownForm } from '../../components/library/form-state.tsx';
import { t } from '../../lib/i18n.ts';
import { errorKey, LibraryError } from '../../lib/library/errors.ts';
import type { GatherPlan } from '../../lib/library/gather.ts';
import type { OpenedLibrary } from '../../lib/library/open.ts';
import type { Undo } from '../../lib/library/types.ts';
import type { LibraryDocument, Use } from '../../lib/model/library.ts';
import { failureText } from '../failure.ts';

/** What the popup shows; signals only. What happens is in the files beside this one. */

export type View =
  | { name: 'list' }
  | { name: 'document'; id: string }
  /** id null: a new document. */
  | { name: 'form'; id: string | null }
  | { name: 'position'; use: Use }
  | { name: 'duplicates' }
  | { name: 'gather'; plan: GatherPlan }
  | { name: 'secrets' }
  | { name: 'confirm'; id: string };

export interface Message {
  readonly tone: 'plain' | 'wrong' | 'doubtful' | 'fine';
  readonly text: string;
  readonly undo: Undo | null;
  /** On the button of `undo`. */
  readonly undoLabel: string;
}

export const library = signal<OpenedLibrary | null>(null);
export const query = signal('');
export const results = signal<readonly LibraryDocument[]>([]);
/** Documents in the library; null while it is being opened. */
export const total = signal<number | null>(null);
export const useCounts = signal<ReadonlyMap<string, number>>(new Map());
export const duplicateGroups = signal<readonly (readonly LibraryDocument[])[]>([]);
export const form = signal<ShownForm | null | undefined>(undefined);
/** Position of the form that documents go into; null: the one the user stands at there. */
export const target = signal<string | null>(null);
/** The popup was opened in a tab of its own: there is no page in front of it to be added. */
export const ownTab = signal(false);
export const view = signal<View>({ name: 'list' });
export const message = signal<Message | null>(null);
export const draft = signal<Draft | null>(null);
export const busy = signal(false);

/** Shows another view; the message of the one before goes, unless it is about what was just done. */
export function go(next: View, keepMessage = false): void {
  if (!keepMessage) message.value = null;
  view.value = next;
}

/** A sentence at the top, with a way back where there is one. */
export function say(
  text: string,
  tone: Message['tone'] = 'fine',
  undo: Undo | null = null,
  undoLabel = t('library.undo'),
): void {
  message.value = { text, tone, undo, undoLabel };
}

/** The sentence was read. */
export function unsay(): void {
  message.value = null;
}

/** Does something that may fail; the failure becomes a sentence, what is typed stays. Gives null then. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  busy.value = true;
  try {
    return await work();
  } catch (error) {
    say(error instanceof LibraryError ? t(errorKey(error)) : failureText(error), 'wrong');
    return null;
  } finally {
    busy.value = false;
  }
}
