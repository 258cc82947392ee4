import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One link with its comment, as the site keeps it. */
export interface SavedRow {
  url: string;
  comment: string;
}

/** Rows by the position's key. */
export type SavedValues = Record<string, SavedRow[]>;

/** An expert's points and note by the position's key. */
export type SavedScores = Record<string, { score: string; note: string }>;

/** Files of the site: one a login and form, in a folder of its own. */
export interface Store {
  values(login: string, formId: string): SavedValues;
  saveValues(login: string, formId: string, values: SavedValues): void;
  scores(expert: string, owner: string, formId: string): SavedScores;
  saveScores(expert: string, owner: string, formId: string, scores: SavedScores): void;
}

/** Keeps JSON files in `folder`. Logins and form ids come checked, so they are safe as file names. */
export function createStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const read = <T>(name: string, empty: T): T => {
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
    } catch {
      return empty;
    }
  };
  const write = (name: string, data: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(data, null, 1));
  return {
    values: (login, formId) => read<SavedValues>(`${login}.${formId}.json`, {}),
    saveValues: (login, formId, values) => write(`${login}.${formId}.json`, values),
    scores: (expert, owner, formId) => read<SavedScores>(`${expert}.${owner}.${formId}.json`, {}),
    saveScores: (expert, owner, formId, scores) => write(`${expert}.${owner}.${formId}.json`, scores),
  };
}
