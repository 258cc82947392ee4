/** The part of the browser's storage that settings need: `browser.storage.local`, or a fake in tests. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}
