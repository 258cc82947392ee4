import { positionsOf } from '../form-model.ts';
import { html, type Markup } from '../html.ts';
import { rowsOf, type View } from './view.ts';

/** The page of a layout drawn by a script (React, Vue, virtual list): an empty place, and the data to draw it from. */
export function appLayout(view: View): Markup {
  return html`<h1>${view.form.title}</h1><div id="app" data-source="/api/form?${apiQuery(view)}"><p>Загрузка…</p></div>`;
}

function apiQuery(view: View): string {
  const query = new URL(view.here, 'https://x').searchParams;
  query.set('mechanism', view.form.mechanism);
  return query.toString();
}

/** What `/api/form` answers. */
export interface AppData {
  readonly formId: string;
  readonly owner: string;
  readonly csrf: string;
  readonly review: boolean;
  readonly directions: readonly {
    readonly title: string;
    readonly positions: readonly AppPosition[];
  }[];
}

export interface AppPosition {
  readonly key: string;
  readonly number: string;
  readonly text: string;
  readonly points: number | null;
  readonly track: string;
  readonly component: string;
  readonly rows: readonly { url: string; comment: string }[];
  readonly score: string;
  readonly note: string;
}

/** The data of the script-drawn layouts, rows filled up to five. */
export function appData(view: View): AppData {
  return {
    formId: view.form.id,
    owner: view.owner,
    csrf: view.csrf,
    review: view.review,
    directions: view.form.directions.map((direction) => ({
      title: `${direction.code}. ${direction.name}`,
      positions: positionsOf({ ...view.form, directions: [direction] }).map(({ position, path }) => ({
        ...position,
        track: path[1],
        component: path[2],
        rows: rowsOf(view, position.key),
        score: view.scores[position.key]?.score ?? '',
        note: view.scores[position.key]?.note ?? '',
      })),
    })),
  };
}
