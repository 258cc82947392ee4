import type { UnderstoodFile } from '../../../components/import/understood.tsx';
import { t } from '../../../lib/i18n.ts';
import type { GivenFile } from './state.ts';

/** A file as the page shows it. */
export function understood({ name, error, otherPage, result }: GivenFile): UnderstoodFile {
  const positions = result?.positions ?? [];
  const links = positions.reduce((sum, position) => sum + position.rows.length, 0);
  const warnings = (result?.warnings ?? []).map(({ key, place, params }) => ({
    place,
    text: t(`office.table.${key}`, params),
  }));
  const unknownColumns = (result?.columns ?? []).flatMap(({ key, header, role, samples }) =>
    role === null && header !== '' ? [{ key, header, example: samples[0] ?? '' }] : [],
  );
  const goTo = otherPage && {
    href: `#${otherPage}`,
    label: t('otherPage.open', { page: t(`workspace.page.${otherPage.replace(/\/.*/, '')}`) }),
  };
  return { name, error, goTo, positions: positions.length, links, warnings, unknownColumns };
}
