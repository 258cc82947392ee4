import { signal } from '@preact/signals';
import { t } from '../../lib/i18n.ts';
import {
  type Credentials,
  type CredentialsState,
  openCredentials,
  type PlainCredentials,
} from '../../lib/library/credentials.ts';
import { attempt, say } from './state.ts';

/** Logins and passwords, as far as the popup deals with them. */

const store = openCredentials();
export const secretsState = signal<CredentialsState>('session');
export const secretsError = signal<string | null>(null);

export async function refreshSecrets(): Promise<void> {
  secretsState.value = await store.state();
}

export function credentialsOf(documentId: string): Promise<Credentials | null> {
  return store.credentialsOf(documentId);
}

export async function saveCredentials(documentId: string, plain: PlainCredentials): Promise<void> {
  if ((await store.state()) !== 'locked') await store.saveCredentials(documentId, plain);
}

export async function protect(passphrase: string): Promise<void> {
  await attempt(async () => {
    await store.protect(passphrase);
    await refreshSecrets();
    say(t('library.secrets.protected'));
  });
}

/** true when it opened. */
export async function unlock(passphrase: string): Promise<boolean> {
  const opened = await attempt(() => store.unlock(passphrase));
  secretsError.value = opened ? null : t('library.secrets.wrong');
  await refreshSecrets();
  return opened === true;
}

export async function lock(): Promise<void> {
  await attempt(() => store.lock());
  await refreshSecrets();
}

export async function forgetAll(): Promise<void> {
  await attempt(() => store.forgetAll());
  await refreshSecrets();
  say(t('library.secrets.forgotten'));
}
