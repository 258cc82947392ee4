import { z } from 'zod';

const text = z.string().max(2_000_000);
/** Values of a position's fields, by `fieldKey`. */
export const draftFieldsSchema = z.record(z.string().max(20), text);

export const draftPlaceSchema = z.object({
  site: z.string().max(300),
  login: z.string().max(200),
  positionId: z.string().min(1).max(200),
});

/** What a content script sends: it comes out of a web page's process. */
export const typedSchema = z.object({
  place: draftPlaceSchema,
  text,
  path: z.array(text).max(20),
  fields: draftFieldsSchema,
  tab: z.string().min(1).max(100),
  base: z.number().int().nonnegative(),
});

/** A stored draft, as a backup holds it. */
export const draftRecordSchema = draftPlaceSchema.extend({
  v: z.literal(1),
  text,
  path: z.array(text).max(20),
  versions: z
    .array(
      z.object({
        revision: z.number().int().positive(),
        tab: z.string(),
        since: z.string(),
        at: z.string(),
        fields: draftFieldsSchema,
      }),
    )
    .max(20),
});
