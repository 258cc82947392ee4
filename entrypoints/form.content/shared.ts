import { cleanText } from '../../lib/form/clean.ts';
import { labelText } from '../../lib/form/context.ts';
import { cleanHeading, headingRank, rankOf } from '../../lib/form/headings.ts';
import { fieldItems, isOutside, signOf } from '../../lib/form/items.ts';
import { isTold, overall } from '../../lib/form/judge.ts';
import { readColumns } from '../../lib/form/labels.ts';
import { pairRows } from '../../lib/form/pair.ts';
import { readRoles } from '../../lib/form/roles.ts';
import { markTemplates } from '../../lib/form/templates.ts';
import { readTexts } from '../../lib/form/texts.ts';
import { commonDepth } from '../../lib/form/token.ts';
import { walk } from '../../lib/form/walk.ts';
import { isHint, isLabelText, labelRole, pointsOf, words } from '../../lib/form/words.ts';
import { textKey } from '../../lib/reference/text.ts';

/**
 * What the further parts take from this script instead of carrying copies: the build replaces their imports of these
 * names by `shared` (scripts/shared-modules.ts reads the imports above).
 */
const shared = {
  cleanHeading,
  cleanText,
  commonDepth,
  fieldItems,
  headingRank,
  isHint,
  isLabelText,
  isOutside,
  isTold,
  labelRole,
  labelText,
  markTemplates,
  overall,
  pairRows,
  pointsOf,
  rankOf,
  readColumns,
  readRoles,
  readTexts,
  signOf,
  textKey,
  walk,
  words,
};

/** Lays them out in the extension's own world of this page. */
export function shareModules(): void {
  (globalThis as { [key: symbol]: typeof shared })[Symbol.for('fis-oko.shared')] = shared;
}
