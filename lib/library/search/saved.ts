/**
 * A search index as it is stored: few long texts and number arrays, because a structured clone of those is a copy of
 * memory, while 10,000 objects are walked one by one.
 */
export interface SavedIndex {
  /** Ids by slot, one a line; an empty line is a dead slot. */
  readonly ids: string;
  /** Words in the title, by slot. */
  readonly lengths: Uint16Array;
  /** Stems, one a line. */
  readonly stems: string;
  /** Where each stem's places end in `places`. */
  readonly ends: Int32Array;
  readonly places: Int32Array;
}

/** Version of how texts become stems, places and address keys. A saved index of another version is not used. */
export const INDEX_VERSION = 1;

/** A saved index with what tells whether it is still true: when each document was last changed. */
export interface StoredIndex {
  readonly version: number;
  readonly index: SavedIndex;
  /** `updatedAt` of each id in `index.ids` that is not dead, in ms, in the same order. */
  readonly changed: Float64Array;
  /** `addressKey` of each, one a line, in the same order: 10,000 addresses take long to normalise. */
  readonly addresses: string;
}

/** Checks the shape of what lies in storage. Arrays that do not fit together would give wrong finds, so lengths count. */
export function isStoredIndex(value: unknown): value is StoredIndex {
  const { version, index, changed, addresses } = (value ?? {}) as Partial<StoredIndex>;
  return (
    version === INDEX_VERSION &&
    changed instanceof Float64Array &&
    typeof addresses === 'string' &&
    addresses.split('\n').length === Math.max(1, changed.length) &&
    typeof index?.ids === 'string' &&
    typeof index.stems === 'string' &&
    index.lengths instanceof Uint16Array &&
    index.ends instanceof Int32Array &&
    index.places instanceof Int32Array &&
    index.ids.split('\n').length === index.lengths.length &&
    index.stems.split('\n').length === index.ends.length &&
    index.ends[index.ends.length - 1] === index.places.length
  );
}
