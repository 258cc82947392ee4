import { useEffect, useState } from 'preact/hooks';
import { Duplicates } from '../../components/library/duplicates.tsx';
import { GatherView } from '../../components/library/gather-view.tsx';
import { InsertConfirm } from '../../components/library/insert-confirm.tsx';
import { Secrets } from '../../components/library/secrets.tsx';
import { merge } from './documents.ts';
import { doGather, insertNow } from './form-actions.ts';
import { forgetAll, lock, protect, refreshSecrets, secretsError, secretsState, unlock } from './secrets.ts';
import { busy, duplicateGroups, go, library, useCounts, type View } from './state.ts';
import { siteName } from './tab.ts';

export function DuplicatesScreen() {
  return (
    <Duplicates
      groups={duplicateGroups.value}
      useCounts={useCounts.value}
      onMerge={(ids) => void merge(ids)}
    />
  );
}

export function GatherScreen({ view }: { view: Extract<View, { name: 'gather' }> }) {
  const { added, known, skipped } = view.plan;
  return (
    <GatherView
      added={added.map(({ document }) => document.title)}
      known={known.length}
      uses={[...added, ...known].reduce((sum, { uses }) => sum + uses.length, 0)}
      skipped={skipped}
      onGather={() => void doGather(view)}
      onCancel={() => go({ name: 'list' })}
    />
  );
}

export function SecretsScreen() {
  useEffect(() => void refreshSecrets(), []);
  return (
    <Secrets
      state={secretsState.value}
      error={secretsError.value}
      busy={busy.value}
      onProtect={(phrase) => void protect(phrase)}
      onUnlock={(phrase) => void unlock(phrase)}
      onLock={() => void lock()}
      onForget={() => void forgetAll()}
    />
  );
}

export function ConfirmScreen({ id }: { id: string }) {
  const [title, setTitle] = useState('');
  useEffect(() => void library.value?.get(id).then((document) => setTitle(document?.title ?? '')), [id]);
  return (
    <InsertConfirm
      title={title}
      site={siteName()}
      onInsert={(withSecret) => void insertNow(id, withSecret)}
      onCancel={() => go({ name: 'list' })}
    />
  );
}
