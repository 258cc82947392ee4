import type { SitePosition } from '../form-model.ts';
import { html, type Markup } from '../html.ts';
import { formShell, pointsText, rowsOf, scoreFields, type View } from './view.ts';

/** Cards of divs under headings; a position begins with one row and a button that adds up to five. */
export function gridLayout(view: View): Markup {
  return formShell(
    view,
    html`${view.form.directions.map(
      (direction) => html`<section class="direction"><h2>${direction.code}. ${direction.name}</h2>
${direction.tracks.map(
  (track) =>
    html`<div class="track"><h3>${track.name}</h3>${track.components.map(
      (component) =>
        html`<div class="component"><h4>${component.name}</h4>${component.positions.map((position) => card(view, position))}</div>`,
    )}</div>`,
)}</section>`,
    )}`,
  );
}

function card(view: View, position: SitePosition): Markup {
  const rows = rowsOf(view, position.key, startRows(view));
  return html`<div class="card" data-key="${position.key}"><div class="card-head"><span class="number">${position.number}</span> <span class="card-text">${position.text}</span> <span class="badge">${pointsText(position.points)}</span></div>
<div class="rows">${rows.map((row, i) => gridRow(position.key, i, row.url, row.comment, view.review))}</div>
${view.review ? html`<div class="expert">${scoreFields(view, position.key, position.points)}</div>` : html`<button type="button" class="add">Добавить ссылку</button>`}</div>`;
}

/** Generated forms show all rows at once: benches count them; the real one begins with one. */
function startRows(view: View): number {
  return view.form.id.includes('-') ? 5 : 1;
}

function gridRow(key: string, i: number, url: string, comment: string, review: boolean): Markup {
  const id = `${key}-${i}`;
  const readonly = review ? html` readonly` : null;
  return html`<div class="row"><div class="cell"><label for="l-${id}">Ссылка ${i + 1}</label><input id="l-${id}" type="url" name="link[${key}][${i}]" value="${url}"${readonly}></div><div class="cell"><label for="c-${id}">Комментарий к документу</label><textarea id="c-${id}" name="comm[${key}][${i}]" rows="1"${readonly}>${comment}</textarea></div></div>`;
}
