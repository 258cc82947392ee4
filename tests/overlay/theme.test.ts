// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { darkByHost, followBackground, isDarkAround, luminanceOf } from '../../lib/overlay/theme.ts';

beforeEach(() => document.body.replaceChildren());

/** Elements one in another, each with this background; the innermost. */
function stand(...backgrounds: string[]): HTMLElement {
  let at: HTMLElement = document.body;
  for (const background of backgrounds) {
    at = at.appendChild(document.createElement('div'));
    at.style.backgroundColor = background;
  }
  return at;
}

describe('colours of the overlay', () => {
  it('follow the nearest background that is not seen through', () => {
    expect(isDarkAround(stand('rgb(20, 25, 30)', 'transparent'))).toBe(true);
    expect(isDarkAround(stand('rgb(20, 25, 30)', 'rgb(255, 255, 255)', 'rgba(0, 0, 0, 0.2)'))).toBe(false);
    expect(isDarkAround(stand('transparent'))).toBe(false);
  });

  it('are told to the host, whatever the system says', () => {
    const host = document.body.appendChild(document.createElement('x-host'));
    followBackground(host, stand('rgb(10, 10, 10)'));
    expect(host.matches('[data-dark]')).toBe(true);
    followBackground(host, stand('rgb(250, 250, 250)'));
    expect(host.matches('[data-dark]')).toBe(false);
    expect(host.style.colorScheme).toBe('light');
  });

  it('are asked of the host alone: nothing of the tokens is left to the system', () => {
    const tokens = readFileSync('assets/styles/tokens.css', 'utf8');
    expect(tokens).toContain('prefers-color-scheme');
    for (const css of [tokens, tokens.replace(/\s+/g, ' ').replace(/ ?([{}:;,]) ?/g, '$1')]) {
      expect(darkByHost(css)).not.toContain('prefers-color-scheme');
      expect(darkByHost(css)).toContain(':host([data-dark]) {');
    }
  });

  it('are measured as WCAG does', () => {
    expect(luminanceOf('rgb(255, 255, 255)')).toBeCloseTo(1);
    expect(luminanceOf('rgba(255, 0, 0, 0.9)')).toBeCloseTo(0.2126);
    expect(luminanceOf('rgba(0, 0, 0, 0)')).toBeNull();
    expect(luminanceOf('oklch(0.5 0.1 20)')).toBeNull();
  });
});
