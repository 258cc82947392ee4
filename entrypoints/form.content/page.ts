import { send } from '../../lib/messages/send.ts';
import type { SiteProfile } from '../../lib/model/profile.ts';
import { CALIBRATION, type Calibration, giveWork } from '../../lib/session/handover.ts';
import { onCalibrate } from './calibrate-request.ts';
import { importPart, recognise } from './recognise.ts';
import { whenForm } from './when-form.ts';

const PROFILE = '/form-profile.js';
const FIELDS = 'input, textarea, [contenteditable]';

/**
 * What runs in a page: recognition alone, or reading by the site's profile where the user made one; and «Показать
 * форму» when one of the extension's pages asks for it.
 */
export function startPage(doc: Document, ended: AbortSignal): void {
  let run = new AbortController();
  let known: SiteProfile | null = null;
  let asked = false;
  const anew = (): AbortSignal => {
    run.abort();
    run = new AbortController();
    return run.signal;
  };
  const calibrate = (task: Calibration['task']): void => {
    const signal = anew();
    const work: Calibration = {
      document: doc,
      signal,
      profile: known,
      task,
      handOver: (open) => recognise(doc, signal, open),
      restart: begin,
      show: () => calibrate('show'),
    };
    const load = (): Promise<void> => importPart(PROFILE);
    giveWork(CALIBRATION, work, load, () => begin(null));
  };
  /** Asked once, when there is something to fill in; recognition does not wait for the answer. */
  const askProfile = (): void => {
    if (asked || !doc.querySelector(FIELDS)) return;
    asked = true;
    send('profiles.find', { site: doc.location.host }).then(
      ({ profile }) => profile && !ended.aborted && begin(profile),
      () => undefined,
    );
  };
  const begin = (profile: SiteProfile | null): void => {
    known = profile;
    if (profile) calibrate('open');
    else alone(anew());
  };
  const alone = (signal: AbortSignal): void => {
    const start = (): boolean => {
      askProfile();
      return recognise(doc, signal);
    };
    whenForm(doc, start, signal);
  };
  ended.addEventListener('abort', () => run.abort());
  onCalibrate(doc, () => calibrate('show'), ended);
  begin(null);
}
