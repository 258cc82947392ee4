import { t } from '../i18n.ts';
import type { FieldWay, SiteProfile } from '../model/profile.ts';

/** Why fields are taken for links and comments, one sentence a part: what the profile goes by. */
export function reasons(profile: SiteProfile): string[] {
  return (['link', 'comment', 'points'] as const).flatMap((part) => {
    const ways = [...new Set(profile[part].flatMap(waysOf))];
    if (ways.length === 0) return [];
    return [t('calibrate.why.line', { part: t(`calibrate.part.${part}`), ways: ways.join(', ') })];
  });
}

function waysOf(way: FieldWay): string[] {
  const words = way.labels[0]?.words.slice(0, 4).join(' ');
  return [
    ...(words ? [t('calibrate.why.label', { words })] : []),
    ...(way.alone ? [t('calibrate.why.shape')] : []),
    way.column === null ? t('calibrate.why.place') : t('calibrate.why.column', { n: way.column + 1 }),
    ...(way.period > 0
      ? [t('calibrate.why.turn', { turn: (way.turn % way.period) + 1, of: way.period })]
      : []),
  ];
}
