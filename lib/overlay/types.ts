/**
 * What the overlay shows and what it reports back. Plain data in, calls out: the session fills the views,
 * components draw them, lib/overlay decides where. No view holds HTML; every text is shown as text.
 */

/** Worst of what was found, by shape and colour: ● wrong, ▲ doubtful, ✓ fine, ○ nothing filled yet. */
export type MarkState = 'wrong' | 'doubtful' | 'fine' | 'empty' | 'unrecognised';

export interface MarkerView {
  /** Code («1.1.2.3») or the position's first words: the middle of the accessible name. */
  readonly name: string;
  /** null: not known. */
  readonly points: number | null;
  readonly state: MarkState;
  readonly count: number;
  /** First finding, or what the marker has to say instead; '' for nothing. */
  readonly tip: string;
}

/** Where a position's marker belongs. */
export interface MarkerPosition {
  readonly id: string;
  anchor(): Element | null;
  /** Asked when the marker is first drawn and after `updateMarkers`: a form of 4,000 positions draws some 20. */
  view(): MarkerView;
}

export interface FixView {
  readonly label: string;
  /** A fix that asks first: for pages or for a document's name. */
  readonly ask: 'pages' | 'name' | null;
}

export interface FindingView {
  readonly key: string;
  readonly state: 'wrong' | 'doubtful';
  /** What is wrong, with the row it is about. */
  readonly what: string;
  readonly why: string;
  readonly source: string;
  readonly fixes: readonly FixView[];
}

/** One line beside a field. */
export interface FieldMarkView {
  readonly key: string;
  readonly state: 'wrong' | 'doubtful';
  readonly text: string;
  /** The same with its row, for where the line stands away from the field. */
  readonly note: string;
  field(): HTMLElement | null;
  /** The position's text. */
  anchor(): Element | null;
  /** The other field of the same row: while it has the focus, the line is shown as if this one had it. */
  mate(): HTMLElement | null;
}

/** A page number in a text: where it stands, and what opens the document there. */
export interface PageLink {
  readonly from: number;
  readonly to: number;
  readonly href: string;
  readonly label: string;
}

/** Review: a comment whose page numbers open the document. */
export interface PageLinkView {
  readonly key: string;
  /** The element that shows the comment. */
  holder(): HTMLElement | null;
  /** The page numbers in the element's text. */
  find(text: string): readonly PageLink[];
}

export interface CycleStep {
  readonly name: string;
  readonly state: MarkState | 'absent';
  readonly current: boolean;
  /** First position of this step on the page; null when the page has none. */
  readonly positionId: string | null;
}

export interface OfferView {
  readonly key: string;
  readonly title: string;
  /** Second line: pages and where it was used. */
  readonly note: string;
  /** Nothing says that it fits: it is offered because it was added or changed last. */
  readonly recent?: boolean;
  /** Needs a login or password: the page's menu leaves them out. */
  readonly closed: boolean;
}

/** A filled row as an expert reads it: the link, and the pages its comment names, opening at that page. */
export interface RowView {
  readonly label: string;
  readonly comment: string;
  /** Only http(s); null otherwise. */
  readonly href: string | null;
  readonly pages: readonly { readonly label: string; readonly href: string }[];
}

export interface CardView {
  readonly positionId: string;
  readonly path: readonly string[];
  readonly text: string;
  readonly points: number | null;
  /** null while it is being fetched; '' when the pack has no text. */
  readonly criterion: string | null;
  /** What to say instead of or beside the criterion: not found, unsure, training pack, incomplete. */
  readonly notes: readonly string[];
  readonly source: string;
  readonly advice: string;
  readonly mistakes: readonly string[];
  /** Text of the pack's position where the match is unsure and asks for the person's word; '' otherwise. */
  readonly confirm: string;
  /** What changed since the year before, a sentence each. */
  readonly changes: readonly string[];
  /** Documents that confirmed the position in other years, a sentence each. */
  readonly history: readonly string[];
  readonly cycle: readonly CycleStep[];
  readonly findings: readonly FindingView[];
  readonly offers: readonly OfferView[];
  /** Review only. */
  readonly rows: readonly RowView[];
  /** Fields of the position: the card keeps clear of them where it can. */
  fields(): readonly HTMLElement[];
}

export interface MenuView {
  readonly rowId: string;
  readonly query: string;
  readonly loading: boolean;
  readonly offers: readonly OfferView[];
}

export interface ToastView {
  readonly text: string;
  readonly action: {
    readonly label: string;
    readonly id: 'undo' | 'to-free-row' | 'restore' | 'show' | 'drafts';
  } | null;
  readonly tone: 'plain' | 'wrong';
}

/** What the person did in the overlay. Every call comes from a trusted event that passed the hit test. */
export interface OverlayActions {
  openCard(positionId: string): void;
  closeCard(): void;
  applyFix(positionId: string, findingKey: string, fix: number, answer: string): void;
  dismiss(positionId: string, findingKey: string, reason: string): void;
  /** The unsure criterion is the right one. */
  confirmCriterion(positionId: string): void;
  insertFromCard(positionId: string, offerKey: string): void;
  openMenu(field: HTMLElement): void;
  searchMenu(query: string): void;
  insertFromMenu(offerKey: string): void;
  closeMenu(): void;
  openLibrary(): void;
  toastAction(id: 'undo' | 'to-free-row' | 'restore' | 'show' | 'drafts'): void;
  closeToast(): void;
  hideMarkers(): void;
  /** A field of the page got the focus, or lost it (null). */
  fieldFocused(field: HTMLElement | null): void;
  /** The person typed or pasted into the page. */
  typed(field: HTMLElement, how: 'typed' | 'pasted'): void;
  /** Ctrl+Z in a field of the page; true when it was taken. */
  undoKey(field: HTMLElement): boolean;
  /** Is this element a link field that may get a document, and is it empty? */
  insertable(field: HTMLElement): boolean;
  /** Position of a field of the page, for the shortcut from a field to its card. */
  positionOf(field: HTMLElement): string | null;
}

/** Marks of a position's fields, made only where they can be seen. */
export interface FieldMarks {
  views(): readonly FieldMarkView[];
  /** Its first and its last field: what lies between them may be in the window while the position's text is not. */
  ends(): readonly (HTMLElement | null)[];
  /** All its fields. */
  fields(): readonly (HTMLElement | null)[];
}

export interface Overlay {
  /** All positions in document order; called when the form's structure changed. */
  setMarkers(positions: readonly MarkerPosition[]): void;
  /** What these markers say has changed. */
  updateMarkers(positionIds: Iterable<string>): void;
  /** The marks of a position's fields may have changed; asked for when one of the fields is in the window. null: none. */
  setFieldMarks(positionId: string, marks: FieldMarks | null): void;
  setPageLinks(positionId: string, links: readonly PageLinkView[]): void;
  showCard(view: CardView | null): void;
  showMenu(view: MenuView | null): void;
  toast(view: ToastView | null): void;
  setHidden(hidden: boolean): void;
  isHidden(): boolean;
  /** Measures again: the page moved without saying so. */
  refresh(): void;
}
