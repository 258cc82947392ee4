import { t } from '../i18n.ts';
import type { Offer } from '../messages/to-background.ts';
import { isFilled, type Position } from '../model/form.ts';
import { type Desk, rowOf } from './desk.ts';
import { documentName, offerParts, type Written } from './insert.ts';
import { findRow } from './place.ts';

/** Putting a document of the library into the form, from menu, card or popup, and what is said about it. */
export interface Inserting {
  /** Into this row if it is empty; else says so and offers a free one. */
  intoRow(rowId: string, offer: Offer): Promise<void>;
  /** Into the row focused last, else the first free row of the position. */
  intoPosition(positionId: string, offer: Offer): Promise<void>;
  /** The document that found its row taken goes into a free one. */
  again(): Promise<void>;
  undo(): Promise<{ restored: number; kept: number }>;
  /** Remembers the use, and forgets it if the insert is taken back. */
  record(position: Position, documentId: string, pages: string, explanation: string): void;
}

/** Inserts of one session. */
export function createInserting(desk: Desk): Inserting {
  let waiting: { positionId: string; offer: Offer } | null = null;
  const { overlay, state, writer } = desk;

  const say = (written: Written, offer: Offer) => {
    const undo = { label: t('overlay.undo'), id: 'undo' as const };
    const closed = offer.access.kind === 'login' || offer.access.kind === 'password';
    if (written.outcome === 'rejected')
      overlay.toast({ text: t('overlay.rejected'), action: null, tone: 'wrong' });
    else if (written.outcome === 'partly')
      overlay.toast({ text: t('overlay.rejected'), action: undo, tone: 'wrong' });
    else if (written.kept)
      overlay.toast({
        text: t('overlay.inserted_link', { name: documentName(offer) }),
        action: undo,
        tone: 'plain',
      });
    else
      overlay.toast({
        text: closed ? t('overlay.inserted_closed') : t('overlay.inserted', { name: documentName(offer) }),
        action: undo,
        tone: 'plain',
      });
  };
  const record: Inserting['record'] = (position, documentId, pages, explanation) => {
    const use = {
      documentId,
      positionId: position.id,
      positionText: position.text,
      path: [...position.path],
      pages,
      explanation,
      mechanism: state.live.current().mechanism,
      year: state.pack?.year ?? null,
    };
    desk.parts
      .background('library.recordUse', use)
      .then(({ id }) =>
        writer.onUndo(() => void desk.parts.background('library.forgetUse', { id }).catch(() => {})),
      )
      .catch(desk.failed);
  };
  const put = async (rowId: string, position: Position, offer: Offer) => {
    const written = await writer.insert(rowId, offer.address, offerParts(offer));
    if (written.outcome !== 'rejected') record(position, offer.documentId, offer.pages, offer.explanation);
    say(written, offer);
  };
  const intoPosition = async (positionId: string, offer: Offer) => {
    const position = state.live.position(positionId);
    const rowId = position && (await findRow(state.live, position, state.focusedRow));
    if (!position || !rowId) {
      overlay.toast({ text: t('overlay.no_row'), action: null, tone: 'wrong' });
      return;
    }
    await put(rowId, position, offer);
  };

  return {
    record,
    intoPosition,
    async intoRow(rowId, offer) {
      const at = rowOf(desk, rowId);
      const row = at?.position.rows[at.index];
      if (!at || !row) return;
      if (!isFilled(row)) return put(rowId, at.position, offer);
      waiting = { positionId: at.position.id, offer };
      overlay.toast({
        text: t('overlay.row_taken'),
        action: { label: t('overlay.to_free_row'), id: 'to-free-row' },
        tone: 'plain',
      });
    },
    async again() {
      const next = waiting;
      waiting = null;
      overlay.toast(null);
      if (next) await intoPosition(next.positionId, next.offer);
    },
    async undo() {
      const result = await writer.undo();
      overlay.toast({
        text: t(result.kept > 0 ? 'overlay.undone_partly' : 'overlay.undone'),
        action: null,
        tone: 'plain',
      });
      return result;
    },
  };
}
