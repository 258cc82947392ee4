import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeFinding } from '../../lib/rules/describe.ts';
import { checkForm } from '../../lib/rules/engine.ts';
import { contextOf } from '../../lib/rules/example.ts';
import { RULES } from '../../lib/rules/registry.ts';
import type { Rule, RuleExample, RuleExamples } from '../../lib/rules/types.ts';

/** Ids of the table of rules; `link-dead` needs the link's answer and belongs to the reading of links. */
const DOMAIN = [
  'max-links',
  'pages-missing',
  'pages-out-of-range',
  'shared-link-unnamed',
  'duplicate-row',
  'closed-access',
  'no-low-schools',
  'news-link',
  'event-without-document',
  'regional-measure',
  'outside-direction',
  'indicator-without-monitoring',
  'outside-cycle',
  'harmful-indicator',
  'talents-without-needs',
  'not-a-document-link',
  'comment-unexplained',
];
/** Ours, beside the table. */
const OWN = ['address-form'];

const FOLDER = 'lib/rules/rules';
const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''));
const modules = new Map<string, { rule: Rule; examples: () => RuleExamples }>();
for (const name of files) modules.set(name, await import(`../../lib/rules/rules/${name}.ts`));
const texts = ['ru', 'en'].map((language) => parse(readFileSync(`locales/${language}.yml`, 'utf8')).rules);

function find(example: RuleExample, id: string) {
  const form = { mode: 'fill' as const, mechanism: null, positions: example.positions };
  return checkForm(form, contextOf(example.context)).filter((finding) => finding.rule === id);
}

describe('the registry', () => {
  it('holds every rule that can be told without opening a link', () => {
    expect([...files].sort()).toEqual([...DOMAIN, ...OWN].sort());
    expect(RULES.map((rule) => rule.id).sort()).toEqual([...files].sort());
  });
});

describe.each([...modules])('%s', (name, { rule, examples }) => {
  it('is named by its file and registered', () => {
    expect(rule.id).toBe(name);
    expect(RULES).toContain(rule);
  });

  it('has texts and a source in both languages', () => {
    for (const language of texts) {
      expect(language[name].why).toBeTypeOf('string');
      expect(language.sources[rule.source.replace('rules.sources.', '')]).toBeTypeOf('string');
    }
    expect(Object.keys(texts[0][name]).sort()).toEqual(Object.keys(texts[1][name]).sort());
  });

  it('imports no other rule', () => {
    expect(readFileSync(`${FOLDER}/${name}.ts`, 'utf8')).not.toMatch(/from '\.\//);
  });

  const { violates, fine } = examples();
  it('has examples of both kinds', () => {
    expect(violates.length).toBeGreaterThan(0);
    expect(fine.length).toBeGreaterThan(0);
  });

  it.each(violates)('speaks: $name', (example) => {
    const found = find(example, name);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      const variant = finding.variant ?? 'what';
      for (const language of texts) {
        expect(language[name][variant], `${name}.${variant}`).toBeTypeOf('string');
        for (const fix of finding.fixes)
          expect(language.fixes[fix.label.replace('rules.fixes.', '')], fix.label).toBeTypeOf('string');
      }
      const shown = describeFinding(finding);
      for (const text of Object.values(shown)) expect(text).not.toMatch(/^rules\.|\{\w+\}|undefined/);
      const row = example.positions.flatMap((one) => one.rows).some((one) => one.id === finding.rowId);
      expect(finding.rowId === null || row).toBe(true);
    }
  });

  it.each(fine)('is silent: $name', (example) => {
    expect(find(example, name)).toEqual([]);
  });
});
