/**
 * Lets the page work and answer for one turn. A message, not a timer: while a form is filled its tab is mostly in the
 * background, where timers wait a second, later a minute, and frames do not come at all.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
