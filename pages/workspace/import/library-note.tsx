import { Button } from '../../../components/ui/button.tsx';
import { t } from '../../../lib/i18n.ts';
import { failureText } from '../../failure.ts';
import { journal } from './state.ts';
import { libraryAdded, libraryFailed, libraryNote, libraryTaken, takeFromLibrary } from './to-library.ts';

/** What the import did to the library; when the filling is taken back, the documents stay until that is pressed too. */
export function LibraryNote() {
  if (libraryFailed.value) return <p>{t('import.libraryFailed')}</p>;
  const n = libraryAdded.value?.documents.length ?? 0;
  if (n === 0) return null;
  const taken = libraryTaken.value;
  if (taken)
    return (
      <p role="status">
        {t('import.libraryTaken', { n: taken.removed })}{' '}
        {taken.kept > 0 && t('import.libraryKept', { n: taken.kept })}
      </p>
    );
  if (journal.value?.state !== 'undone') return <p>{t('import.libraryAdded', { n })}</p>;
  return (
    <>
      <p class="row">
        <span>{t('import.libraryStays', { n })}</span>
        <Button onClick={() => void take()}>{t('import.libraryTake')}</Button>
      </p>
      {libraryNote.value && <p role="alert">{libraryNote.value}</p>}
    </>
  );
}

async function take(): Promise<void> {
  libraryNote.value = '';
  await takeFromLibrary().catch((error: unknown) => {
    libraryNote.value = failureText(error);
  });
}
