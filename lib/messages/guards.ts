import { type Checked, isRecord } from './envelope.ts';
import type { ContentMessage } from './registry.ts';

/**
 * Checks of the requests a content script receives, made by hand: zod does not fit there. A test holds them to the
 * zod schemas of the registry, which stay the authority.
 */

type Guard = (data: Record<string, unknown>) => string | null;

const nothing: Guard = () => null;
const text = (data: unknown, max: number): boolean => typeof data === 'string' && data.length <= max;

const positionId: Guard = (data) => (text(data.positionId, 200) ? null : 'positionId');

const parts: Guard = (data) => {
  for (const key of ['name', 'access', 'explanation']) if (!text(data[key], 2_000_000)) return `parts.${key}`;
  for (const key of ['login', 'password']) if (!text(data[key], 1000)) return `parts.${key}`;
  const pages = data.pages;
  if (!Array.isArray(pages) || pages.length > 500) return 'parts.pages';
  const wrong = pages.findIndex(
    (range) => !Array.isArray(range) || range.length !== 2 || !range.every((page) => Number.isFinite(page)),
  );
  return wrong < 0 ? null : `parts.pages.${wrong}`;
};

const places =
  (withValue: boolean): Guard =>
  (data) => {
    const fields = data.fields;
    if (!Array.isArray(fields) || fields.length > 500) return 'fields';
    const wrong = fields.findIndex(
      (place) =>
        !isRecord(place) ||
        !text(place.positionId, 200) ||
        !Number.isInteger(place.rowIndex) ||
        (place.rowIndex as number) < 0 ||
        (place.rowIndex as number) > 1000 ||
        (place.field !== 'url' && place.field !== 'comment') ||
        (withValue &&
          !(
            text(place.value, 2_000_000) &&
            text(place.held, 2_000_000) &&
            typeof place.addRow === 'boolean'
          )),
    );
    return wrong < 0 ? null : `fields.${wrong}`;
  };

const guards: Readonly<Record<ContentMessage, Guard>> = {
  'form.calibrate': nothing,
  'form.state': nothing,
  'form.snapshot': nothing,
  'form.next': nothing,
  'form.rematch': nothing,
  'form.undo': nothing,
  'form.links': nothing,
  'form.read': places(false),
  'form.fill': places(true),
  'form.reveal': positionId,
  'form.addRow': positionId,
  'form.show': ({ headings }) => {
    if (!Array.isArray(headings) || headings.length > 500) return 'headings';
    const wrong = headings.findIndex((heading) => !text(heading, 2000));
    return wrong < 0 ? null : `headings.${wrong}`;
  },
  'form.markers': (data) => (typeof data.hidden === 'boolean' ? null : 'hidden'),
  'form.write': (data) => {
    if (!text(data.rowId, 300)) return 'rowId';
    if (data.field !== 'url' && data.field !== 'comment') return 'field';
    return text(data.value, 2_000_000) ? null : 'value';
  },
  'form.insert': (data) => {
    if (!text(data.address, 2_000_000)) return 'address';
    if (data.documentId !== null && !text(data.documentId, 100)) return 'documentId';
    if (data.positionId !== null && !text(data.positionId, 200)) return 'positionId';
    return isRecord(data.parts) ? parts(data.parts) : 'parts';
  },
};

/** Checks a request from one of the extension's pages; says which field does not fit. */
export function guardRequest(name: string, data: unknown): Checked<unknown> {
  const guard = Object.hasOwn(guards, name) ? guards[name as ContentMessage] : null;
  if (!guard) return { ok: false, path: '', reason: 'no such message' };
  if (!isRecord(data)) return { ok: false, path: '', reason: 'not an object' };
  const path = guard(data);
  return path === null ? { ok: true, value: data } : { ok: false, path, reason: 'does not fit' };
}
