import { z } from 'zod';

/**
 * A criteria pack: everything the extension knows of one mechanism in one year. Data, never code:
 * built in (assets/packs), imported from the official file, or received from a coordinator.
 */

export const COMPONENT_KINDS = [
  'goals',
  'indicators',
  'methods',
  'monitoring',
  'analysis',
  'recommendations',
  'measures',
  'decisions',
  'effect',
] as const;

/** Step of the management cycle. Names differ between years, so a pack maps its names to these kinds. */
export const componentKindSchema = z.enum(COMPONENT_KINDS);
export type ComponentKind = z.infer<typeof componentKindSchema>;

export const sourceSchema = z.object({
  /** Name of the document the text comes from. */
  title: z.string(),
  date: z.string().optional(),
  url: z.string().optional(),
  /** Page, sheet and cell, or slide, as a person would say it. */
  place: z.string().optional(),
});

export const packPositionSchema = z.object({
  id: z.string(),
  /** Stem and item together, as one text. */
  text: z.string(),
  /** Other wordings of the same position (last year's, a region's). */
  aliases: z.array(z.string()).optional(),
  /** Official text that says what earns the points; '' when the pack does not have it. */
  criterion: z.string(),
  /** Maximum points; null when the source does not say. */
  points: z.number().nullable(),
  /** What loses points here, in the words of the pack. */
  mistakes: z.array(z.string()).optional(),
  /** How to earn the points, in the words of the pack. */
  advice: z.string().optional(),
  source: sourceSchema.optional(),
});
export type PackPosition = z.infer<typeof packPositionSchema>;

export const packComponentSchema = z.object({
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  kind: componentKindSchema.nullable(),
  positions: z.array(packPositionSchema),
});
export type PackComponent = z.infer<typeof packComponentSchema>;

/** What the rules need to know of a track's meaning; data, so that renaming a track breaks no rule. */
export const trackRoleSchema = z.enum(['low-schools-support', 'talents-by-needs']);

export const packTrackSchema = z.object({
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  role: trackRoleSchema.optional(),
  components: z.array(packComponentSchema),
});
export type PackTrack = z.infer<typeof packTrackSchema>;

export const packDirectionSchema = z.object({
  /** «1.1» … «2.4». */
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).optional(),
  /** Maximum points of the direction; null when not known. */
  max: z.number().nullable(),
  tracks: z.array(packTrackSchema),
});
export type PackDirection = z.infer<typeof packDirectionSchema>;

export const PACK_FORMAT = 1;

export const packSchema = z.object({
  format: z.literal(PACK_FORMAT),
  id: z.string().min(1),
  title: z.string(),
  mechanism: z.enum(['mum', 'rum']),
  year: z.number().int(),
  /** `official`: texts of the official file; `training`: invented for training and says so. */
  kind: z.enum(['official', 'training', 'skeleton']),
  /** false: holds only a part of what the official document has. */
  complete: z.boolean(),
  source: sourceSchema,
  /** Number of tracks the source states (18 МУМ-2022, 19 РУМ-2022); null when not stated. */
  tracksTotal: z.number().int().nullable(),
  max: z.number().nullable(),
  sections: z.array(z.object({ code: z.string(), name: z.string(), max: z.number().nullable() })),
  directions: z.array(packDirectionSchema),
  /** Dates in ISO form with what ends or begins then. */
  calendar: z.array(z.object({ date: z.string(), what: z.string(), region: z.string().optional() })),
  /** Phrases that name indicators with negative consequences, or ineffective ones. */
  harmfulPhrases: z.array(z.object({ phrase: z.string(), why: z.string() })),
});
export type Pack = z.infer<typeof packSchema>;

/** A position of a pack with the headings above it. */
export interface PackEntry {
  readonly position: PackPosition;
  readonly component: PackComponent;
  readonly track: PackTrack;
  readonly direction: PackDirection;
  /** Index in the pack's own order. */
  readonly order: number;
}
