/** So many texts are remembered; then the memory starts anew. A form of 4,000 positions has fewer different labels. */
const LIMIT = 20_000;

/**
 * Remembers what a pure function of a text gave: a form says «Комментарий к документу» thousands of times. Where nobody
 * uses the result, the build leaves the call out.
 */
/* @__NO_SIDE_EFFECTS__ */
export function memo<T>(judge: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (text.length > 300) return judge(text);
    if (known.size >= LIMIT) known.clear();
    const value = judge(text);
    known.set(text, value);
    return value;
  };
}
