import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shownReader } from '../lib/form/shown.ts';
import { lendTool, REVIEW } from '../lib/session/handover.ts';

/** The part of the content script that reads a form which can only be looked at: loaded where nothing can be typed. */
export default defineUnlistedScript(() => lendTool(REVIEW, shownReader));
