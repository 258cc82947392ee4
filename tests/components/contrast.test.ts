import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('assets/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function tokens(part: string): Map<string, string> {
  return new Map([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ['surface', 'surface-raised'];
const TEXT_PAIRS = [
  ...SURFACES.flatMap((surface) =>
    ['text', 'text-quiet', 'accent', 'wrong', 'doubtful', 'fine'].map((text) => [text, surface]),
  ),
  ['accent-text', 'accent'],
  ['text', 'surface-pressed'],
  ...['accent', 'wrong', 'doubtful', 'fine'].flatMap((tone) => [
    [tone, `${tone}-quiet`],
    ['text', `${tone}-quiet`],
  ]),
] as [string, string][];

describe.each([
  ['light', tokens(light)],
  ['dark', tokens(dark)],
])('%s theme', (_, theme) => {
  it.each(TEXT_PAIRS)('%s on %s has a contrast of 4.5 or more', (text, surface) => {
    expect(contrast(theme.get(text) ?? '', theme.get(surface) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SURFACES)('borders of controls and the focus ring stand out from %s by 3 or more', (surface) => {
    for (const line of ['border-strong', 'focus'])
      expect(contrast(theme.get(line) ?? '', theme.get(surface) ?? '')).toBeGreaterThanOrEqual(3);
  });
});
