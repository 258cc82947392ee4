import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openInSlices } from '../lib/form/open.ts';
import { type Judgement, READING, takeWork } from '../lib/session/handover.ts';
import { handOver } from './form.content/hand-over.ts';
import { shareReading } from './form.content/shared-reading.ts';

/**
 * The part of the content script that ends the reading of a page: loaded where there is something to make positions of.
 * Where they make the form, it is handed to the session.
 */
export default defineUnlistedScript(() => {
  shareReading();
  takeWork<Judgement>(READING, ({ begun, stop, said }) =>
    openInSlices(begun, stop.signal, (opened) => {
      if (opened) handOver(opened, stop);
      else stop.abort();
      said(opened !== null);
    }),
  );
});
