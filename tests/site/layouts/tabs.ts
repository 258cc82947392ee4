import type { SiteDirection, SitePosition } from '../form-model.ts';
import { html, type Markup } from '../html.ts';
import { formShell, pointsText, rowsOf, scoreFields, shownLink, type View } from './view.ts';

/** One direction at a time: tabs, and a panel which the page's script loads and takes away again. */
export function tabsLayout(view: View): Markup {
  return formShell(
    view,
    html`<div role="tablist" class="tabs" aria-label="Направления">${view.form.directions.map(
      (direction, i) =>
        html`<button type="button" role="tab" id="tab-${i}" data-index="${i}" aria-controls="panel" aria-selected="${i === 0 ? 'true' : 'false'}" title="${direction.name}">${direction.code}. ${direction.name}</button>`,
    )}</div>
<div role="tabpanel" id="panel" aria-labelledby="tab-0">${panelContent(view, 0)}</div><div id="kept" hidden></div>`,
  );
}

/** What the panel of the direction with this index holds; empty when there is none. */
export function panelContent(view: View, index: number): Markup {
  const direction = view.form.directions[index];
  return direction ? html`${tracks(view, direction)}` : html``;
}

function tracks(view: View, direction: SiteDirection): Markup[] {
  return direction.tracks.map(
    (track) =>
      html`<h3>Трек «${track.name}»</h3>${track.components.map(
        (component) =>
          html`<fieldset><legend>${component.name}</legend>${component.positions.map((position) => item(view, position))}</fieldset>`,
      )}`,
  );
}

function item(view: View, position: SitePosition): Markup {
  return html`<div class="item"><p>${position.number}. ${position.text} <small>(${pointsText(position.points)})</small></p>
<ol>${rowsOf(view, position.key).map((row, i) =>
    view.review
      ? html`<li>${shownLink(row.url)} <span class="comment">${row.comment}</span></li>`
      : html`<li><label>Ссылка <input type="text" name="link[${position.key}][${i}]" value="${row.url}"></label> <label>Комментарий <input type="text" name="comm[${position.key}][${i}]" value="${row.comment}"></label></li>`,
  )}</ol>${view.review && scoreFields(view, position.key, position.points)}</div>`;
}
