import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from './page.ts';
import { shareModules } from './shared.ts';

/** What loads with every page of the cabinet: recognition alone. Where it finds the form, `form-session` is loaded. */
export default defineContentScript({
  matches: ['https://lk-fisoko.obrnadzor.gov.ru/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main(context) {
    shareModules();
    startPage(document, context.signal);
  },
});
