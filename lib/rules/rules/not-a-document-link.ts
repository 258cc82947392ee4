import type { Fix } from '../../model/finding.ts';
import type { Position } from '../../model/form.ts';
import { addressIn, splitAddresses, withoutSession } from '../../reference/address.ts';
import { LIKELY_FROM } from '../../reference/url.ts';
import { ORDER, one } from '../example.ts';
import { focus, rowFinding, set, type Weight } from '../finding.ts';
import { freeRows, type Look, linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** Kinds of addresses that are no document, and how grave that is. News and events have rules of their own. */
const KINDS: Readonly<Record<string, Weight>> = {
  home: ['error', 'wrong'],
  section: ['warning', 'doubtful'],
  social: ['warning', 'doubtful'],
  search: ['error', 'wrong'],
  shortener: ['warning', 'doubtful'],
  local: ['error', 'wrong'],
  editor: ['error', 'doubtful'],
  session: ['warning', 'doubtful'],
};

/** The further addresses of a field, moved to free rows; null when there are not enough of them. */
function moveToFree(position: Position, look: Look): Fix | null {
  const [first, ...others] = splitAddresses(look.row.url);
  const free = freeRows(position);
  if (first === undefined || others.length === 0 || free.length < others.length) return null;
  return {
    kind: 'set-many',
    label: 'rules.fixes.move-to-free',
    // The field they all stand in comes last: nothing is taken from it that has no other place yet.
    values: [
      ...others.map((value, i) => ({ rowId: free[i]?.id ?? '', field: 'url' as const, value })),
      { rowId: look.row.id, field: 'url', value: first },
    ],
  };
}

function variantOf(look: Look): { variant: string; weight: Weight } | null {
  if (!look.address.ok) {
    const { problem } = look.address;
    return { variant: problem, weight: ['error', 'wrong'] };
  }
  const { kind, certainty, signs } = look.kind;
  if (signs[0] === 'owner') return null;
  if (signs[0] === 'edit') return { variant: 'edit', weight: ['warning', 'doubtful'] };
  const weight = KINDS[kind];
  return weight && certainty >= LIKELY_FROM ? { variant: kind, weight } : null;
}

/** A link that leads to no document: a home page, a section, a search, a local address, a text that is no address at all. */
export const rule: PositionRule = {
  id: 'not-a-document-link',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.own',
  check(position) {
    return linked(position).flatMap((look) => {
      const found = variantOf(look);
      if (!found) return [];
      const fixes: Fix[] = [];
      if (found.variant === 'two-addresses') {
        const move = moveToFree(position, look);
        if (move) fixes.push(move);
      }
      if (found.variant === 'words-around')
        fixes.push(set(look, 'url', addressIn(look.row.url), 'take-address'));
      if (found.variant === 'session') {
        const mended = withoutSession(look.row.url.trim());
        if (mended !== look.row.url.trim()) fixes.push(set(look, 'url', mended, 'session'));
      }
      fixes.push(focus(look, 'url'));
      return [
        rowFinding('not-a-document-link', found.weight, position, look, 'url', {
          variant: found.variant,
          fixes,
        }),
      ];
    });
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('a home page', [['https://uo.example.ru/', 'с. 1']]),
    one('a script', [['javascript:alert(1)', 'с. 1']]),
    one('a file of this computer', [['C:\\Документы\\приказ.docx', 'с. 1']]),
    one('an address among words', [['Приказ https://uo.example.ru/prikaz.pdf', 'с. 1']]),
    one('words', [['приказ управления образования', 'с. 1']]),
    one('two addresses', [
      ['https://a.example.ru/1.pdf, https://a.example.ru/2.pdf', 'с. 1'],
      ['', ''],
    ]),
    one('an address inside the building', [['http://192.168.0.5/prikaz.pdf', 'с. 1']]),
    one('a search', [['https://yandex.ru/search/?text=приказ', 'с. 1']]),
    one('a visit’s id', [['https://uo.example.ru/doc.php?id=5&PHPSESSID=a1b2c3', 'с. 1']]),
    one('a section', [['https://shkola.example.ru/sveden/document', 'с. 1']]),
  ],
  fine: [
    one('a file', [ORDER]),
    one('a file card', [['https://uo.example.ru/file/card?id=2377', 'с. 1']]),
    one('a page by number', [['https://uo.example.ru/?p=12574', 'с. 1']]),
    one('an address in .рф', [['https://управление-образования.рф/приказы/приказ 12.pdf', 'с. 1']]),
  ],
});
