import { z } from 'zod';

/**
 * A site profile: what a person showed of one position, kept so that every other can be found. Keyed by meaning (the
 * position's text, its link, its comment …); each part carries several ways to find it, none of them an id or a class.
 * Exported as a file, so that one coordinator's profile serves forty municipalities.
 */

const short = z.string().max(300);
const tags = z.array(z.string().max(60)).max(40).readonly();

/** How a field was found: its kind, what names it, its place in the row, its turn among the fields of the position. */
export const fieldWaySchema = z.object({
  /** Tag and type, `input:text`, `textarea:textarea`. */
  shape: short,
  /** Words by which its label differs from the other fields' labels, by source (`label`, `column`, `placeholder` …). */
  labels: z
    .array(z.object({ source: short, words: z.array(short).max(12).readonly() }))
    .max(12)
    .readonly(),
  /** Its name with digits and brackets taken out. */
  name: short,
  /** Tags from the box that holds link and comment down to the field. */
  chain: tags,
  /** Which child of that box it stands in, from 0. */
  branch: z.number().int().min(0).max(10_000),
  /** Column of its table, where it has one. */
  column: z.number().int().min(0).max(10_000).nullable(),
  /** Its turn among the fields of the position, from 0, and after how many fields the turns begin anew (0: never). */
  turn: z.number().int().min(0).max(10_000),
  period: z.number().int().min(0).max(10_000),
  /** No field of another part has this shape. */
  alone: z.boolean(),
});
export type FieldWay = z.infer<typeof fieldWaySchema>;

/** How a text was found: its tag and those around it, how it is dressed, where it stands. */
export const textWaySchema = z.object({
  chain: tags,
  level: z.number().int().min(0).max(9),
  bold: z.boolean(),
  /** Its class: counts only as long as the page still has it. */
  dress: short,
  column: z.number().int().min(0).max(10_000).nullable(),
  /** It begins with a number («1.1.2.3.»). */
  numbered: z.boolean(),
  /** The text a person pointed at: what is to be expected there, shown when it is missed. */
  sample: z.string().max(500),
});
export type TextWay = z.infer<typeof textWaySchema>;

export const positionWaySchema = textWaySchema.extend({
  /** Fields stand behind their text, or before it. */
  side: z.enum(['before', 'after']),
  /** How many like texts stand between it and its first field. */
  gap: z.number().int().min(0).max(100),
  /** Text and fields share a box with no other position; or the text's cell spans the rows of its fields; or neither. */
  unit: z.enum(['box', 'span', 'flow']),
  /** Levels from the text up to the box it shares with its first field. */
  up: z.number().int().min(0).max(400),
});
export type PositionWay = z.infer<typeof positionWaySchema>;

const headingRoleSchema = z.enum(['direction', 'track', 'component']);
export type HeadingRole = z.infer<typeof headingRoleSchema>;

/** A part of the form that a profile knows. */
export type ProfilePart = 'position' | 'link' | 'comment' | 'points' | HeadingRole;

const ways = <T extends z.ZodType>(schema: T, least = 0) => z.array(schema).min(least).max(40).readonly();

export const profileSchema = z.object({
  kind: z.literal('fis-oko-site-profile'),
  format: z.literal(1),
  /** Host the profile was made on. */
  site: z.string().min(1).max(300),
  /** Title of the page it was made on. */
  title: z.string().max(500),
  made: z.iso.datetime(),
  position: ways(positionWaySchema, 1),
  link: ways(fieldWaySchema, 1),
  comment: ways(fieldWaySchema),
  points: ways(fieldWaySchema),
  headings: ways(textWaySchema.extend({ role: headingRoleSchema })),
});
export type SiteProfile = z.infer<typeof profileSchema>;

/** Why a file is no profile: key of a sentence under `profiles.refused`, and where in the file. */
export interface ProfileRefusal {
  readonly reason: 'json' | 'kind' | 'format' | 'content';
  readonly path: string;
}

/** Text of the file a profile is exported as. */
export function profileFile(profile: SiteProfile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}

/** Reads an exported profile; says what is wrong where it is none, or was made by a newer version. */
export function readProfileFile(text: string): SiteProfile | ProfileRefusal {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { reason: 'json', path: '' };
  }
  const { kind, format } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (kind !== 'fis-oko-site-profile') return { reason: 'kind', path: '' };
  if (format !== 1) return { reason: 'format', path: '' };
  const read = profileSchema.safeParse(data);
  if (read.success) return read.data;
  return { reason: 'content', path: read.error.issues[0]?.path.join('.') ?? '' };
}

/** True for what `readProfileFile` refused. */
export function isRefusal(read: SiteProfile | ProfileRefusal): read is ProfileRefusal {
  return 'reason' in read;
}
