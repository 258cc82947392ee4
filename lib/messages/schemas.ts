import { z } from 'zod';
import type { CommentParts } from '../model/comment.ts';
import type { Finding, Fix } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import type { DocumentFacts } from '../model/library.ts';
import type { CriterionFacts } from '../model/matched.ts';
import { componentKindSchema, trackRoleSchema } from '../model/pack.ts';

/** Schemas of the nouns that travel in messages and have no schema of their own in lib/model. */

/** Longest value of a field that travels: a person's comment is a page at most, but nothing typed is ever cut. */
const text = z.string().max(2_000_000);

export const mechanismSchema = z.enum(['mum', 'rum']);

export const positionRefSchema = z.object({
  id: z.string().max(200),
  text: text,
  path: z.array(text).max(20).readonly(),
});

export const formSchema: z.ZodType<Form> = z.object({
  mode: z.enum(['fill', 'review']),
  mechanism: mechanismSchema.nullable(),
  positions: z
    .array(
      z.object({
        id: z.string(),
        path: z.array(text),
        text,
        number: z.string().nullable(),
        points: z.number().nullable(),
        rows: z.array(z.object({ id: z.string(), url: text, comment: text, name: text, pages: text })),
        confidence: z.number(),
        canAddRow: z.boolean().nullish(),
      }),
    )
    .max(20_000),
});

const roleSchema = z.enum(['url', 'comment']);

const fixSchema: z.ZodType<Fix> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), label: z.string(), rowId: z.string(), field: roleSchema, value: text }),
  z.object({
    kind: z.literal('set-many'),
    label: z.string(),
    values: z.array(z.object({ rowId: z.string(), field: roleSchema, value: text })),
  }),
  z.object({ kind: z.literal('ask-pages'), label: z.string(), rowId: z.string() }),
  z.object({ kind: z.literal('ask-name'), label: z.string(), rowId: z.string() }),
  z.object({ kind: z.literal('focus'), label: z.string(), rowId: z.string(), field: roleSchema }),
]);

export const findingSchema: z.ZodType<Finding> = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  verdict: z.enum(['wrong', 'doubtful']),
  positionId: z.string(),
  rowId: z.string().nullable(),
  field: roleSchema.nullable(),
  variant: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fixes: z.array(fixSchema),
  subject: text,
});

export const criterionFactsSchema: z.ZodType<CriterionFacts> = z.object({
  criterionId: z.string(),
  points: z.number().nullable(),
  component: componentKindSchema.nullable(),
  trackKey: z.string(),
  trackRole: trackRoleSchema.nullable(),
  directionCode: z.string(),
  certainty: z.number(),
});

export const documentFactsSchema: z.ZodType<DocumentFacts> = z.object({
  title: z.string(),
  pageCount: z.number().nullable(),
  access: z.enum(['open', 'login', 'password', 'other']),
  directions: z.array(z.string()),
  sameAddress: z.number(),
});

export const commentPartsSchema: z.ZodType<CommentParts> = z.object({
  name: text,
  pages: z.array(z.tuple([z.number(), z.number()])).max(500),
  login: z.string().max(1000),
  password: z.string().max(1000),
  access: text,
  explanation: text,
});

/** «Не замечание, потому что …», as it is kept. */
export const dismissalSchema = z.object({
  rule: z.string().max(100),
  positionId: z.string().max(200),
  rowIndex: z.number().int().min(0).nullable(),
  subject: z.string().max(100_000),
  reason: z.string().max(2000),
  at: z.string().max(40),
});

export const fieldSchema = z.object({ rowId: z.string().max(300), field: roleSchema });

export const writeResultSchema = z.object({
  rowId: z.string(),
  field: roleSchema,
  outcome: z.enum(['written', 'unchanged', 'rejected', 'missing']),
  before: text,
  after: text,
  reason: z.string().nullable(),
});
