import { batch } from '@preact/signals';
import { browser } from 'wxt/browser';
import { exportPack } from '../../../lib/criteria/exchange.ts';
import { harvest } from '../../../lib/criteria/harvest.ts';
import { mergeEdited } from '../../../lib/criteria/merge.ts';
import { attachCriteria, attachTexts } from '../../../lib/criteria/years.ts';
import { t } from '../../../lib/i18n.ts';
import type { Pack } from '../../../lib/model/pack.ts';
import { imported, loadAllPacks, removePack, savePack } from '../../../lib/packs/packs.ts';
import { openSettings } from '../../../lib/settings/settings.ts';
import { download } from '../../download.ts';
import { findForm, rematchForms } from '../form-tab.ts';
import {
  active,
  documents,
  drafted,
  known,
  looked,
  message,
  own,
  packs,
  received,
  skeleton,
} from './state.ts';

const settings = openSettings(browser.storage.local);

/** Reads all packs again. */
export async function refresh(): Promise<void> {
  const [all, mine, chosen] = await Promise.all([loadAllPacks(), imported(), settings.read()]);
  // At once: a row that gets a further button later would move under the pointer.
  batch(() => {
    packs.value = all;
    own.value = new Set(mine.map(({ id }) => id));
    active.value = chosen.activePacks;
  });
}

/** Makes a pack the one for forms of its mechanism and year, or leaves the choice to the form again. */
export async function setActive(id: string, on: boolean): Promise<void> {
  const pack = packs.value.find((one) => one.id === id);
  if (!pack) return;
  const { activePacks } = await settings.read();
  const kept = Object.entries(activePacks).filter(([, chosen]) => chosen !== id);
  const next = { ...Object.fromEntries(kept), ...(on && { [`${pack.mechanism}-${pack.year}`]: id }) };
  active.value = (await settings.change({ activePacks: next })).activePacks;
}

async function keep(pack: Pack): Promise<void> {
  await savePack(pack, new Date().toISOString());
  await refresh();
  // Open forms take the changed pack at once; one that does not answer will when it is loaded.
  await rematchForms().catch(() => undefined);
  message.value = { tone: 'fine', text: t('packs.saved', { title: pack.title }) };
}

/** Saves what was read. What the built-in pack knows of that year and the documents do not say, is taken over. */
export async function saveDrafted(): Promise<void> {
  const pack = drafted.value;
  if (!pack) return;
  const from = known.value;
  const { sections = [], tracksTotal = null, calendar = [], harmfulPhrases = [] } = from ?? {};
  await keep({ ...pack, sections, tracksTotal: pack.tracksTotal ?? tracksTotal, calendar, harmfulPhrases });
  documents.value = [];
  looked.value = null;
}

/** The texts that were read go to the skeleton made of the form; its positions keep their ids, so nothing loses them. */
export async function attachDrafted(): Promise<void> {
  const [pack, from] = [drafted.value, skeleton.value];
  if (!pack || !from) return;
  const { pack: full, attached, left } = attachTexts(from, pack);
  await keep({ ...full, year: pack.year });
  message.value = {
    tone: 'fine',
    text: t('packs.attached', { n: attached, left }),
    undo: async () => keep(from),
  };
  documents.value = [];
  looked.value = null;
}

/** Saves an edited pack. `base`: what the editing began with; what was kept since (a confirmation on the form) stays. */
export async function saveEdited(pack: Pack, base: Pack): Promise<void> {
  const stored = (await loadAllPacks()).find(({ id }) => id === pack.id);
  await keep(stored ? mergeEdited(base, pack, stored) : pack);
}

/** Saves a received pack file. */
export async function saveReceived(): Promise<void> {
  const pack = received.value;
  received.value = null;
  if (pack) await keep(pack);
}

/** Saves a pack as a file for others. */
export async function exportById(id: string): Promise<void> {
  const pack = packs.value.find((one) => one.id === id);
  if (pack) download(`${pack.mechanism}-${pack.year}.json`, await exportPack(pack), 'application/json');
}

/** Removes an imported pack; it can be brought back until the page is left. */
export async function removeById(id: string): Promise<void> {
  const removed = await removePack(id);
  await refresh();
  await rematchForms().catch(() => undefined);
  if (removed)
    message.value = {
      tone: 'fine',
      text: t('packs.removed', { title: removed.title }),
      undo: () => keep(removed),
    };
}

/** A skeleton of the open form; criteria of the pack that is there are attached where they fit. */
export async function harvestForm(): Promise<void> {
  const form = await findForm();
  if (!form) {
    message.value = { tone: 'wrong', text: t('packs.noForm') };
    return;
  }
  const mechanism = form.snapshot.form.mechanism ?? 'mum';
  const year = new Date().getFullYear();
  const skeleton = harvest(form.snapshot.form, {
    title: t('packs.skeletonTitle', { title: form.title }),
    mechanism,
    year,
  });
  const official = packs.value.find(
    (pack) => pack.kind === 'official' && pack.mechanism === mechanism && pack.complete,
  );
  await keep(official ? attachCriteria(skeleton, official) : skeleton);
}
