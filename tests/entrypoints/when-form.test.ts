// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenForm } from '../../entrypoints/form.content/when-form.ts';

describe('waiting for the form', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.replaceChildren();
  });
  afterEach(() => vi.useRealTimers());

  const add = async (html: 'input' | 'p') => {
    document.body.append(document.createElement(html));
    await Promise.resolve();
    vi.advanceTimersByTime(300);
  };

  it('looks once where the form is there already', async () => {
    const start = vi.fn((said: (isForm: boolean) => void) => said(true));
    whenForm(document, start, new AbortController().signal);
    await add('input');
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('looks again when fields are added, not for other changes, and stops once it is there', async () => {
    let there = false;
    const start = vi.fn((said: (isForm: boolean) => void) => said(there));
    whenForm(document, start, new AbortController().signal);
    await add('p');
    expect(start).toHaveBeenCalledTimes(1);
    there = true;
    await add('input');
    expect(start).toHaveBeenCalledTimes(2);
    await add('input');
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('looks once more behind a look that takes a while', async () => {
    const answers: ((isForm: boolean) => void)[] = [];
    const start = vi.fn((said: (isForm: boolean) => void) => void answers.push(said));
    whenForm(document, start, new AbortController().signal);
    await add('input');
    await add('input');
    expect(start).toHaveBeenCalledTimes(1);
    answers[0]?.(false);
    expect(start).toHaveBeenCalledTimes(2);
    answers[1]?.(true);
    await add('input');
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('stops with its signal', async () => {
    const start = vi.fn((said: (isForm: boolean) => void) => said(false));
    const stop = new AbortController();
    whenForm(document, start, stop.signal);
    stop.abort();
    await add('input');
    expect(start).toHaveBeenCalledTimes(1);
  });
});
