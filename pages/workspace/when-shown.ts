import { useEffect } from 'preact/hooks';

/** Asks now, and again whenever the user comes back to this tab: the form in another one may have changed meanwhile. */
export function useWhenShown(ask: () => Promise<void>): void {
  useEffect(() => {
    const onShown = (): void => {
      if (!document.hidden) void ask();
    };
    onShown();
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, [ask]);
}
