import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from './start-page.ts';
import { whenForm } from './when-form.ts';

export default defineContentScript({
  matches: ['https://lk-fisoko.obrnadzor.gov.ru/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main(context) {
    whenForm(document, () => startPage(document, context.signal), context.signal);
  },
});
