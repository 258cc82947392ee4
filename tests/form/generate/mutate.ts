import type { Random } from './model.ts';

const BANNERS = [
  '<div class="banner">Плановые работы 12 сентября</div>',
  '<p>Сохраняйте форму каждые полчаса.</p>',
  '<div role="status">Сохранено в 12:41</div>',
  '<div><button type="button">Закрыть</button></div>',
];

/** Changes a page as a new release of the site would, without changing what it says. */
export function mutate(document: Document, random: Random): void {
  const steps = 1 + random.int(5);
  for (let i = 0; i < steps; i++)
    random.pick([insertBanner, renameIds, renameClasses, renderAnew, wrapUnit])(document, random);
}

/** A notice before or after the form. */
function insertBanner(document: Document, random: Random): void {
  const box = document.createElement('div');
  box.innerHTML = random.pick(BANNERS);
  const form = document.querySelector('form[method]');
  if (random.chance(0.5)) form?.before(...box.childNodes);
  else form?.after(...box.childNodes);
}

function renameIds(document: Document, random: Random): void {
  const salt = random.int(1000);
  const rename = (id: string): string => `z${salt}${id}`;
  for (const element of document.querySelectorAll('[id]')) element.id = rename(element.id);
  for (const label of document.querySelectorAll('label[for]'))
    label.setAttribute('for', rename(label.getAttribute('for') ?? ''));
  for (const element of document.querySelectorAll('[aria-labelledby]'))
    element.setAttribute(
      'aria-labelledby',
      (element.getAttribute('aria-labelledby') ?? '').split(' ').map(rename).join(' '),
    );
}

function renameClasses(document: Document, random: Random): void {
  const salt = random.int(1000);
  for (const element of document.querySelectorAll('[class]'))
    element.className = `c${salt}-${element.className.length}`;
}

/** A framework throws an element away and makes an equal one. */
function renderAnew(document: Document, random: Random): void {
  const all = [...document.querySelectorAll('form[method] *')];
  const element = random.pick(all);
  element.replaceWith(element.cloneNode(true));
}

/** The whole form gets another box around it. */
function wrapUnit(document: Document): void {
  const form = document.querySelector('form[method]');
  if (!form) return;
  const box = document.createElement('main');
  form.replaceWith(box);
  box.append(form);
}
