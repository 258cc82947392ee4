import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    // The longest takes two seconds on an idle machine; CI machines are busy.
    testTimeout: 90_000,
    // One core is left free by default: on two that is half of them.
    maxWorkers: '100%',
    setupFiles: ['tests/setup.ts'],
  },
});
