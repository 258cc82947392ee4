import type { Random } from '../generate/model.ts';

const BANNERS = [
  '<div class="banner">Плановые работы 12 сентября с 22:00 до 02:00</div>',
  '<p>Уважаемые коллеги, сохраняйте форму каждые полчаса.</p>',
  '<div><label>Подписка на новости <input type="text" name="mail"></label><button type="button">Подписаться</button></div>',
  '<form action="/search"><input type="text" name="q" placeholder="Поиск по сайту"></form>',
];

/** Boxes that hold all of one position and nothing of another: text and fields. */
export type Blocks = readonly Element[];

/** Changes a page as a new release of the site would: notices, other ids, names and classes, blocks in another order. */
export function change(document: Document, blocks: Blocks, random: Random): string[] {
  const done: string[] = [];
  const steps = 1 + random.int(4);
  for (let i = 0; i < steps; i++) {
    const step = random.pick([banner, rename, reorder, wrap]);
    step(document, blocks, random);
    done.push(step.name);
  }
  return done;
}

/** A notice before or after the form, or between two positions. */
function banner(document: Document, blocks: Blocks, random: Random): void {
  const box = document.createElement('div');
  box.innerHTML = random.pick(BANNERS);
  const notice = box.firstElementChild as Element;
  const block = blocks.length > 1 && random.chance(0.5) ? random.pick([...blocks]) : null;
  // A table's body takes rows only.
  if (block && !/^(?:tr|tbody|td|th|dt|dd)$/.test(block.localName)) block.before(notice);
  else if (random.chance(0.5)) document.body.prepend(notice);
  else document.body.append(notice);
}

/** Other ids, names and classes everywhere; labels keep what they name. */
function rename(document: Document, _blocks: Blocks, random: Random): void {
  const salt = `z${random.int(1000)}`;
  const ids = new Map<string, string>();
  for (const element of document.querySelectorAll('[id]')) {
    const id = `${salt}${ids.size}`;
    ids.set(element.id, id);
    element.id = id;
  }
  for (const attribute of ['for', 'aria-labelledby', 'aria-controls', 'aria-describedby', 'headers'])
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const value = (element.getAttribute(attribute) ?? '').split(/\s+/);
      element.setAttribute(attribute, value.map((id) => ids.get(id) ?? id).join(' '));
    }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = ids.get((link.getAttribute('href') ?? '').slice(1));
    if (id) link.setAttribute('href', `#${id}`);
  }
  let count = 0;
  for (const field of document.querySelectorAll('[name]')) field.setAttribute('name', `${salt}${count++}`);
  const classes = new Map<string, string>();
  for (const element of document.querySelectorAll('[class]')) {
    const known = element.getAttribute('class') ?? '';
    // A row that is there to be copied stays one, whatever it is called: styles that hide it come with its class.
    const sample = known.match(/\S*(?:empty-form|template)\S*/)?.[0] ?? '';
    if (!classes.has(known)) classes.set(known, `${salt}-${classes.size} ${sample}`.trim());
    element.setAttribute('class', classes.get(known) as string);
  }
}

/** Two positions change places. */
function reorder(_document: Document, blocks: Blocks, random: Random): void {
  const like = blocks.filter((one) =>
    blocks.some((other) => other !== one && other.parentElement === one.parentElement),
  );
  if (like.length < 2) return;
  const one = random.pick([...like]);
  const other = random.pick(like.filter((block) => block.parentElement === one.parentElement));
  if (one === other) return;
  const mark = one.ownerDocument.createComment('');
  one.replaceWith(mark);
  other.replaceWith(one);
  mark.replaceWith(other);
}

/** The whole page gets another box around it. */
function wrap(document: Document): void {
  const box = document.createElement('main');
  box.append(...Array.from(document.body.childNodes));
  document.body.append(box);
}
