// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mount } from '../../pages/mount.ts';

describe('a page of the extension', () => {
  it('says in which language it is', () => {
    document.body.append(Object.assign(document.createElement('div'), { id: 'app' }));
    document.documentElement.lang = 'en';
    mount('Привет');
    expect(document.documentElement.lang).toBe('ru');
    expect(document.getElementById('app')?.textContent).toBe('Привет');
  });

  it('is drawn by nothing else', () => {
    const mains = readdirSync('entrypoints', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /main\.tsx$/.test(name),
    );
    expect(mains.length).toBeGreaterThan(3);
    for (const name of mains) expect(readFileSync(`entrypoints/${name}`, 'utf8')).toMatch(/^mount\(/m);
  });
});
