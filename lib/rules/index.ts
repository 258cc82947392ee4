/** What other rooms use of the rules. `isAddressWhole` (when warnings may speak) is in lib/reference/address. */

export { describeFinding } from './describe.ts';
export { checkForm, createEngine } from './engine.ts';
