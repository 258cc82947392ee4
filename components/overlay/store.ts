import { type Signal, signal } from '@preact/signals';
import type {
  CardView,
  FieldMarkView,
  MarkerView,
  MenuView,
  OverlayActions,
  ToastView,
} from '../../lib/overlay/types.ts';

/** What the overlay's components draw from. One signal a marker: a keystroke redraws one marker, not the list. */

export interface MarkerPlace {
  /** In layer coordinates. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Only the sign fits here. */
  readonly compact: boolean;
  /** Where the tooltip opens. */
  readonly tip: 'below-right' | 'below-left' | 'above-right' | 'above-left';
}

export interface MarkerModel {
  readonly id: string;
  readonly view: Signal<MarkerView>;
  readonly place: Signal<MarkerPlace | null>;
}

export interface FieldMarkPlace {
  readonly view: FieldMarkView;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** The focus is in its row. */
  readonly near: boolean;
  /** null: there is no free room for the line; the marker and the mark at the field's edge tell it. `note`: it stands at the position's text, so high; 0: at the field. */
  readonly line: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly note: number;
  } | null;
}

/** A link over a page number of the page's own text. */
export interface PageLinkPlace {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly left: number;
  readonly top: number;
}

export interface Store {
  readonly markers: Signal<readonly MarkerModel[]>;
  readonly fieldMarks: Signal<readonly FieldMarkPlace[]>;
  readonly pageLinks: Signal<readonly PageLinkPlace[]>;
  readonly insertButton: Signal<Spot | null>;
  readonly card: Signal<CardView | null>;
  readonly menu: Signal<MenuView | null>;
  readonly toast: Signal<ToastView | null>;
  readonly hidden: Signal<boolean>;
}

/** An empty overlay. */
export function createStore(): Store {
  return {
    markers: signal<readonly MarkerModel[]>([]),
    fieldMarks: signal<readonly FieldMarkPlace[]>([]),
    pageLinks: signal<readonly PageLinkPlace[]>([]),
    insertButton: signal<Spot | null>(null),
    card: signal<CardView | null>(null),
    menu: signal<MenuView | null>(null),
    toast: signal<ToastView | null>(null),
    hidden: signal(false),
  };
}

/** What components need beside views: the checks of events, places, and what the person may do. */
export interface OverlayUi {
  readonly actions: OverlayActions;
  /** A person's own event, for what changes nothing on the page. */
  trusted(event: Event): boolean;
  /** A person's own event on a control that is seen, for what writes into the page. */
  honest(event: Event): boolean;
  openCard(positionId: string, from: HTMLElement | null): void;
  closeCard(): void;
  closeMenu(): void;
  /** Moves from a marker to the next (1) or previous (−1) position's marker. */
  step(positionId: string, by: 1 | -1): void;
  /** Where a card or menu of this size goes, in window coordinates. */
  cardSpot(width: number, height: number): Spot & { readonly maxHeight?: number };
  menuSpot(width: number, height: number): Spot & { readonly maxHeight: number };
  openMenuAtField(): void;
  /** True when something that is needed stands where messages are shown: they then go to the top of the window. */
  toastGoesUp(): boolean;
}
