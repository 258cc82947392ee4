export { isAddressWhole } from '../reference/address.ts';
export { describeFinding, type FindingText, sourceOf } from './describe.ts';
export { dismissalOf, isDismissed } from './dismissals.ts';
export { checkForm, createEngine } from './engine.ts';
export { RULES } from './registry.ts';
export type { Engine, RuleContext } from './types.ts';
