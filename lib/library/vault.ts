/**
 * Encryption of the stored credentials with the user's passphrase: PBKDF2 (SHA-256) to a key, AES-GCM with a fresh
 * nonce each time. Knows nothing of what is encrypted or where it is kept.
 */

/** OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023). Kept in the record, so it can grow. */
export const ITERATIONS = 600_000;

/** What lies in storage. All binary parts in base64. */
export interface SealedRecord {
  readonly v: 1;
  readonly iterations: number;
  readonly salt: string;
  readonly nonce: string;
  readonly data: string;
}

export function isSealedRecord(value: unknown): value is SealedRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (
    record.v === 1 &&
    typeof record.iterations === 'number' &&
    // A tampered record must not be able to freeze the page or to weaken the key.
    record.iterations >= 100_000 &&
    record.iterations <= 10_000_000 &&
    [record.salt, record.nonce, record.data].every((part) => typeof part === 'string')
  );
}

/** Key material that can be kept in the session: raw AES key and the salt it belongs to. */
export interface SessionKey {
  readonly key: string;
  readonly salt: string;
  readonly iterations: number;
}

function encode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

/** Derives the key for a passphrase; without a salt a new one is made. Takes some 0.3 s by design. */
export async function deriveKey(
  passphrase: string,
  salt = encode(crypto.getRandomValues(new Uint8Array(16))),
  iterations = ITERATIONS,
): Promise<SessionKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: decode(salt), iterations },
    base,
    256,
  );
  return { key: encode(new Uint8Array(bits)), salt, iterations };
}

function imported({ key }: SessionKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', decode(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Encrypts a text. */
export async function seal(text: string, key: SessionKey): Promise<SealedRecord> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    await imported(key),
    new TextEncoder().encode(text),
  );
  return {
    v: 1,
    iterations: key.iterations,
    salt: key.salt,
    nonce: encode(nonce),
    data: encode(new Uint8Array(data)),
  };
}

/** Decrypts a record; null when the key is not the one it was sealed with, or the record was changed. */
export async function unseal(record: SealedRecord, key: SessionKey): Promise<string | null> {
  try {
    const data = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: decode(record.nonce) },
      await imported(key),
      decode(record.data),
    );
    return new TextDecoder().decode(data);
  } catch {
    return null;
  }
}
