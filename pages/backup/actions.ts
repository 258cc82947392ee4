import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { backupName, makeBackup, readBackup, restoreBackup } from '../../lib/backup/file.ts';
import { credentialsPart, draftsPart, libraryPart, packsPart, settingsPart } from '../../lib/backup/parts.ts';
import { BackupError, type BackupPart, type CheckedBackup } from '../../lib/backup/types.ts';
import { openDrafts } from '../../lib/drafts/open.ts';
import { t } from '../../lib/i18n.ts';
import { openCredentials } from '../../lib/library/credentials.ts';
import { openLibrary } from '../../lib/library/open.ts';
import { imported, removePack, savePack } from '../../lib/packs/packs.ts';
import { download } from '../download.ts';
import { failureText } from '../failure.ts';

export const message = signal<{ tone: 'fine' | 'wrong'; text: string } | null>(null);
/** A checked file that waits for the user's word. */
export const pending = signal<CheckedBackup | null>(null);

async function parts(withCredentials: boolean): Promise<BackupPart[]> {
  const library = await openLibrary();
  // A library that cannot be opened reads as empty: such a copy would be worse than none.
  if (library.problem) throw library.problem;
  const all = [
    libraryPart(library),
    draftsPart(await openDrafts({ enabled: async () => true })),
    packsPart({ imported, save: (pack) => savePack(pack, new Date().toISOString()), remove: removePack }),
    settingsPart(browser.storage.local),
  ];
  return withCredentials ? [...all, credentialsPart(openCredentials())] : all;
}

async function guarded(work: () => Promise<void>): Promise<void> {
  message.value = null;
  try {
    await work();
  } catch (error) {
    const text =
      error instanceof BackupError
        ? t(`backup.errors.${error.code}`, { path: error.path })
        : failureText(error);
    message.value = { tone: 'wrong', text };
  }
}

/** Saves everything to one file. */
export function save(withCredentials: boolean): Promise<void> {
  return guarded(async () => {
    const now = new Date();
    download(backupName(now), await makeBackup(await parts(withCredentials), now), 'application/json');
    message.value = { tone: 'fine', text: t('backup.made') };
  });
}

/** Checks a file as a whole; nothing is touched until `confirm`. */
export function open(file: File): Promise<void> {
  return guarded(async () => {
    pending.value = readBackup(await file.text(), await parts(true));
  });
}

/** Replaces everything by the checked file. */
export function confirm(): Promise<void> {
  return guarded(async () => {
    const backup = pending.value;
    pending.value = null;
    if (!backup) return;
    await restoreBackup(backup, await parts(true));
    message.value = { tone: 'fine', text: t('backup.restored') };
  });
}
