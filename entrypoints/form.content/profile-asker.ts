import { ask } from '../../lib/messages/ask.ts';
import type { SiteProfile } from '../../lib/model/profile.ts';

/** What makes a page worth asking for: something to fill in. */
const FIELDS = 'input, textarea, [contenteditable]';

/** Asks once for the site's profile, as soon as there is something to fill in. Recognition does not wait for the answer. */
export function profileAsker(
  doc: Document,
  found: (profile: SiteProfile) => void,
  signal: AbortSignal,
): () => void {
  let asked = false;
  return () => {
    if (asked || !doc.querySelector(FIELDS)) return;
    asked = true;
    void ask('profiles.find', { site: doc.location.host }).then((reply) => {
      if (reply?.profile && !signal.aborted) found(reply.profile);
    });
  };
}
