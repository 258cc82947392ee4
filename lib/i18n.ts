/**
 * Texts by key, in the extension (browser.i18n, files made from locales/*.yml) and in Node (the yml files).
 * Keys are dotted paths of the yml; `{name}` is replaced by `params.name`.
 * Plurals: «одно | два | пять» separated by ` | `, chosen by `params.n` with the plural rules of the language.
 */

export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: string, params?: Params) => string;

interface Source {
  /** '' when there is no such message. */
  message(key: string): string;
  language: string;
}

let source: Source | null = null;

/** Node and tests: give the messages (nested object as read from the yml) and the language. */
export function useMessages(tree: unknown, language: string): void {
  const flat = new Map<string, string>();
  const walk = (node: unknown, prefix: string): void => {
    if (typeof node === 'string') flat.set(prefix, node);
    else if (node && typeof node === 'object')
      for (const [key, value] of Object.entries(node)) walk(value, prefix ? `${prefix}.${key}` : key);
  };
  walk(tree, '');
  pluralRules = null;
  source = { language, message: (key) => flat.get(key) ?? '' };
}

interface ExtensionI18n {
  getMessage(key: string): string;
  getUILanguage(): string;
}

function extensionSource(): Source {
  const scope = globalThis as { browser?: { i18n?: ExtensionI18n }; chrome?: { i18n?: ExtensionI18n } };
  const api = scope.browser?.i18n ?? scope.chrome?.i18n;
  if (!api) throw new Error('No messages: call useMessages() outside the extension');
  // The language of the messages, not of the browser: a browser in French gets Russian texts and Russian plurals.
  const language = api.getMessage('extension_language') || 'ru';
  const known = new Map<string, string>();
  return {
    language,
    message(key) {
      let text = known.get(key);
      if (text === undefined) {
        try {
          text = api.getMessage(key.replaceAll('.', '_').replaceAll('-', '_'));
        } catch {
          // The extension was updated under this page and has no texts for it any more: better none than an exception.
          return '\u00a0';
        }
        known.set(key, text);
      }
      return text;
    },
  };
}

let pluralRules: Intl.PluralRules | null = null;

function choosePlural(message: string, n: number, language: string): string {
  const forms = message.split(' | ');
  if (forms.length === 1) return message;
  pluralRules ??= new Intl.PluralRules(language);
  const category = pluralRules.select(n);
  const index = category === 'one' ? 0 : category === 'few' && forms.length > 2 ? 1 : forms.length - 1;
  return forms[index] as string;
}

/** Text of a key. A missing key gives the key itself, so that it is seen; tests fail on it. */
export const t: Translate = (key, params) => {
  source ??= extensionSource();
  let message = source.message(key);
  if (message === '') return key;
  if (params && typeof params.n === 'number') message = choosePlural(message, params.n, source.language);
  if (!params) return message;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
};

/** Language of the texts: `ru` or `en`. */
export function language(): string {
  source ??= extensionSource();
  return source.language;
}
