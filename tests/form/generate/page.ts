import { LAYOUTS } from './layouts.ts';
import { type ModelPosition, randomModel, randomOf } from './model.ts';
import { partsOf, randomStyle } from './parts.ts';

/** A page made at random, and what it holds. */
export interface Generated {
  readonly html: string;
  readonly layout: string;
  readonly positions: readonly ModelPosition[];
}

const BEFORE = [
  '<nav><a href="/">Главная</a> <a href="/forms">Формы</a></nav>',
  '<form role="search"><input name="q" placeholder="Поиск по ссылке"></form>',
  '<div class="top">ФИС ОКО <span>reg99_mmu_03</span> <a href="/exit">Выйти</a></div>',
  '<h1>Форма сбора первичных данных МУМ-2022</h1>',
  '<p>Заполните форму до 30 сентября 2022 года. По одной позиции возможно не более 5 ссылок.</p>',
  '<div class="filters"><label>Фильтр <input name="filter"></label><select><option>Все</option></select></div>',
  '<ul class="menu"><li><a href="#a">Мои формы</a></li><li><a href="/b">Отчёты</a></li></ul>',
  '<input type="hidden" name="csrf" value="x"><div class="alert">Сессия истекает через 20 минут</div>',
];
const AFTER = [
  '<form class="fb"><h3>Обратная связь</h3><label>Ваш e-mail <input name="mail"></label><label>Сообщение <textarea name="m"></textarea></label><button>Отправить</button></form>',
  '<div class="pager"><a href="?p=1">1</a> <a href="?p=2">2</a> Перейти на страницу <input size="2"></div>',
  '<dialog><h2>Добавить документ</h2><label>Ссылка <input></label><label>Комментарий <textarea></textarea></label></dialog>',
  '<footer>© 2022 <a href="mailto:a@b.ru">helpfisoko@fioco.ru</a></footer>',
  '<div class="chat" style="display:none"><textarea placeholder="Напишите сообщение"></textarea></div>',
  '<form><label>Загрузить файл <input type="file"></label><button>Загрузить</button></form>',
  '<button>Сохранить</button><button>Отправить на проверку</button>',
];

/** Page number `seed`: the same every time. */
export function generate(seed: number): Generated {
  const random = randomOf(seed);
  const names = Object.keys(LAYOUTS);
  const layout = names[random.int(names.length)] as string;
  const positions = randomModel(random, random.chance(0.5));
  const style = randomStyle(random);
  const parts = partsOf(random, style);
  const form = (LAYOUTS[layout] as (typeof LAYOUTS)[string])(positions, parts, style, random);
  const some = (list: readonly string[]): string => list.filter(() => random.chance(0.4)).join('\n');
  return {
    html: `<!doctype html><title>ФИС ОКО</title><body>${some(BEFORE)}<form method="post">${form}</form>${some(AFTER)}`,
    layout,
    positions,
  };
}
