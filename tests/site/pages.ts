import type { Account } from './accounts.ts';
import { reviews } from './accounts.ts';
import { html, type Markup } from './html.ts';
import { LAYOUT_NAMES } from './layouts/index.ts';
import { page } from './page.ts';

/** The login page; `next` is where the user wanted to go. */
export function loginPage(next: string, message: string): Markup {
  return page({
    title: 'Вход — ФИС ОКО',
    account: null,
    message,
    body: html`<h1>Вход в личный кабинет</h1><form class="login" action="/login" method="post">
<input type="hidden" name="next" value="${next}"><label>Логин <input name="login" required autocomplete="username"></label>
<label>Пароль <input name="password" type="password" autocomplete="current-password"></label><button type="submit">Войти</button></form>`,
  });
}

/** Start page: ways to the forms, and for those who review the municipalities of their region. */
export function homePage(account: Account): Markup {
  const owners = [1, 2, 3].map((n) => `reg${account.region}_mmu_0${n}`);
  const links = (query: string): Markup =>
    html`<ul>${LAYOUT_NAMES.map((name) => html`<li><a href="/mum/${name}${query}">Муниципальные механизмы, вид «${name}»</a></li>`)}</ul>`;
  return page({
    title: 'ФИС ОКО',
    account,
    body: html`<h1>Обмен данными</h1>${
      reviews(account) ? owners.map((owner) => html`<h3>${owner}</h3>${links(`?owner=${owner}`)}`) : links('')
    }<p><a href="/rum/php">Региональные механизмы</a></p>`,
  });
}

const FORUM = html`<h1>Форум: организаторы МУМ</h1><table class="old" border="1"><tr><th>Автор</th><th>Сообщение</th></tr>
<tr><td>reg12_mmu_04</td><td>Можно ли дать ссылку https://example.org/docs/prikaz.pdf в двух позициях?</td></tr><tr><td>Поддержка</td><td>Да, если документ подходит к каждой.</td></tr></table>
<form method="post" action="/forum"><label>Тема <input name="subject"></label><label>Ссылка <input name="link"></label><label>Комментарий <textarea name="text" rows="5"></textarea></label><button>Ответить</button></form>`;

const REGISTRY = html`<h1>Реестр организаций</h1><form method="get"><label>Название <input name="name"></label><label>Сайт <input name="site"></label><select name="type"><option>Все</option><option>Школа</option></select><button>Показать</button></form>
<table class="old" border="1"><tr><th>Код</th><th>Название</th><th>Сайт</th></tr>${[1, 2, 3, 4, 5].map((n) => html`<tr><td>${n}0012</td><td>Школа № ${n}</td><td><a href="https://school${n}.example.org/">school${n}.example.org</a></td></tr>`)}</table>`;

const SURVEY = html`<h1>Опрос о работе системы</h1><form method="post" action="/survey">${['Удобно ли работать с формой?', 'Хватает ли времени на заполнение?', 'Что улучшить в первую очередь?'].map((question, i) => html`<fieldset><legend>${i + 1}. ${question}</legend><label>Ответ <textarea name="a${i}" rows="2"></textarea></label></fieldset>`)}<button>Отправить</button></form>`;

const UPLOAD = html`<h1>Загрузка файлов</h1><form method="post" action="/upload" enctype="multipart/form-data"><table class="old" border="1"><tr><th>№</th><th>Файл</th><th>Комментарий к файлу</th></tr>${[1, 2, 3].map((n) => html`<tr><td>${n}</td><td><input type="file" name="f${n}"></td><td><textarea name="c${n}"></textarea></td></tr>`)}</table><button>Загрузить</button></form>`;

const PLAIN: Readonly<Record<string, readonly [title: string, body: Markup]>> = {
  '/forum': ['Форум поддержки', FORUM],
  '/registry': ['Реестр организаций', REGISTRY],
  '/survey': ['Опрос', SURVEY],
  '/upload': ['Загрузка файлов', UPLOAD],
};

/** Addresses of pages that are not the form. */
export const PLAIN_PATHS = Object.keys(PLAIN);

/** A page that is not the form, by its address; null when there is none. */
export function plainPage(path: string, account: Account | null): Markup | null {
  const found = PLAIN[path];
  return found ? page({ title: found[0], account, body: found[1] }) : null;
}
