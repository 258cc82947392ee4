import type { HeadingRole, SiteProfile } from '../../model/profile.ts';
import { headingText } from '../clean.ts';
import { cleanHeading } from '../headings.ts';
import { isOutside } from '../items.ts';
import type { TextToken, Token } from '../token.ts';
import { dresses, textScore } from './texts.ts';

/** Levels of headings, outermost first. */
export const HEADING_ROLES: readonly HeadingRole[] = ['direction', 'track', 'component'];

/** So many ways must agree that a text is a heading like the one pointed at. */
const ENOUGH = 2;

/** Path of every position by the headings a person pointed at: of each level the last one before the position. */
export function pointedPaths(
  ways: SiteProfile['headings'],
  positions: readonly TextToken[],
  tokens: readonly Token[],
): string[][] {
  const texts = new Set(positions);
  const now = new Map<HeadingRole, string>();
  const worn = dresses(tokens);
  const paths = new Map<TextToken, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'text') continue;
    if (texts.has(token)) {
      paths.set(
        token,
        HEADING_ROLES.flatMap((role) => now.get(role) ?? []),
      );
      continue;
    }
    const role = isOutside(token) ? null : roleOf(ways, token, worn);
    if (!role) continue;
    // A new direction ends its track, a new track its component.
    for (const lower of HEADING_ROLES.slice(HEADING_ROLES.indexOf(role))) now.delete(lower);
    now.set(role, cleanHeading(headingText(token)));
  }
  return positions.map((token) => paths.get(token) ?? []);
}

function roleOf(
  ways: SiteProfile['headings'],
  token: TextToken,
  worn: ReadonlySet<string>,
): HeadingRole | null {
  let best: HeadingRole | null = null;
  let most = ENOUGH;
  for (const way of ways) {
    const score = textScore(way, token, worn);
    if (score > most) [best, most] = [way.role, score];
  }
  return best;
}
