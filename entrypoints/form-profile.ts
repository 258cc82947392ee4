import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokens from '../assets/styles/tokens.css?inline';
import css from '../components/calibrate/calibrate.css?inline';
import { profileReader } from '../lib/form/profile/open.ts';
import { t } from '../lib/i18n.ts';
import { send } from '../lib/messages/send.ts';
import type { ProfilePart } from '../lib/model/profile.ts';
import { showRepairNote } from '../lib/overlay/calibrate.ts';
import { startCalibrating } from '../lib/session/calibrating.ts';
import { CALIBRATION, type Calibration, takeWork } from '../lib/session/handover.ts';
import { recogniseBy } from './form.content/hand-over.ts';
import { whenForm } from './form.content/when-form.ts';

const STYLES = `${tokens}\n${css}`;

/** The part of the content script that knows site profiles: loaded where there is one, or where the user makes one. */
export default defineUnlistedScript(() =>
  takeWork<Calibration>(CALIBRATION, (work) => (work.task === 'show' ? show(work) : open(work))),
);

/** The user points at the form's parts; then the page starts anew, by the profile if it was kept. */
function show({ document: doc, signal, profile, restart }: Calibration): void {
  startCalibrating({
    document: doc,
    css: STYLES,
    signal,
    base: profile,
    now: () => new Date(),
    onSave: (made) => {
      void send('profiles.save', { profile: made }).then(
        () => restart(made),
        () => restart(profile),
      );
    },
    onCancel: () => restart(profile),
  });
}

/** Reads the page by its profile; says which part is missing, and offers to show it again. */
function open({ document: doc, signal, profile, show: again }: Calibration): void {
  if (!profile) return;
  let noted = false;
  const note = (missing: readonly ProfilePart[]): void => {
    if (noted || missing.length === 0) return;
    noted = true;
    const parts = missing.map((part) => t(`calibrate.part.${part}`)).join(', ');
    showRepairNote(doc, STYLES, parts, again, signal);
  };
  const reader = profileReader(profile);
  const start = (said: (isForm: boolean) => void): void =>
    recogniseBy(doc, reader, signal, (isForm) => {
      const missing = reader.missing();
      // Another page of the site that recognition reads by itself needs no repair; the page it was made on does.
      if (isForm && !missing.includes('position') && !missing.includes('link')) note(missing);
      else if (!isForm && doc.title === profile.title) note(['position']);
      said(isForm);
    });
  whenForm(doc, start, signal);
}
