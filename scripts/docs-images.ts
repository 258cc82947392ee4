import { copyFileSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { startSite } from '../tests/site/server.ts';
import { ensureBrowser } from './install-browser.ts';
import { runTool } from './steps.ts';
import { runTour } from './tour.ts';

/**
 * `npm run docs:images`: walks the tour and puts the pictures the guide shows into docs/images. With `--dark` the
 * tour is walked in dark colours into `.output/tour-dark`, to be looked at.
 */
const IMAGES: Readonly<Record<string, string>> = {
  form: 'markers',
  'news-link': 'finding',
  card: 'card',
  'insert-menu': 'menu',
  popup: 'popup',
  'side-panel-library': 'panel-library',
  'side-panel-map': 'panel-map',
  import: 'import',
  review: 'review',
};

const dark = process.argv.includes('--dark');
runTool('wxt', 'build');
const site = await startSite();
try {
  const folder = dark ? '.output/tour-dark' : '.output/tour';
  const pictures = await runTour(await ensureBrowser('chromium'), site, { folder, dark });
  mkdirSync('docs/images', { recursive: true });
  for (const picture of pictures) {
    const name = IMAGES[basename(picture, '.png').replace(/^\d+-/, '')];
    if (name && !dark) copyFileSync(picture, `docs/images/${name}.png`);
    console.log(picture);
  }
} finally {
  await site.close();
}
