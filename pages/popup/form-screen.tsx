import { useEffect, useState } from 'preact/hooks';
import { DocumentForm } from '../../components/library/document-form.tsx';
import { EMPTY_DRAFT } from '../../components/library/draft.ts';
import { t } from '../../lib/i18n.ts';
import { cancel, save, type } from './documents.ts';
import { refreshSecrets, secretsState } from './secrets.ts';
import { busy, draft, library } from './state.ts';

/** Adding or editing a document. */
export function FormScreen({ id }: { id: string | null }) {
  const typed = draft.value ?? EMPTY_DRAFT;
  const same = useSameAddress(typed.address, id);
  useEffect(() => void refreshSecrets(), []);
  return (
    <section class="stack" aria-label={t(id === null ? 'library.form.newTitle' : 'library.form.editTitle')}>
      <h2>{t(id === null ? 'library.form.newTitle' : 'library.form.editTitle')}</h2>
      <DocumentForm
        draft={typed}
        mode={id === null ? 'new' : 'edit'}
        sameAddress={same}
        locked={secretsState.value === 'locked'}
        saving={busy.value}
        onDraft={(next) => type(id, next)}
        onSave={() => void save(id)}
        onCancel={() => cancel(id)}
      />
    </section>
  );
}

/** Title of another document at the same address: said while it is typed, not after. */
function useSameAddress(address: string, id: string | null): string | null {
  const [title, setTitle] = useState<string | null>(null);
  const opened = library.value;
  useEffect(() => {
    let stale = false;
    setTitle(null);
    if (address.trim() === '' || !opened) return;
    void opened.byAddress(address).then((found) => {
      if (!stale) setTitle(found.find((document) => document.id !== id)?.title ?? null);
    });
    return () => {
      stale = true;
    };
  }, [address, id, opened]);
  return title;
}
