import type { Account } from './accounts.ts';
import { html, type Markup } from './html.ts';

export interface PageOptions {
  readonly title: string;
  readonly account: Account | null;
  readonly body: Markup;
  /** Names of bundles under /static. */
  readonly scripts?: readonly string[];
  readonly message?: string;
}

const MENU: readonly (readonly [href: string, label: string])[] = [
  ['/', 'Главная'],
  ['/mum/php', 'Муниципальные механизмы'],
  ['/rum/php', 'Региональные механизмы'],
  ['/registry', 'Реестр организаций'],
  ['/upload', 'Загрузка файлов'],
  ['/forum', 'Форум поддержки'],
  ['/survey', 'Опрос'],
];

function header(account: Account | null): Markup {
  return html`<header class="LKHeader">
<a class="LKHeader__logo" href="/">ФИС ОКО</a>
<form class="search" action="/registry" method="get" role="search"><input type="search" name="q" placeholder="Поиск по сайту" aria-label="Поиск по сайту"><button>Найти</button></form>
${account ? html`<span class="LKHeader__name">${account.title}</span> <a href="/logout">Выход</a>` : html`<a href="/login">Вход</a>`}
</header>
<nav class="menu" aria-label="Обмен данными"><ul>${MENU.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}</ul></nav>`;
}

function sidebar(account: Account | null): Markup {
  return html`<aside class="side">
<section><h4>Сменить пользователя</h4><form action="/login" method="post">
<label>Логин <input name="login" autocomplete="username" value="${account?.login ?? ''}"></label>
<label>Пароль <input name="password" type="password" autocomplete="current-password"></label><button>Войти</button></form></section>
<section><h4>Сопроводительное письмо</h4><form action="/upload" method="post">
<label>Файл (pdf, до 10 Мб) <input type="file" name="file"></label>
<label>Комментарий к файлу <textarea name="filecomment" rows="2"></textarea></label><button>Загрузить</button></form></section>
<section><h4>Обратная связь</h4><form action="/feedback" method="post">
<label>Ссылка на страницу <input name="page" placeholder="https://"></label>
<label>Ваш вопрос <textarea name="question" rows="3"></textarea></label><button>Отправить</button>
<p class="small">helpfisoko@fioco.ru</p></form></section>
</aside>`;
}

const TEMPLATES = html`<template id="row-template"><div class="row"><label>Ссылка на документ <input class="url"></label><label>Комментарий <textarea></textarea></label></div></template>
<div class="modal" hidden><div class="modal-title">Добавить документ</div><label>Ссылка на документ <input></label><label>Комментарий к документу <textarea></textarea></label><button type="button">Добавить</button><button type="button">Отмена</button></div>`;

const FOOTER = html`<div class="pagination" role="navigation" aria-label="Страницы"><span>1</span> <a href="?page=2">2</a> <a href="?page=3">3</a> Показать по <select name="per-page"><option>20</option><option>50</option></select></div>
<div class="chat"><button type="button" class="chat-open">Чат поддержки</button><div class="chat-panel" hidden><p>Здравствуйте! Чем помочь?</p><textarea placeholder="Ваше сообщение"></textarea><button type="button">Отправить</button></div></div>
<footer>Федеральная информационная система оценки качества образования. Учебный стенд, не настоящий сайт.</footer>`;

/** A whole page of the cabinet with everything real pages have around the form: menu, search, login, upload, feedback, pages, chat, templates. */
export function page(options: PageOptions): Markup {
  return html`<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${options.title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/site.css">
${['chrome', ...(options.scripts ?? [])].map((name) => html`<script type="module" src="/static/${name}.js"></script>`)}
</head><body>${header(options.account)}
<div class="columns"><main>${options.message && html`<p class="message" role="status">${options.message}</p>`}
${options.body}</main>${sidebar(options.account)}</div>
${TEMPLATES}${FOOTER}</body></html>`;
}

/** A bare page for a frame: the form and nothing else. */
export function framePage(title: string, body: Markup): Markup {
  return html`<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/static/site.css"></head><body class="framed">${body}</body></html>`;
}
