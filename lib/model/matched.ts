import type { ComponentKind } from './pack.ts';

/** What rules and markers need of a position's criterion; the card asks for the full text when it opens. */
export interface CriterionFacts {
  readonly criterionId: string;
  readonly points: number | null;
  readonly component: ComponentKind | null;
  /** Key of the track: positions of one track share it. */
  readonly trackKey: string;
  readonly trackRole: 'low-schools-support' | 'talents-by-needs' | null;
  readonly directionCode: string;
  /** 0…1; below 1 the match is shown as unsure and can be confirmed. */
  readonly certainty: number;
}
