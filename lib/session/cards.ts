import type { Offer } from '../messages/to-background.ts';
import { type CardParts, type CriterionCard, cardView } from './card.ts';
import { criterionAsked } from './criteria.ts';
import type { Desk } from './desk.ts';

/** The one open card: fetches what it shows and draws it again whenever something about it changed. */
export interface Cards {
  open(positionId: string): void;
  close(): void;
  current(): string | null;
  /** Draws again if the open card is among these positions or in their track. */
  refresh(): void;
  offer(key: string): Offer | null;
  /** Asks for criteria again: the pack has changed. */
  forget(): void;
}

/** Cards of one session. Texts of criteria are kept until the form is matched anew (`forget`). */
export function createCards(desk: Desk): Cards {
  const criteria = new Map<string, CriterionCard>();
  let current: string | null = null;
  let offers: readonly Offer[] = [];
  let history: CardParts['history'] = [];

  const draw = () => {
    const position = current === null ? null : desk.state.live.position(current);
    if (!position) {
      if (current !== null) close();
      return;
    }
    const facts = desk.state.criteria.get(position.id);
    // Until the form is matched nobody knows that there is none: the card says so then, and does not move later.
    const none = desk.state.matched ? null : undefined;
    const criterion = facts?.criterionId ? criteria.get(facts.criterionId) : none;
    const parts = { position, findings: desk.shown.of(position.id), criterion, offers, history };
    desk.overlay.showCard(cardView(parts, desk.state, desk.parts.describe, desk.shown.of));
  };
  const close = () => {
    current = null;
    desk.overlay.showCard(null);
  };
  const fetchCriterion = async (positionId: string) => {
    const facts = desk.state.criteria.get(positionId);
    const packId = desk.state.pack?.id;
    if (!facts?.criterionId || !packId || criteria.has(facts.criterionId)) return;
    const { criterionId } = facts;
    criteria.set(criterionId, await desk.parts.background('criteria.card', { packId, criterionId }));
    if (current === positionId) draw();
  };
  const fetchOffers = async (positionId: string) => {
    const position = desk.state.live.position(positionId);
    if (!position) return;
    const reply = await desk.parts.background('library.suggest', {
      position: { id: position.id, text: position.text, path: position.path },
      query: '',
      ...criterionAsked(desk.state, position.id),
    });
    if (current !== positionId) return;
    offers = reply.offers;
    history = reply.history;
    draw();
  };

  return {
    open(positionId) {
      current = positionId;
      offers = [];
      history = [];
      draw();
      fetchCriterion(positionId).catch(desk.failed);
      fetchOffers(positionId).catch(desk.failed);
    },
    close,
    current: () => current,
    refresh: () => {
      if (current === null) return;
      draw();
      if (current !== null) fetchCriterion(current).catch(desk.failed);
    },
    forget: () => criteria.clear(),
    offer: (key) => offers.find((offer) => offer.documentId === key) ?? null,
  };
}
