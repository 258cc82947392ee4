import type { SiteDirection, SitePosition } from '../form-model.ts';
import { html, type Markup } from '../html.ts';
import { formShell, rowsOf, type View } from './view.ts';

/**
 * A form nobody can guess: column headers are pictures without a word, three equal fields stand in every row and none
 * has a label. The middle one is for the link, the last one for the comment, the first one for an inner number.
 */
export function oddLayout(view: View): Markup {
  return formShell(view, html`${view.form.directions.map((direction) => directionTable(view, direction))}`);
}

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2240%22 height=%2216%22/%3E';

function directionTable(view: View, direction: SiteDirection): Markup {
  const picture = html`<td><img src="${PICTURE}"></td>`;
  return html`<h2>${direction.code}. ${direction.name}</h2>${direction.tracks.map(
    (track) =>
      html`<h3>${track.name}</h3>${track.components.map(
        (component) => html`<h4>${component.name}</h4>
<table class="old odd"><tbody><tr>${picture}${picture}${picture}${picture}</tr>
${component.positions.map((position) => positionRows(view, position))}</tbody></table>`,
      )}`,
  )}`;
}

function positionRows(view: View, position: SitePosition): Markup {
  const rows = rowsOf(view, position.key);
  return html`${rows.map(
    (row, i) => html`<tr>${i === 0 && html`<td rowspan="${rows.length}" class="words">${position.text}</td>`}
<td><input name="a[${position.key}][${i}]" size="4"></td><td><input name="b[${position.key}][${i}]" value="${row.url}"></td><td><input name="c[${position.key}][${i}]" value="${row.comment}"></td></tr>`,
  )}`;
}
