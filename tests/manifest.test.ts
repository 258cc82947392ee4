import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../wxt.config.ts';

const make = config.manifest as (env: object) => {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  content_security_policy?: { extension_pages: string };
};
const manifest = make({ browser: 'chrome', command: 'build', mode: 'production', manifestVersion: 3 });
const privacy = readFileSync('docs/privacy.md', 'utf8');

describe('the manifest', () => {
  it('asks for nothing that docs/privacy.md does not explain', () => {
    const asked = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.host_permissions];
    expect(asked.filter((permission) => !privacy.includes(`\`${permission}\``))).toEqual([]);
  });

  it('lets the extension load nothing from elsewhere', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).toMatch(/connect-src 'self'/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });
});
