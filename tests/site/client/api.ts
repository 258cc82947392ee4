import type { AppData } from '../layouts/app.ts';

export type { AppData, AppPosition } from '../layouts/app.ts';

export interface RowValue {
  url: string;
  comment: string;
}

export interface SaveBody {
  formId: string;
  owner: string;
  csrf: string;
  values: Record<string, RowValue[]>;
  scores: Record<string, { score: string; note: string }>;
}

/** Place the script draws into. */
export const place = document.querySelector('#app') as HTMLElement;

/** Reads the form's data; throws when the session has ended. */
export async function load(): Promise<AppData> {
  const answer = await fetch(place.dataset.source ?? '');
  if (!answer.ok) throw new Error('Сессия истекла. Войдите снова.');
  return (await answer.json()) as AppData;
}

/** Saves and resolves to the words the user reads. */
export async function save(body: SaveBody): Promise<string> {
  const answer = await fetch('/api/save', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status === 401) return 'Сессия истекла. Войдите снова, чтобы сохранить.';
  return answer.ok ? 'Данные сохранены.' : 'Не удалось сохранить.';
}

/** The cabinet's own check of a link: '' when it is content. */
export function linkError(url: string): string {
  return url === '' || /^https?:\/\//.test(url.trim())
    ? ''
    : 'Ссылка должна начинаться с http:// или https://';
}

/** Points and notes typed into fields named `score[KEY]` and `note[KEY]`. */
export function readScores(form: HTMLFormElement): SaveBody['scores'] {
  const scores: SaveBody['scores'] = {};
  for (const [name, value] of new FormData(form)) {
    const found = /^(score|note)\[(\w+)\]$/.exec(name);
    if (!found || typeof value !== 'string') continue;
    const key = found[2] as string;
    scores[key] ??= { score: '', note: '' };
    scores[key][found[1] as 'score' | 'note'] = value;
  }
  return scores;
}
