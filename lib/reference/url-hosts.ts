/**
 * Hosts that are their own meaning (clouds, social networks, shorteners) and hosts whose name says what they are (media).
 * No site of a school or a municipality is named here.
 */

const SOCIAL =
  /(?:^|\.)(?:vk\.(?:com|ru)|vkvideo\.ru|ok\.ru|t\.me|telegram\.(?:me|org|dog)|facebook\.com|instagram\.com|twitter\.com|x\.com|youtube\.com|youtu\.be|rutube\.ru|dzen\.ru|zen\.yandex\.ru|tiktok\.com|max\.ru|tenchat\.ru|pinterest\.\w+|whatsapp\.com|wa\.me|viber\.com|livejournal\.com|plvideo\.ru|odnoklassniki\.ru|my\.mail\.ru)$/;
const SHORTENER =
  /^(?:clck\.ru|bit\.ly|goo\.gl|tinyurl\.com|vk\.cc|u\.to|is\.gd|t\.co|cutt\.ly|goo\.su|qps\.ru|clc\.li|surl\.li|inlnk\.ru|tiny\.cc|rb\.gy|ow\.ly|shorturl\.at|clc\.am|ya\.cc|lnnk\.in|lnk\.\w+|kurl\.ru|forms\.gle|b23\.ru|u\.ru|v\.ht|qr\.[a-z]+|qrco\.de)$/;

/** Social network, video host or messenger, also through mirrors («t.me/s/channel/123» under another name). */
export function isSocial(host: string, path: string): boolean {
  return (
    SOCIAL.test(host) ||
    (/telegram|(?:^|\.)t\.[a-z]+\.[a-z]+$/.test(host) && /^\/(?:s|br)?\/?[\w-]+/.test(path))
  );
}

/** Link shortener: a short host and nothing but a code in the path. */
export function isShortener(host: string, path: string): boolean {
  return SHORTENER.test(host) && path.length > 1;
}

export interface CloudPlace {
  readonly kind: 'cloud-file' | 'cloud-folder' | 'editor';
  /** `edit`: opens for editing; `owner`: only its owner sees it; `form`: a form to fill. */
  readonly sign: 'file' | 'folder' | 'edit' | 'owner' | 'form';
}

/** What a cloud's address leads to; null when the host is no cloud. */
export function cloudPlace(host: string, path: string): CloudPlace | null {
  const place = (kind: CloudPlace['kind'], sign: CloudPlace['sign']): CloudPlace => ({ kind, sign });
  if (/^(?:disk\.yandex\.[a-z.]+|disk\.360\.yandex\.ru|yadi\.sk)$/.test(host)) {
    if (/^\/client(?:\/|$)/.test(path)) return place('editor', 'owner');
    if (/^\/i\//.test(path) || /^\/d\/[^/]+\/.*\.\w{2,5}$/.test(path)) return place('cloud-file', 'file');
    return place('cloud-folder', 'folder');
  }
  if (/^docs\.yandex\.[a-z]+$/.test(host)) return place('cloud-file', /\/edit/.test(path) ? 'edit' : 'file');
  if (/^cloud\.mail\.ru$|^(?:my-files|files)\.(?:ru|mail\.ru)$/.test(host)) {
    if (/^\/home(?:\/|$)/.test(path)) return place('editor', 'owner');
    return /\.\w{2,5}$/.test(path) ? place('cloud-file', 'file') : place('cloud-folder', 'folder');
  }
  if (host === 'drive.google.com') {
    if (/my-drive|\/recent|\/shared-with-me|\/home$/.test(path)) return place('editor', 'owner');
    return /\/folders\/|folderview/.test(path)
      ? place('cloud-folder', 'folder')
      : place('cloud-file', 'file');
  }
  if (host === 'docs.google.com') {
    if (path.startsWith('/forms/')) return place('cloud-file', 'form');
    return place('cloud-file', /\/edit$/.test(path) ? 'edit' : 'file');
  }
  if (/(?:^|\.)(?:1drv\.ms|onedrive\.live\.com)$/.test(host)) return place('cloud-file', 'file');
  if (
    /(?:^|\.)(?:dropbox\.com|mega\.nz|icloud\.com|box\.com|mediafire\.com|dropmefiles\.com|fex\.net)$/.test(
      host,
    )
  )
    return place(/\/(?:sh|folder|fo)\//.test(path) ? 'cloud-folder' : 'cloud-file', 'file');
  return null;
}

const SCHOOL =
  /(?:^|-)shk|shkol|school|sch\d|sosh|oosh|gimn|lice[yi]|lyc|dou(?:-|\d|$)|mbou|(?:^|-)(?:mou|dou|mdou|ds|sad)|d[st]?sad|detsad|sadik|teremok|skazk|internat|colleg|kolledz|gymn|cent[er]|centr|obraz|uobr|edu/;

/** Words newspapers, television and agencies are called by, set apart by hyphens: «iv-tv», «budni-buinakska», «lytkarino-24». */
const MEDIA_WORD =
  /(?:^|-)(?:news|novosti|tv|press|pressa|smi|radio|vesti|gazeta|vestnik|fm|vedomosti|izvesti[jy]a|tribuna|budni|inform)(?:-|$)|[a-z]{5}-24$/;
/** The same written together: «melitopolnews», «tvlesnoy», «sibmedia», «penzainform». */
const MEDIA_END =
  /gazeta|(?:news|pressa|(?<!multi)media|today|times?|segodnya|novosti|\dfm|vestnik|vedomosti|pravda|izvestia|inform)$/;
const MEDIA_START = /^(?:vesti|radio|gtrk|novosti|tv(?![eo]))/;

/** True when the host's own name says newspaper, television, radio or news agency. */
export function isMedia(host: string): boolean {
  if (/\.(?:news|tv|press|media|fm|radio)$/.test(host)) return true;
  const labels = host
    .replace(/^(?:www|m|mail)\./, '')
    .split('.')
    .slice(0, -1);
  return labels.some(
    (label) =>
      (MEDIA_WORD.test(label) || MEDIA_END.test(label) || MEDIA_START.test(label)) && !SCHOOL.test(label),
  );
}

/** True for addresses inside a building: localhost, private networks, names without a dot, `.local`. */
export function isLocal(host: string): boolean {
  if (/^(?:localhost|.*\.(?:local|localhost|lan|corp|intra|intranet|internal|home|localdomain))$/.test(host))
    return true;
  if (!host.includes('.') && !host.startsWith('[')) return true;
  return (
    /^(?:127|10|0)\.\d+\.\d+\.\d+$|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(
      host,
    ) || /^\[(?:::1?|f[cd][\da-f]{2}:.*|fe80:.*)\]$/.test(host)
  );
}
