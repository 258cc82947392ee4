// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { startJournal } from '../../lib/fill/run.ts';
import { FillStep } from '../../pages/workspace/import/fill-step.tsx';
import { form, journal } from '../../pages/workspace/import/state.ts';

describe('a filling that was taken up', () => {
  it('keeps room for the form that answers later: its buttons stay in place', () => {
    journal.value = startJournal({ items: [], noRoom: [] }, 'id', 'https://example.ru mum', '2026-11-22');
    form.value = null;
    act(() => render(<FillStep />, document.body));
    expect(document.querySelector('p.quiet')?.textContent).toBe('\u00a0');
  });
});
