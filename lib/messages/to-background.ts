import { z } from 'zod';
import { draftFieldsSchema, typedSchema } from '../drafts/schema.ts';
import { accessSchema, documentKindSchema, useSchema } from '../model/library.ts';
import { componentKindSchema, sourceSchema } from '../model/pack.ts';
import { profileSchema } from '../model/profile.ts';
import {
  criterionFactsSchema,
  dismissalSchema,
  documentFactsSchema,
  mechanismSchema,
  positionRefSchema,
} from './schemas.ts';

/** Messages to the background: request and reply of one message stand together. `from` says who may send it. */

const packSummary = z.object({
  id: z.string(),
  title: z.string(),
  mechanism: mechanismSchema,
  year: z.number(),
  kind: z.enum(['official', 'training', 'skeleton']),
  complete: z.boolean(),
});

/** A document as the page may see it: never its credentials, never the rest of the library. */
const offer = z.object({
  documentId: z.string(),
  title: z.string(),
  number: z.string(),
  date: z.string(),
  kind: documentKindSchema,
  address: z.string(),
  access: accessSchema,
  pageCount: z.number().nullable(),
  pages: z.string(),
  explanation: z.string(),
  reason: z.enum(['used-here', 'last-year', 'same-track', 'text', 'search', 'recent']),
  /** Number of positions the document is used in. */
  uses: z.number(),
});

export const toBackground = {
  /** Criteria of a form's positions, in their order, from the active pack, with what the rules need beside them. */
  'criteria.match': {
    from: ['content', 'page'],
    request: z.object({
      mechanism: mechanismSchema.nullable(),
      positions: z
        .array(z.object({ path: z.array(z.string()).max(20).readonly(), text: z.string().max(20_000) }))
        .max(20_000)
        .readonly(),
    }),
    reply: z.object({
      pack: packSummary.nullable(),
      facts: z.array(criterionFactsSchema.nullable()).readonly(),
      harmfulPhrases: z.array(z.object({ phrase: z.string(), why: z.string() })).readonly(),
      settings: z.object({ noLowSchools: z.boolean().nullable(), drafts: z.boolean() }),
    }),
  },
  /** Everything a card shows of one criterion; null where the pack no longer has it. */
  'criteria.card': {
    from: ['content', 'page'],
    request: z.object({ packId: z.string().max(200), criterionId: z.string().max(200) }),
    reply: z
      .object({
        criterionId: z.string(),
        text: z.string(),
        criterion: z.string(),
        points: z.number().nullable(),
        mistakes: z.array(z.string()).readonly(),
        advice: z.string(),
        source: sourceSchema,
        pack: packSummary,
        direction: z.object({ code: z.string(), name: z.string() }),
        track: z.string(),
        component: z.string(),
        /** The same position in the pack of an earlier year, where it read or weighed otherwise. */
        earlier: z
          .object({
            year: z.number(),
            text: z.string(),
            points: z.number().nullable(),
            criterion: z.string(),
            changed: z.array(z.enum(['text', 'points', 'criterion'])).readonly(),
          })
          .nullable(),
        /** Year of the complete earlier pack that had no such position; null: it had, or nobody knows. */
        newSince: z.number().nullable(),
        /** Steps of the management cycle of this track, in order, with the criteria that stand in each. */
        cycle: z
          .array(
            z.object({
              name: z.string(),
              kind: componentKindSchema.nullable(),
              criterionIds: z.array(z.string()).readonly(),
            }),
          )
          .readonly(),
      })
      .nullable(),
  },
  /** The user says that a text of the form is this position: remembered in the pack, and travels with it. */
  'criteria.confirm': {
    from: ['content', 'page'],
    request: z.object({
      packId: z.string().max(200),
      criterionId: z.string().max(200),
      text: z.string().min(1).max(20_000),
    }),
    reply: z.object({ kept: z.boolean() }),
  },
  /** What the library knows of addresses, by `addressKey`; unknown ones are left out. */
  'library.facts': {
    from: ['content', 'page'],
    request: z.object({ addressKeys: z.array(z.string().max(10_000)).max(20_000).readonly() }),
    reply: z.object({ facts: z.record(z.string(), documentFactsSchema) }),
  },
  /** Up to seven documents that fit a position, best first; '' is not searched for. */
  'library.suggest': {
    from: ['content', 'page'],
    request: z.object({
      position: positionRefSchema,
      query: z.string().max(500),
      /** Where fewer fit than can be shown: those added or changed last as well. */
      recent: z.boolean().optional(),
      /** The criterion the position is matched with: documents of its wordings in other years are offered, too. */
      criterion: z.object({ packId: z.string().max(200), criterionId: z.string().max(200) }).optional(),
    }),
    reply: z.object({
      offers: z.array(offer).max(7).readonly(),
      /** Documents that confirmed this position in other years, the latest first. */
      history: z
        .array(z.object({ year: z.number(), title: z.string(), pages: z.string() }))
        .max(7)
        .readonly(),
    }),
  },
  /** Remembers that a document was used in a position, with its pages. */
  'library.recordUse': {
    from: ['content', 'page'],
    request: useSchema.omit({ id: true, createdAt: true, updatedAt: true, deletedAt: true }),
    reply: z.object({ id: z.string() }),
  },
  /** Takes a remembered use back. */
  'library.forgetUse': {
    from: ['content', 'page'],
    request: z.object({ id: z.uuid() }),
    reply: z.object({}),
  },
  'findings.dismissals': {
    from: ['content', 'page'],
    request: z.object({}),
    reply: z.object({ dismissals: z.array(dismissalSchema).readonly() }),
  },
  'findings.dismiss': {
    from: ['content', 'page'],
    request: dismissalSchema,
    reply: z.object({}),
  },
  /** Takes dismissals of a rule at a position back. */
  'findings.restore': {
    from: ['content', 'page'],
    request: dismissalSchema.pick({ rule: true, positionId: true, rowIndex: true }),
    reply: z.object({}),
  },
  /** Keeps what was typed into positions; says of each, in the order given, whether another tab typed there meanwhile. */
  'drafts.keep': {
    from: ['content'],
    request: z.object({ typed: z.array(typedSchema).max(20_000).readonly() }),
    reply: z.object({
      kept: z.array(z.object({ revision: z.number(), conflict: z.boolean() })).readonly(),
    }),
  },
  /** The latest draft of every position of a site and a municipality; none when drafts are switched off. */
  'drafts.list': {
    from: ['content', 'page'],
    request: z.object({ site: z.string().max(300), login: z.string().max(200) }),
    reply: z.object({
      drafts: z
        .array(z.object({ positionId: z.string(), revision: z.number(), fields: draftFieldsSchema }))
        .readonly(),
    }),
  },
  /** The site profile of a host, made by «Показать форму»; null where there is none. */
  'profiles.find': {
    from: ['content', 'page'],
    request: z.object({ site: z.string().max(300) }),
    reply: z.object({ profile: profileSchema.nullable() }),
  },
  /** Keeps a profile; a page may keep that of its own host only. */
  'profiles.save': {
    from: ['content', 'page'],
    request: z.object({ profile: profileSchema }),
    reply: z.object({}),
  },
  /** Opens a page of the extension: the popup in a tab, or the side panel's own page. */
  'app.open': {
    from: ['content', 'page'],
    request: z.object({ page: z.enum(['library', 'workspace', 'drafts']) }),
    reply: z.object({}),
  },
} as const;

export type Offer = z.infer<typeof offer>;
