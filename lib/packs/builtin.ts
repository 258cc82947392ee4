import type { Mechanism } from '../model/form.ts';
import type { Pack } from '../model/pack.ts';

/** What a list of packs shows, and what choosing one needs, without loading it. */
export interface PackInfo {
  readonly id: string;
  readonly title: string;
  readonly mechanism: Mechanism;
  readonly year: number;
  readonly kind: Pack['kind'];
  readonly complete: boolean;
  /** Whether the pack came with the extension: such a pack cannot be removed. */
  readonly builtin: boolean;
}

/** Ids of the packs that come with the extension: files of `assets/packs`, served as `packs/<id>.json`. */
export const BUILTIN_PACKS: readonly string[] = [
  'mum-2022',
  'rum-2022',
  'mum-2021',
  'training-mum',
  'training-rum',
];

/** The line a pack has in lists. */
export function infoOf(pack: Pack, builtin: boolean): PackInfo {
  const { id, title, mechanism, year, kind, complete } = pack;
  return { id, title, mechanism, year, kind, complete, builtin };
}
