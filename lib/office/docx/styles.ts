import { readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import type { NumberingRef } from './numbering.ts';

/** What a paragraph style says that matters here. */
export interface ParagraphStyle {
  /** 1…9 for headings. */
  readonly level: number | null;
  readonly numbering: NumberingRef | null;
  readonly bold: boolean;
}

interface Draft {
  base: string;
  level: number | null;
  list: string | null;
  listLevel: number;
  bold: boolean | null;
}

const NONE: ParagraphStyle = { level: null, numbering: null, bold: false };

/** Styles by id, each with what it takes from the styles it is based on. */
export function readStyles(archive: Archive, part: string): (id: string) => ParagraphStyle {
  const drafts = new Map<string, Draft>();
  let draft: Draft | null = null;
  readXml(archive, part, {
    open(name, attributes) {
      const value = attributes.get('val');
      if (name === 'style') {
        draft = { base: '', level: null, list: null, listLevel: 0, bold: null };
        drafts.set(attributes.get('styleId') ?? '', draft);
      } else if (!draft) return;
      else if (name === 'name') {
        const heading = /^heading (\d)$/i.exec(value ?? '');
        if (heading) draft.level = Number(heading[1]);
      } else if (name === 'basedOn') draft.base = value ?? '';
      else if (name === 'outlineLvl' && Number(value) < 9) draft.level = Number(value) + 1;
      else if (name === 'numId') draft.list = value ?? null;
      else if (name === 'ilvl') draft.listLevel = Number(value);
      else if (name === 'b') draft.bold = value !== '0' && value !== 'false';
    },
    close(name) {
      if (name === 'style') draft = null;
    },
  });
  const resolved = new Map<string, ParagraphStyle>();
  function resolve(id: string, depth: number): ParagraphStyle {
    const known = resolved.get(id);
    const own = drafts.get(id);
    // A chain of styles that bites its own tail ends here.
    if (known || !own || depth > 20) return known ?? NONE;
    const base = own.base ? resolve(own.base, depth + 1) : NONE;
    const style: ParagraphStyle = {
      level: own.level ?? base.level,
      numbering:
        own.list === null ? base.numbering : own.list === '0' ? null : { id: own.list, level: own.listLevel },
      bold: own.bold ?? base.bold,
    };
    resolved.set(id, style);
    return style;
  }
  return (id) => resolve(id, 0);
}
