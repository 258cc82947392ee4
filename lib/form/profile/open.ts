import type { ProfilePart, SiteProfile } from '../../model/profile.ts';
import { openForm } from '../open.ts';
import type { LiveForm, OpenFormOptions } from '../types.ts';
import { readWithProfile } from './read.ts';

/** A form followed by its site profile, and the parts the profile did not find when the page was read last. */
export interface ProfiledForm {
  readonly live: LiveForm;
  missing(): readonly ProfilePart[];
}

/** Like `openForm`, with a site profile: it wins where it fits, recognition alone reads the page where it does not. */
export function openFormByProfile(
  document: Document,
  profile: SiteProfile,
  options: OpenFormOptions,
): ProfiledForm | null {
  let missing: readonly ProfilePart[] = [];
  const live = openForm(document, {
    ...options,
    read(page, hints) {
      const applied = readWithProfile(page, profile, hints);
      missing = applied.missing;
      return applied.reading;
    },
  });
  return live && { live, missing: () => missing };
}
