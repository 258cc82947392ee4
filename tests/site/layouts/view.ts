import type { SiteForm } from '../form-model.ts';
import { ROWS } from '../form-model.ts';
import { html, type Markup } from '../html.ts';
import type { SavedRow, SavedScores, SavedValues } from '../store.ts';

/** What a layout needs to draw the form for one user. */
export interface View {
  readonly form: SiteForm;
  readonly values: SavedValues;
  readonly scores: SavedScores;
  /** True for experts: links cannot be typed, points and notes can. */
  readonly review: boolean;
  /** Whose form it is. */
  readonly owner: string;
  readonly csrf: string;
  /** Path and query the form is at; saving answers with it. */
  readonly here: string;
}

const EMPTY: SavedRow = { url: '', comment: '' };

/** Rows of a position: those saved, filled up with empty ones to `count`. */
export function rowsOf(view: View, key: string, count = ROWS): SavedRow[] {
  const saved = view.values[key] ?? [];
  return Array.from({ length: Math.max(count, saved.length) }, (_, i) => saved[i] ?? EMPTY);
}

/** «2 балла», as the site writes points; '' when there are none. */
export function pointsText(points: number | null): string {
  if (points === null) return '';
  const word = points === 1 ? 'балл' : points >= 2 && points <= 4 ? 'балла' : 'баллов';
  return `${points} ${word}`;
}

/** The form element around a layout, with what the server needs to know where a save belongs. */
export function formShell(view: View, body: Markup): Markup {
  return html`<h1>${view.form.title}</h1>
<form id="main" action="/save" method="post" autocomplete="off">
<input type="hidden" name="csrf" value="${view.csrf}"><input type="hidden" name="formId" value="${view.form.id}"><input type="hidden" name="owner" value="${view.owner}"><input type="hidden" name="here" value="${view.here}">
${body}
<div class="buttons"><button type="submit" class="save">Сохранить</button></div></form>`;
}

/** A link as the expert sees it: to be clicked, not typed. Addresses that are no web addresses stay text. */
export function shownLink(url: string): Markup {
  return /^https?:/i.test(url)
    ? html`<a href="${url}" target="_blank" rel="noreferrer">${url}</a>`
    : html`${url}`;
}

/** The expert's two fields of a position. */
export function scoreFields(view: View, key: string, max: number | null): Markup {
  const saved = view.scores[key];
  return html`<label>Баллы <input type="number" class="score" name="score[${key}]" min="0" max="${max ?? 9}" step="1" value="${saved?.score ?? ''}"></label>
<label>Примечание эксперта <textarea class="note" name="note[${key}]" rows="2">${saved?.note ?? ''}</textarea></label>`;
}
