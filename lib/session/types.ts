import type { LiveForm, LiveOptions } from '../form/types.ts';
import type { BackgroundMessage, ReplyOf, RequestOf } from '../messages/registry.ts';
import type { Finding } from '../model/finding.ts';
import type { Overlay, OverlayActions } from '../overlay/types.ts';
import type { Engine, RuleContext } from '../rules/types.ts';

/** What a session is made of. Everything it works with comes as an argument, so that tests give their own. */
export interface SessionParts {
  /** Recognises the page; null when it is not the form. */
  openForm(options: LiveOptions): LiveForm | null;
  createEngine(context: RuleContext): Engine;
  /** Texts of a finding. */
  describe(finding: Finding): FindingText;
  createOverlay(actions: OverlayActions, signal: AbortSignal): Overlay;
  background: Background;
  /** Tells the pages of the extension that follow this form. */
  follow(news: { readonly focused: string | null; readonly changed: boolean }): void;
  /** Whose form this is: drafts are kept apart by site and municipality. */
  readonly owner: { readonly site: string; readonly login: () => string };
  /** Another one after each load of the page. */
  readonly page: string;
  /** Runs when the page is being left or hidden: the last moment to keep what was typed. */
  onLeave(run: () => void): void;
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean;
  now(): Date;
  setTimer(run: () => void, ms: number): () => void;
}

export interface FindingText {
  readonly what: string;
  readonly why: string;
  readonly source: string;
}

/** `send` of lib/messages. */
export type Background = <N extends BackgroundMessage>(name: N, request: RequestOf<N>) => Promise<ReplyOf<N>>;
