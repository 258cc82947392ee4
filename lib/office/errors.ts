import { t } from '../i18n.ts';

/** Why a file was refused. Each has one sentence in `office.errors.<code>`: what is wrong and what to do. */
export type OfficeErrorCode =
  | 'empty'
  | 'too-big'
  | 'unpacked-too-big'
  | 'damaged'
  | 'encrypted'
  | 'old-xls'
  | 'old-doc'
  | 'xlsb'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'pdf'
  | 'image'
  | 'odt'
  | 'archive'
  | 'unknown'
  | 'unsafe-xml'
  | 'unsafe-names'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'long-cell'
  | 'no-table'
  | 'no-criteria'
  | 'no-link-column';

/** A file that is not read, with a sentence for the user. Nothing of such a file is used. */
export class OfficeError extends Error {
  readonly code: OfficeErrorCode;

  constructor(code: OfficeErrorCode, params: Readonly<Record<string, string | number>> = {}) {
    super(t(`office.errors.${code}`, params));
    this.name = 'OfficeError';
    this.code = code;
  }
}

/** Limits of what is read. Sizes in bytes; the figures of issue 4 and, for a cell, Excel's own (32,767 characters). */
export const LIMITS = {
  packed: 20 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  rows: 50_000,
  columns: 256,
  cell: 32_767,
} as const;
