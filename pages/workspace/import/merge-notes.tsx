import { Notice } from '../../../components/ui/notice.tsx';
import { t } from '../../../lib/i18n.ts';
import { conflicts, repeated } from './state.ts';

/** What came of joining several files. */
export function MergeNotes() {
  return (
    <>
      {repeated.value > 0 && <p class="quiet">{t('import.repeated', { n: repeated.value })}</p>}
      {conflicts.value.length > 0 && (
        <Notice tone="doubtful">
          <p>{t('import.conflicts', { n: conflicts.value.length })}</p>
          <ul>
            {conflicts.value.map(({ position, first, second }) => (
              <li key={`${first.file} ${first.place} ${second.file} ${second.place}`}>
                {t('import.conflict', {
                  position: position.text,
                  url: first.url,
                  first: first.fullComment,
                  firstFile: first.file,
                  second: second.fullComment,
                  secondFile: second.file,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
