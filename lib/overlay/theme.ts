/** Marks our host while it stands on a dark page. */
const DARK = 'data-dark';
/** Backgrounds darker than this (relative luminance of WCAG, 0–1) get the dark colours: there they contrast better. */
const DARK_BELOW = 0.18;

const SYSTEM = /@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root,\s*:host\s*\{/g;

/**
 * The tokens' dark colours, taken when the host says so instead of when the system is dark: a light site stays light at
 * night, and our marks stand on it.
 */
export function darkByHost(css: string): string {
  return css.replace(SYSTEM, `@media all { :host([${DARK}]) {`);
}

/** Takes the light or the dark colours, by the background of the page where this element stands. */
export function followBackground(host: HTMLElement, at: Element | null): void {
  const dark = isDarkAround(at ?? host.ownerDocument.body ?? host);
  host.toggleAttribute(DARK, dark);
  host.style.setProperty('color-scheme', dark ? 'dark' : 'light', 'important');
}

/** True when the nearest background behind an element that is not seen through is dark; pages without one are white. */
export function isDarkAround(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const luminance = luminanceOf(getComputedStyle(node).backgroundColor);
    if (luminance !== null) return luminance < DARK_BELOW;
  }
  const { documentElement, defaultView } = element.ownerDocument;
  const schemes = getComputedStyle(documentElement).colorScheme ?? '';
  if (!/\bdark\b/.test(schemes)) return false;
  if (!/\blight\b/.test(schemes)) return true;
  return defaultView?.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
}

/** Relative luminance (WCAG 2.2) of a computed colour; null where it is seen through or written in another way. */
export function luminanceOf(colour: string): number | null {
  const parts = /^rgba?\(([^)]*)\)$/.exec(colour)?.[1]?.match(/[\d.]+%?/g);
  if (!parts || parts.length < 3) return null;
  const [red = 0, green = 0, blue = 0] = parts
    .slice(0, 3)
    .map((part) => linear(Number.parseFloat(part) / 255));
  const alpha = parts[3] === undefined ? 1 : Number.parseFloat(parts[3]) / (parts[3].endsWith('%') ? 100 : 1);
  return alpha < 0.5 ? null : 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
