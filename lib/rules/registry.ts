import { rule as addressForm } from './rules/address-form.ts';
import { rule as closedAccess } from './rules/closed-access.ts';
import { rule as commentUnexplained } from './rules/comment-unexplained.ts';
import { rule as duplicateRow } from './rules/duplicate-row.ts';
import { rule as eventWithoutDocument } from './rules/event-without-document.ts';
import { rule as harmfulIndicator } from './rules/harmful-indicator.ts';
import { rule as indicatorWithoutMonitoring } from './rules/indicator-without-monitoring.ts';
import { rule as maxLinks } from './rules/max-links.ts';
import { rule as newsLink } from './rules/news-link.ts';
import { rule as noLowSchools } from './rules/no-low-schools.ts';
import { rule as notADocumentLink } from './rules/not-a-document-link.ts';
import { rule as outsideCycle } from './rules/outside-cycle.ts';
import { rule as outsideDirection } from './rules/outside-direction.ts';
import { rule as pagesMissing } from './rules/pages-missing.ts';
import { rule as pagesOutOfRange } from './rules/pages-out-of-range.ts';
import { rule as regionalMeasure } from './rules/regional-measure.ts';
import { rule as sharedLinkUnnamed } from './rules/shared-link-unnamed.ts';
import { rule as talentsWithoutNeeds } from './rules/talents-without-needs.ts';
import type { Rule } from './types.ts';

/** Every rule, in the order their findings are shown: what will not be assessed comes first. */
export const RULES: readonly Rule[] = [
  maxLinks,
  notADocumentLink,
  newsLink,
  eventWithoutDocument,
  closedAccess,
  addressForm,
  duplicateRow,
  sharedLinkUnnamed,
  pagesMissing,
  pagesOutOfRange,
  noLowSchools,
  indicatorWithoutMonitoring,
  outsideCycle,
  harmfulIndicator,
  talentsWithoutNeeds,
  regionalMeasure,
  outsideDirection,
  commentUnexplained,
];
