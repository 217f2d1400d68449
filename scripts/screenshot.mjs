// Takes docs/images/demo.png, the screenshot of the demo's home page in the README. Run it after `npm run build`: node
// scripts/screenshot.mjs
import {mkdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {tsImport} from 'tsx/esm/api';
import {findChromium, root} from './setup.mjs';

const file = join(root, 'docs/images/demo.png');
/** Maximum size of the picture, in bytes. */
const MOST = 200_000;
const MARGIN = 32;

const {startServer} = await tsImport('../demo/server/server.ts', import.meta.url);
const server = await startServer();
const browser = await chromium.launch({executablePath: findChromium(), args: ['--no-sandbox']});
try {
  const page = await browser.newPage({viewport: {width: 1280, height: 1000}, locale: 'fr-FR'});
  await page.goto(server.url);
  const section = page.locator('section[aria-labelledby="portails"]');
  await section.evaluate(async element => {
    for (const widget of element.querySelectorAll('spass-family-filter, spass-portal-cards'))
      await widget.loadComplete;
  });
  const {x, y, width} = await section.boundingBox();
  mkdirSync(join(root, 'docs/images'), {recursive: true});
  const clip = {x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: 830};
  await page.screenshot({path: file, clip, fullPage: true});
  const {size} = statSync(file);
  console.log(`docs/images/demo.png: ${size} bytes`);
  if (size > MOST) throw new Error(`The picture is heavier than ${MOST} bytes.`);
} finally {
  await browser.close();
  await server.close();
}
