import { cleanHeading, headingRank, rankOf } from '../../lib/form/headings.ts';
import { fieldItems, isOutside, signOf } from '../../lib/form/items.ts';
import { readColumns } from '../../lib/form/labels.ts';
import { isWorth, readParts } from '../../lib/form/look.ts';
import { readRoles } from '../../lib/form/roles.ts';
import { markTemplates } from '../../lib/form/templates.ts';
import { commonDepth } from '../../lib/form/token.ts';
import { walk } from '../../lib/form/walk.ts';
import { isHint, isLabelText, labelRole, pointsOf, words } from '../../lib/form/words.ts';

/**
 * What the further parts take from the first script instead of carrying copies: the build replaces their imports of
 * these names (scripts/shared-modules.ts reads the imports above).
 */
const shared = {
  cleanHeading,
  commonDepth,
  fieldItems,
  headingRank,
  isHint,
  isLabelText,
  isOutside,
  isWorth,
  labelRole,
  markTemplates,
  pointsOf,
  rankOf,
  readColumns,
  readParts,
  readRoles,
  signOf,
  walk,
  words,
};

/** Lays them out in the extension's own world of this page. */
export function shareModules(): void {
  const world = globalThis as { [key: symbol]: object | undefined };
  const key = Symbol.for('fis-oko.shared');
  world[key] = { ...world[key], ...shared };
}
