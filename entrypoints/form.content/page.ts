import type { SiteProfile } from '../../lib/model/profile.ts';
import { CALIBRATION, type Calibration, giveWork } from '../../lib/session/handover.ts';
import { onCalibrate } from './calibrate-request.ts';
import { importParts } from './parts.ts';
import { profileAsker } from './profile-asker.ts';
import { recognise } from './recognise.ts';
import { whenForm } from './when-form.ts';

/**
 * What runs in a page: recognition alone, or reading by the site's profile where the user made one; and «Показать
 * форму» when one of the extension's pages asks for it.
 */
export function startPage(doc: Document, ended: AbortSignal): void {
  let run = new AbortController();
  let known: SiteProfile | null = null;
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
      restart: begin,
      show: () => calibrate('show'),
    };
    giveWork(
      CALIBRATION,
      work,
      () => importParts('/form-profile.js'),
      () => begin(null),
    );
  };
  const begin = (profile: SiteProfile | null): void => {
    known = profile;
    if (profile) calibrate('open');
    else alone(anew());
  };
  const askProfile = profileAsker(doc, begin, ended);
  const alone = (signal: AbortSignal): void => {
    const start = (said: (isForm: boolean) => void): void => {
      askProfile();
      recognise(doc, signal, said);
    };
    whenForm(doc, start, signal);
  };
  ended.addEventListener('abort', () => run.abort());
  onCalibrate(doc, () => calibrate('show'), ended);
  begin(null);
}
