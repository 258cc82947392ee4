import { parseAddress } from './address.ts';
import { decoded, words } from './fold.ts';
import { cloudPlace, isLocal, isMedia, isShortener, isSocial } from './url-hosts.ts';
import { readPath, type UrlPath } from './url-path.ts';
import { queryNews, queryTitle } from './url-query.ts';

/** What an address leads to, judged by its words alone. */
export type UrlKindName =
  | 'document'
  | 'file'
  | 'news'
  | 'event'
  | 'section'
  | 'home'
  | 'cloud-file'
  | 'cloud-folder'
  | 'social'
  | 'search'
  | 'shortener'
  | 'local'
  | 'editor'
  | 'session'
  | 'not-web'
  | 'other';

export interface UrlKind {
  readonly kind: UrlKindName;
  /** 0…1. From `SURE_FROM` it can be told to the user as a fact, from `LIKELY_FROM` as «проверьте». */
  readonly certainty: number;
  /** What it was seen by, strongest first (words, handlers): for tests and for «почему». */
  readonly signs: readonly string[];
}

export const SURE_FROM = 0.9;
export const LIKELY_FROM = 0.7;

const SESSION =
  /[?&;](?:phpsessid|jsessionid|aspsessionid\w*|sessionid|session_?id|sessid|bitrix_sessid|cfid)=/i;
const EDITOR =
  /^\/(?:wp-admin|wp-login\.php|administrator|bitrix\/admin|admin|netcat\/admin|user\/login)(?:\/|$)|[?&](?:action=edit|mode=edit|task=(?:article\.)?edit|layout=edit|bitrix_include_areas=y|preview=true)(?:&|$)/i;
const FILE =
  /\.(pdf|docx?|docm|dotx?|xlsx?|xlsm|xlsb|pptx?|ppsx?|rtf|odt|ods|odp|csv|zip|rar|7z|djvu|tiff?|sig|p7s|txt|xml|epub|fb2)$/i;
const FILE_IN_QUERY = /[?&][^=]*=[^&]*\.(pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z)(?:&|$)/i;
const DOWNLOAD =
  /\/(?:file\/download|download(?:file|er)?|getfile|get_file|getattachment|docman|doc_download|fileget|attachment|linkclick\.aspx|download\.ashx|filehandler\.ashx)(?:[/.?]|$)|[?&](?:wpdmdl|attachment_id|fileticket|download|file_id|fileid|getfile|dl)=|option=com_(?:docman|phocadownload|jdownloads|edocman)|task=(?:doc_download|document\.download|download)|\/load\/0-0-\d+-\d+-20\b/i;
const CARD =
  /^\/file\/card$|\/documents?\/(?:view\/|card\/)?[\da-f-]{2,}(?:\/|$)|\/docs?\/\d{2,}\/?$|\/docum\/|[?&]doc(?:ument)?id=|\/(?:npa|acts?|law|laws)\/[^/]*\d|\/static_pages\/\d|\/dokument[yi](?:-[a-z\d]+)*_\d+\.html$/i;
/** Engines that call their sections so: «/?section_id=59», «/site/section?id=43». */
const SECTION = /\?section_id=\d+$|\/section\?id=\d+$/;
const ARCHIVE = /^(?:zip|rar|7z)$/i;
const IMAGE = /\.(?:jpe?g|png|gif|webp|bmp|mp4|mp3|avi|mov)$/i;
const HOME = /^\/(?:(?:index|default|home|main)(?:\.\w{3,5})?|ru|rus|glavnaya)?\/?$/i;

function kind(name: UrlKindName, certainty: number, ...signs: string[]): UrlKind {
  return { kind: name, certainty, signs };
}

/** Judges an address. Never throws; a text that is no web address is `not-web` with the reason as its sign. */
export function urlKind(address: string): UrlKind {
  const parsed = parseAddress(address);
  if (!parsed.ok) {
    if (parsed.problem === 'empty') return kind('other', 0);
    return kind(parsed.problem === 'file' ? 'local' : 'not-web', 1, parsed.problem);
  }
  return kindOfUrl(parsed.url);
}

/** Judges a parsed URL; see `urlKind`. */
export function kindOfUrl(url: URL): UrlKind {
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '');
  const path = decoded(url.pathname);
  if (isLocal(host)) return kind('local', 1, host);
  const cloud = cloudPlace(host, url.pathname);
  if (cloud) return kind(cloud.kind, 0.95, cloud.sign);
  if (isShortener(host, path)) return kind('shortener', 0.95, host);
  if (isSocial(host, path))
    return /^\/doc-?\d+_\d+/.test(path) ? kind('file', 0.9, 'vk-doc') : kind('social', 0.95, host);
  if (EDITOR.test(path) || EDITOR.test(url.search)) return kind('editor', 0.9, 'editor');
  const session = SESSION.test(url.search) || SESSION.test(url.pathname);
  const found = ofPage(url, host, path);
  if (session && found.kind !== 'news' && found.kind !== 'event')
    return kind('session', 0.9, 'session', found.kind);
  return found;
}

function ofPage(url: URL, host: string, path: string): UrlKind {
  const extension = FILE.exec(path)?.[1] ?? FILE_IN_QUERY.exec(decoded(url.search))?.[1];
  if (extension)
    return kind('file', 0.97, ARCHIVE.test(extension) ? 'archive' : 'extension', extension.toLowerCase());
  if (DOWNLOAD.test(url.pathname + url.search)) return kind('file', 0.9, 'download');
  if (IMAGE.test(path)) return kind('other', 0.9, 'image');
  if (isSearch(host, url)) return kind('search', 0.95, 'search');
  if (HOME.test(path) && url.search === '' && !/^#!?\//.test(url.hash)) return kind('home', 0.97, 'home');
  if (CARD.test(path) || CARD.test(url.search)) return kind('document', 0.85, 'card');
  const read = readPath(path + queryTitle(url.search));
  if (read.document) return kind('document', 0.75, read.document);
  const publication = /\/site\/pub$/.test(path) ? { certainty: 0.72, sign: 'site/pub' } : null;
  const news = queryNews(url.search) ?? publication ?? read.news ?? mediaNews(host, read, url.search);
  if (news) return kind('news', news.certainty, news.sign);
  if (read.event) return kind('event', read.event.certainty, read.event.sign);
  if (SECTION.test(path + url.search)) return kind('section', 0.75, 'section');
  if (read.section && url.search === '') return kind('section', read.section.certainty, read.section.sign);
  return kind('other', 0.3);
}

function isSearch(host: string, url: URL): boolean {
  if (/(?:^|\.)(?:yandex|ya|google|bing|duckduckgo)\.[a-z.]{2,6}$/.test(host) || host === 'go.mail.ru')
    return /^\/(?:search|touchsearch|images|url)/.test(url.pathname) || /[?&](?:q|text)=/.test(url.search);
  if (/\/(?:search|poisk)(?:[/.]|$)/i.test(url.pathname))
    return url.search !== '' || /\/(?:search|poisk)\/./i.test(url.pathname);
  return /^\?s=/.test(url.search) || /[?&](?:searchword|search_query|searchid)=/i.test(url.search);
}

/** On a newspaper's, television's or agency's own host an item with a slug or a number is a report. */
function mediaNews(host: string, read: UrlPath, search: string): { certainty: number; sign: string } | null {
  if (!isMedia(host)) return null;
  const item =
    read.slugWords >= 3 || read.numbered || /^\?p=\d+$/.test(search) || /[?&]\w*id=\d+/i.test(search);
  return item ? { certainty: 0.8, sign: `media:${words(host)[0] ?? ''}` } : null;
}
