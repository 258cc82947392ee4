// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldValue } from '../../lib/form/field-value.ts';
import { writeField } from '../../lib/form/write.ts';

function field<T extends HTMLElement>(html: string): T {
  const template = document.createElement('template');
  template.innerHTML = html;
  document.body.replaceChildren(template.content);
  return document.body.querySelector('input, textarea, [contenteditable]') as T;
}

beforeEach(() => document.body.replaceChildren());

describe('writeField', () => {
  it('fires what a person causes, in order', async () => {
    const input = field<HTMLInputElement>('<input>');
    const seen: string[] = [];
    for (const type of ['focus', 'beforeinput', 'input', 'change', 'blur'])
      input.addEventListener(type, () => seen.push(type));
    const result = await writeField(input, 'https://a.ru/1.pdf');
    expect(result).toEqual({ outcome: 'written', before: '', after: 'https://a.ru/1.pdf', reason: null });
    expect(seen).toEqual(['focus', 'beforeinput', 'input', 'change', 'blur']);
  });

  it('passes by a setter that a framework puts on the element', async () => {
    const input = field<HTMLInputElement>('<input>');
    let tracked = 0;
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(input, 'value', {
      configurable: true,
      get() {
        return native?.get?.call(this);
      },
      set(value: string) {
        tracked++;
        native?.set?.call(this, value);
      },
    });
    expect((await writeField(input, 'x')).outcome).toBe('written');
    expect(tracked).toBe(0);
  });

  it.each([
    ['<input readonly>', 'write.readonly'],
    ['<textarea readonly></textarea>', 'write.readonly'],
    ['<input disabled>', 'write.disabled'],
    ['<fieldset disabled><input></fieldset>', 'write.disabled'],
    ['<input maxlength="3">', 'write.maxlength'],
    ['<input pattern="\\d+">', 'write.pattern'],
    ['<div contenteditable="false"></div>', 'write.readonly'],
  ])('rejects and leaves %s as it was', async (html, reason) => {
    const element = field(html);
    const result = await writeField(element, 'четыре');
    expect(result.outcome).toBe('rejected');
    expect(result.reason).toBe(reason);
    expect(fieldValue(element)).toBe('');
  });

  it('says so when the page cancels the input', async () => {
    const input = field<HTMLInputElement>('<input value="было">');
    input.addEventListener('beforeinput', (event) => event.preventDefault());
    expect(await writeField(input, 'стало')).toMatchObject({
      outcome: 'rejected',
      reason: 'write.refused',
      after: 'было',
    });
  });

  it('counts as written only what stays', async () => {
    const input = field<HTMLInputElement>('<input value="было">');
    input.addEventListener('change', () => setTimeout(() => (input.value = 'было'), 100));
    expect(await writeField(input, 'стало')).toMatchObject({
      outcome: 'rejected',
      reason: 'write.changedBack',
      after: 'было',
    });
  });

  it('finds the field again after a re-render', async () => {
    const input = field<HTMLInputElement>('<p><input></p>');
    input.addEventListener('change', () => {
      const fresh = document.createElement('input');
      fresh.value = input.value;
      input.replaceWith(fresh);
    });
    const find = () => document.querySelector('input');
    expect((await writeField(find, 'стало')).outcome).toBe('written');
  });

  it('reports a field that went', async () => {
    const input = field<HTMLInputElement>('<input>');
    input.addEventListener('change', () => input.remove());
    expect((await writeField(input, 'x')).outcome).toBe('missing');
    expect((await writeField(() => null, 'x')).outcome).toBe('missing');
  });

  it('does not touch a field that already holds the value', async () => {
    const input = field<HTMLInputElement>('<input value="x">');
    let events = 0;
    input.addEventListener('input', () => events++);
    expect((await writeField(input, 'x')).outcome).toBe('unchanged');
    expect(events).toBe(0);
  });

  it('writes lines and markup as text', async () => {
    const editable = field('<div contenteditable><b>было</b></div>');
    expect((await writeField(editable, 'раз\n<img src=x>')).outcome).toBe('written');
    expect(fieldValue(editable)).toBe('раз\n<img src=x>');
    expect(editable.querySelector('img')).toBeNull();
    const area = field<HTMLTextAreaElement>('<textarea></textarea>');
    expect((await writeField(area, 'раз\r\nдва')).after).toBe('раз\nдва');
    const input = field<HTMLInputElement>('<input>');
    expect((await writeField(input, 'раз\nдва')).after).toBe('раз два');
  });
});
