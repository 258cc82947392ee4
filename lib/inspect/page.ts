import { readForm } from '../form/read.ts';
import { selectorOf } from '../form/selector.ts';
import type { RecogniseHints } from '../form/types.ts';
import { t } from '../i18n.ts';
import { explainConfidence, explainLine } from './explain.ts';
import type { FileReader, PrintedPosition, ReadResult } from './types.ts';

/** Saved pages over this are refused: a form of 4,000 positions saved by a browser has about 10 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a saved page with a parser that follows the specification (encoding by BOM and `meta`); scripts do not run. */
export async function readPageFile(bytes: Uint8Array, hints?: RecogniseHints): Promise<ReadResult> {
  if (bytes.length > MAX_BYTES) throw new Error(t('inspect.too-big'));
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // A console of its own: style sheets jsdom cannot parse are not our user's concern.
  const dom = new JSDOM(Buffer.from(bytes), {
    virtualConsole: new VirtualConsole(),
    contentType: `text/html${charsetOf(bytes)}`,
  });
  try {
    const { document } = dom.window;
    const recognised = readForm(document, hints ? { hints } : {});
    const { form } = recognised;
    if (form.positions.length === 0)
      return { type: 'unknown', form: null, positions: [], reason: t('inspect.not-a-form') };
    const positions = form.positions.map(
      (position): PrintedPosition => ({
        path: position.path,
        text: position.text,
        criterion: null,
        rows: position.rows.map(({ id, url, comment, name, pages }) => ({
          url,
          comment,
          name,
          pages,
          urlField: selector(recognised.field(id, 'url')),
          commentField: selector(recognised.field(id, 'comment')),
        })),
        scoreField: selector(recognised.scoreField(position.id)),
      }),
    );
    const explain = form.positions.map((position) => [
      explainConfidence(position.confidence),
      ...recognised.explain(position.id).map(explainLine),
    ]);
    return { type: 'form', form, positions, explain };
  } finally {
    dom.window.close();
  }
}

/**
 * '' when the page declares its encoding (the parser then finds it); else UTF-8 where the bytes are UTF-8, and
 * windows-1251, what browsers in Russian assume.
 */
function charsetOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head) || /<meta[^>]+charset/i.test(head)) return '';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ';charset=utf-8';
  } catch {
    return ';charset=windows-1251';
  }
}

/** Only real fields have a selector; a text of the expert's view has none. */
function selector(element: Element | null): string | null {
  if (!element) return null;
  return /^(?:input|textarea|select)$/.test(element.localName) || element.hasAttribute('contenteditable')
    ? selectorOf(element)
    : null;
}

/** Saved pages of the form. */
export const pageReader: FileReader = {
  extensions: ['.html', '.htm', '.xhtml'],
  read: (bytes, _file, hints) => readPageFile(bytes, hints),
};
