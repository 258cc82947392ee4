import { html, type Markup } from '../html.ts';
import { formShell, pointsText, rowsOf, scoreFields, shownLink, type View } from './view.ts';

/** A list of positions; the rows of one are edited in a native dialog and shown as text outside it. */
export function dialogLayout(view: View): Markup {
  return formShell(
    view,
    html`${view.form.directions.map(
      (direction) =>
        html`<h2>${direction.code}. ${direction.name}</h2>${direction.tracks.map(
          (track) =>
            html`<h3>${track.name}</h3>${track.components.map(
              (component) =>
                html`<h4>${component.name}</h4><ul class="list">${component.positions.map(
                  (
                    position,
                  ) => html`<li class="entry" data-key="${position.key}"><span class="number">${position.number}</span> <span class="entry-text">${position.text}</span> <em>${pointsText(position.points)}</em>
<ol class="shown">${rowsOf(view, position.key, 0).map((row) => html`<li>${shownLink(row.url)} <span>${row.comment}</span></li>`)}</ol>
${view.review ? scoreFields(view, position.key, position.points) : html`<button type="button" class="edit">Изменить</button>`}</li>`,
                )}</ul>`,
            )}`,
        )}`,
    )}<div id="kept" hidden></div>
<dialog id="editor" aria-labelledby="editor-title"><h2>Документы позиции</h2><p id="editor-title"></p><div class="editor-rows"></div><button type="button" class="done">Готово</button> <button type="button" class="cancel">Отмена</button></dialog>`,
  );
}
