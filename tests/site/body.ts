import type { IncomingMessage } from 'node:http';
import type { SavedScores, SavedValues } from './store.ts';

const LIMIT = 64 * 1024 * 1024;

/** Reads a request's body as text. Throws over 64 MB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What a save holds, whichever way the page sent it. */
export interface SaveRequest {
  formId: string;
  owner: string;
  csrf: string;
  here: string;
  values: SavedValues;
  scores: SavedScores;
}

const FIELD = /^(link|comm|score|note)\[(\w+)\](?:\[(\d)\])?$/;

/** Reads a form sent the old way: `link[KEY][0]=…&comm[KEY][0]=…&score[KEY]=…`. */
export function readFormBody(body: string): SaveRequest {
  const sent = new URLSearchParams(body);
  const values: SavedValues = {};
  const scores: SavedScores = {};
  for (const [name, value] of sent) {
    const found = FIELD.exec(name);
    if (!found) continue;
    const key = found[2] as string;
    if (found[1] === 'score' || found[1] === 'note') {
      scores[key] ??= { score: '', note: '' };
      scores[key][found[1]] = value;
      continue;
    }
    values[key] ??= [];
    const rows = values[key];
    const index = Number(found[3] ?? 0);
    while (rows.length <= index) rows.push({ url: '', comment: '' });
    const row = rows[index];
    if (row) row[found[1] === 'link' ? 'url' : 'comment'] = value.replaceAll('\r\n', '\n');
  }
  const text = (name: string): string => sent.get(name) ?? '';
  return {
    formId: text('formId'),
    owner: text('owner'),
    csrf: text('csrf'),
    here: text('here'),
    values,
    scores,
  };
}
