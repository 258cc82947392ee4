import type { ProfilePart, SiteProfile } from '../../model/profile.ts';
import { type Reader, readingAtOnce } from '../reader.ts';
import { readWithProfile } from './read.ts';

/** Reading by a site profile, and the parts the profile did not find when the page was read last. */
export interface ProfileReader extends Reader {
  missing(): readonly ProfilePart[];
}

/** Reads by a site profile: it wins where it fits, recognition alone reads the page where it does not. */
export function profileReader(profile: SiteProfile): ProfileReader {
  let missing: readonly ProfilePart[] = [];
  return {
    ...readingAtOnce((document) => {
      const applied = readWithProfile(document, profile);
      missing = applied.missing;
      return applied.reading;
    }),
    missing: () => missing,
  };
}
