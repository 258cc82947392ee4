import { generate } from 'selfsigned';

/** Name of the real cabinet: the site answers under it, so that what is tested is what is shipped. */
export const REAL_HOST = 'lk-fisoko.obrnadzor.gov.ru';

/** A second name, for «Включить на этом сайте». */
export const OTHER_HOST = 'forma.example.org';

/** Makes a self-signed certificate for the names the site goes by; valid for a few days, never written to disk. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: REAL_HOST }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          ...[REAL_HOST, OTHER_HOST, 'localhost'].map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
