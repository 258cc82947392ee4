import { t } from '../../lib/i18n.ts';

/** What a given file holds. Throws with a sentence for the user when it was moved since, or the system keeps it. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(t('otherPage.unreadable'));
  }
}
