/** How long a state may take to come about, in ms, unless told otherwise. Browsers on busy machines are slow. */
const PATIENCE = 20_000;
const STEP = 25;

/**
 * Waits until `look` gives something other than null, undefined or false, and resolves to it. Throws with `what`
 * (a noun phrase for the message) and the last exception when it does not happen in time. No fixed sleeps: it looks
 * every 25 ms.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  let last: unknown = null;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      last = null;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(`Waited ${patience} ms for ${what}${last instanceof Error ? `: ${last.message}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}
