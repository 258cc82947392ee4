import type { SiteComponent, SiteDirection, SitePosition } from '../form-model.ts';
import { html, type Markup } from '../html.ts';
import { formShell, pointsText, rowsOf, scoreFields, shownLink, type View } from './view.ts';

/** The old table: a row a link, cells of component and position spanning theirs. */
export function phpLayout(view: View): Markup {
  return formShell(view, html`${view.form.directions.map((direction) => directionTable(view, direction))}`);
}

function directionTable(view: View, direction: SiteDirection): Markup {
  return html`<table class="old" border="1" cellspacing="0" cellpadding="3">
<caption>Направление ${direction.code}. ${direction.name}</caption>
<thead><tr><th>Компонент</th><th>№ п/п</th><th>Позиции оценивания</th><th>№</th><th>Ссылка на документ</th><th>Комментарий к документу</th>${view.review && html`<th>Оценка эксперта</th>`}</tr></thead>
<tbody>${direction.tracks.map((track) => [
    html`<tr class="track"><td colspan="${view.review ? 7 : 6}"><b>Трек: ${track.name}</b></td></tr>`,
    ...track.components.map((component) => componentRows(view, component)),
  ])}</tbody></table>`;
}

function componentRows(view: View, component: SiteComponent): Markup {
  const counts = component.positions.map((position) => rowsOf(view, position.key).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return html`${component.positions.map((position, index) =>
    positionRows(
      view,
      position,
      index === 0 ? html`<td rowspan="${total}" class="component">${component.name}</td>` : null,
    ),
  )}`;
}

function positionRows(view: View, position: SitePosition, lead: Markup | null): Markup {
  const rows = rowsOf(view, position.key);
  const span = rows.length;
  return html`${rows.map((row, i) => {
    const name = (kind: string): string => `${kind}[${position.key}][${i}]`;
    const first =
      i === 0 &&
      html`${lead}<td rowspan="${span}">${position.number}</td><td rowspan="${span}" class="position">${position.text} <span class="points">${pointsText(position.points)}</span></td>`;
    const cells = view.review
      ? html`<td>${shownLink(row.url)}</td><td>${row.comment}</td>${i === 0 && html`<td rowspan="${span}">${scoreFields(view, position.key, position.points)}</td>`}`
      : html`<td><input type="text" name="${name('link')}" value="${row.url}" size="30"></td><td><textarea name="${name('comm')}" rows="1" cols="30">${row.comment}</textarea></td>`;
    return html`<tr>${first}<td>${i + 1}</td>${cells}</tr>`;
  })}`;
}
