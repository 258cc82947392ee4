import { useEffect, useState } from 'preact/hooks';
import { DocumentList } from '../../components/library/document-list.tsx';
import { DocumentView } from '../../components/library/document-view.tsx';
import { t } from '../../lib/i18n.ts';
import type { LibraryDocument, Use } from '../../lib/model/library.ts';
import { edit, remove } from './documents.ts';
import { insert, reveal } from './form-actions.ts';
import { credentialsOf, refreshSecrets, secretsState } from './secrets.ts';
import { attempt, form, go, library, say, useCounts } from './state.ts';

interface Shown {
  document: LibraryDocument;
  uses: readonly Use[];
  secret: { login: string; password: string } | null;
}

/** One document; follows its changes, also those made in another window. */
export function DocumentScreen({ id }: { id: string }) {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async (): Promise<void> => {
      const document = await library.value?.get(id);
      const uses = (await library.value?.uses(id)) ?? [];
      await refreshSecrets();
      const kept = await credentialsOf(id);
      const secret = kept && { login: String(kept.login), password: String(kept.password) };
      if (!stop.signal.aborted) setShown(document ? { document, uses, secret } : null);
    };
    void load();
    library.value?.onChange(() => void load(), stop.signal);
    return () => stop.abort();
  }, [id]);
  if (!shown) return null;
  const closed = shown.document.access.kind === 'login' || shown.document.access.kind === 'password';
  return (
    <DocumentView
      {...shown}
      locked={closed && secretsState.value === 'locked'}
      canInsert={form.value?.mode === 'fill'}
      canReveal={Boolean(form.value)}
      onInsert={() => void insert(id)}
      onEdit={() => void edit(id)}
      onRemove={() => void remove(id)}
      onUnlock={() => go({ name: 'secrets' })}
      onPosition={(use) => go({ name: 'position', use })}
      onReveal={(use) => void reveal(use)}
      onPatchUse={(useId, patch) => void attempt(async () => library.value?.updateUse(useId, patch))}
      onRemoveUse={(useId) => void removeUse(useId)}
    />
  );
}

async function removeUse(id: string): Promise<void> {
  const undo = await attempt(async () => library.value?.removeUse(id));
  if (undo) say(t('library.view.useRemoved'), 'plain', undo);
}

/** The other way round: all documents of one position. */
export function PositionScreen({ use }: { use: Use }) {
  const [documents, setDocuments] = useState<readonly LibraryDocument[]>([]);
  useEffect(() => {
    void (async () => {
      const uses = (await library.value?.usesIn(use.positionId)) ?? [];
      const found = await Promise.all(uses.map(({ documentId }) => library.value?.get(documentId)));
      setDocuments([...new Set(found)].filter((one) => one !== null && one !== undefined));
    })();
  }, [use.positionId]);
  return (
    <section class="stack">
      <p class="quiet">{use.path.join(' › ')}</p>
      <h2 tabIndex={-1}>{use.positionText}</h2>
      <DocumentList
        documents={documents}
        useCounts={useCounts.value}
        canInsert={false}
        label={t('library.view.ofPosition')}
        onOpen={(id) => go({ name: 'document', id })}
        onInsert={() => {}}
      />
    </section>
  );
}
