import { browser } from 'wxt/browser';
import { importPack } from '../../../lib/criteria/exchange.ts';
import { guessMeta, textsOf } from '../../../lib/criteria/import/guess.ts';
import { readCriteria } from '../../../lib/criteria/import/read.ts';
import type { CriteriaDocument } from '../../../lib/criteria/import/types.ts';
import { t } from '../../../lib/i18n.ts';
import type { Grid } from '../../../lib/office/grid.ts';
import { bytesOf } from '../file-bytes.ts';
import { ownFile, tableGiven } from '../other-page.ts';
import { busy, documents, message, meta, received, yearFrom } from './state.ts';

const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

async function gridsOf(file: File, bytes: Uint8Array): Promise<readonly Grid[]> {
  if (isPdf(bytes)) {
    const { readPdfGrids } = await import('../../../lib/office/pdf/read.ts');
    return readPdfGrids(bytes, browser.runtime.getURL('/pdf.worker.mjs' as never));
  }
  const { readGrids } = await import('../../../lib/office/read.ts');
  const grids = await readGrids(bytes, file.name);
  const table = tableGiven(grids);
  if (table) throw new Error(table.text);
  return grids;
}

/** Title, year and mechanism as the first document suggests them; what the user has typed stays. */
function propose(file: string, grids: readonly Grid[]): void {
  const { title, year, yearSeen, mechanism } = guessMeta(file, textsOf(grids));
  const now = meta.value;
  yearFrom.value = yearSeen;
  meta.value = {
    ...now,
    title: now.title.trim() === '' ? title : now.title,
    year: year ?? now.year,
    mechanism: mechanism ?? now.mechanism,
  };
}

async function receive(file: File): Promise<string | null> {
  const result = await importPack(await file.text());
  if (result.ok) {
    received.value = result.pack;
    return null;
  }
  return result.problems.map(({ path, reason }) => [path, reason].filter(Boolean).join(': ')).join('; ');
}

/** Takes official documents (several add up to one pack) or a pack file; a file that does not fit changes nothing. */
export async function take(files: readonly File[]): Promise<void> {
  busy.value = true;
  message.value = null;
  const wrong: string[] = [];
  const read: CriteriaDocument[] = [];
  for (const file of files) {
    try {
      const bytes = await bytesOf(file);
      const own = ownFile(bytes);
      if (own && own.page !== 'criteria/import') wrong.push(`${file.name}: ${own.text}`);
      else if (/\.json$/i.test(file.name)) {
        const refused = await receive(file);
        if (refused) wrong.push(`${file.name}: ${refused}`);
      } else {
        const grids = await gridsOf(file, bytes);
        const document = readCriteria(grids, file.name);
        if (documents.value.length === 0 && read.length === 0) propose(file.name, grids);
        read.push(document);
      }
    } catch (error) {
      wrong.push(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const names = new Set(read.map(({ file }) => file));
  documents.value = [...documents.value.filter(({ file }) => !names.has(file)), ...read];
  if (wrong.length > 0) message.value = { tone: 'wrong', text: wrong.join(' ') };
  else if (read.length > 0) message.value = { tone: 'fine', text: t('packs.read', { n: read.length }) };
  busy.value = false;
}
