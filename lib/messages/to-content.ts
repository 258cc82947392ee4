import { z } from 'zod';
import {
  commentPartsSchema,
  criterionFactsSchema,
  fieldSchema,
  findingSchema,
  formSchema,
  mechanismSchema,
  writeResultSchema,
} from './schemas.ts';

/** Messages to the form in a tab. Only the extension's own pages may send them; frames without a form do not answer. */

const text = z.string().max(2_000_000);

/** A field by meaning: row numbers from 0. */
const placeSchema = z.object({
  positionId: z.string().max(200),
  rowIndex: z.number().int().min(0).max(1000),
  field: z.enum(['url', 'comment']),
});
const MOST_FIELDS = 500;

const fillResultSchema = writeResultSchema
  .omit({ rowId: true, field: true })
  .extend({ outcome: z.enum(['written', 'unchanged', 'rejected', 'missing', 'edited']) });

export const toContent = {
  /** «Показать форму»: the frame with the most fields begins to ask for the form's parts; the others do not answer. */
  'form.calibrate': {
    from: ['page'],
    request: z.object({}),
    reply: z.object({ started: z.boolean() }),
  },
  /** What the popup's state line says. */
  'form.state': {
    from: ['page'],
    request: z.object({}),
    reply: z.object({
      mode: z.enum(['fill', 'review']),
      mechanism: mechanismSchema.nullable(),
      /** Title of the criteria pack in use; null while there is none. */
      pack: z.string().nullable(),
      total: z.number(),
      filled: z.number(),
      findings: z.object({ error: z.number(), warning: z.number(), advice: z.number() }),
      unrecognised: z.number(),
      markersHidden: z.boolean(),
      canUndo: z.boolean(),
    }),
  },
  /** The whole form with its criteria and findings, for side panel and workspace. */
  'form.snapshot': {
    from: ['page'],
    request: z.object({}),
    reply: z.object({
      form: formSchema,
      findings: z.array(findingSchema).readonly(),
      criteria: z.record(z.string(), criterionFactsSchema),
      packId: z.string().nullable(),
      /** What the expert's points fields hold, by position; {} on a form that is filled in. */
      scores: z.record(z.string(), z.string()).optional(),
      /** Whose form it is: keys of the drafts. */
      owner: z.object({ site: z.string(), login: z.string() }),
      /** Another one after each load of the page: what was written but not saved is gone then. */
      page: z.string(),
      /** Position whose field or marker was focused last. */
      focused: z.string().nullable(),
    }),
  },
  /** Jumps to the next finding after the last one visited; null when there is none. */
  'form.next': {
    from: ['page'],
    request: z.object({}),
    reply: z.object({ positionId: z.string().nullable() }),
  },
  /** Scrolls to a position and opens its card. */
  'form.reveal': {
    from: ['page'],
    request: z.object({ positionId: z.string().max(200) }),
    reply: z.object({ found: z.boolean() }),
  },
  /**
   * Puts a document into the row that was focused last, if it is empty, else into the first empty row of its
   * position (or of `positionId`). Nothing that is there is overwritten.
   */
  'form.insert': {
    from: ['page'],
    request: z.object({
      address: text,
      parts: commentPartsSchema,
      documentId: z.string().max(100).nullable(),
      positionId: z.string().max(200).nullable(),
    }),
    reply: z.object({
      outcome: z.enum(['written', 'partly', 'rejected', 'no-position', 'no-row']),
      positionId: z.string().nullable(),
      positionText: z.string(),
      path: z.array(z.string()).readonly(),
      results: z.array(writeResultSchema).readonly(),
    }),
  },
  /** Takes the last insert back; fields changed by hand since then are kept. */
  'form.undo': {
    from: ['page'],
    request: z.object({}),
    reply: z.object({ restored: z.number(), kept: z.number() }),
  },
  /** All links typed in the form, for gathering them into the library. */
  'form.links': {
    from: ['page'],
    request: z.object({}),
    reply: z.object({
      mechanism: mechanismSchema.nullable(),
      links: z
        .array(
          z.object({
            url: text,
            comment: text,
            positionId: z.string(),
            positionText: text,
            path: z.array(text).readonly(),
          }),
        )
        .readonly(),
    }),
  },
  /** Matches the form with the criteria again: a pack or a confirmation changed. */
  'form.rematch': { from: ['page'], request: z.object({}), reply: z.object({}) },
  /** Hides or shows the markers in this tab. */
  'form.markers': {
    from: ['page'],
    request: z.object({ hidden: z.boolean() }),
    reply: z.object({ hidden: z.boolean() }),
  },
  /** Writes one field and reads it back: filling and undoing are made of these. */
  'form.write': {
    from: ['page'],
    request: fieldSchema.extend({ value: text }),
    reply: writeResultSchema,
  },
  /** What fields hold now; null where one is not on the page. */
  'form.read': {
    from: ['page'],
    request: z.object({ fields: z.array(placeSchema).max(MOST_FIELDS).readonly() }),
    reply: z.object({ values: z.array(text.nullable()).readonly() }),
  },
  /**
   * Writes one batch of a filling into fields that hold what they should, adding rows where allowed; results in the order asked. Whether the page let the values
   * stand is read afterwards (`form.read`): the asker keeps the time.
   */
  'form.fill': {
    from: ['page'],
    request: z.object({
      fields: z
        .array(placeSchema.extend({ value: text, held: text, addRow: z.boolean() }))
        .max(MOST_FIELDS)
        .readonly(),
    }),
    reply: z.object({
      results: z.array(fillResultSchema).readonly(),
    }),
  },
  /** Presses the page's own tab that shows one of these headings, and says which; null: there is none to press. */
  'form.show': {
    from: ['page'],
    request: z.object({ headings: z.array(z.string().max(2000)).max(500).readonly() }),
    reply: z.object({ pressed: z.string().nullable() }),
  },
  /** Presses the page's own «add a link» of a position; null where the page has none. */
  'form.addRow': {
    from: ['page'],
    request: z.object({ positionId: z.string().max(200) }),
    reply: z.object({ rowId: z.string().nullable() }),
  },
} as const;
