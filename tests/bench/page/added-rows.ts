/**
 * Runs in the page: puts in 200 more positions of five rows, as a page does that loads its next part. Cards go behind
 * the last of a track, rows of a table with the headings over them into the last table.
 */
export function addedRows(): void {
  const copies = document.createDocumentFragment();
  const put = (from: Element, text: Element | null): void => {
    if (text?.firstChild) (text.firstChild as Text).data += ' (дополнение)';
    copies.append(from);
  };
  const cards = [...document.querySelectorAll('.card')].slice(0, 200);
  for (const card of cards) {
    const copy = card.cloneNode(true) as Element;
    put(copy, copy.querySelector('.card-text'));
  }
  let positions = 0;
  for (const row of document.querySelectorAll('table.old tbody tr')) {
    // A component's cell spans all rows of it.
    if (positions >= 200 && row.querySelector('.component')) break;
    const copy = row.cloneNode(true) as Element;
    const text = copy.querySelector('.position');
    if (text) positions++;
    put(copy, text);
  }
  const list = document.querySelector('.component')?.closest('.track');
  (list ?? [...document.querySelectorAll('table.old tbody')].at(-1))?.append(copies);
}
