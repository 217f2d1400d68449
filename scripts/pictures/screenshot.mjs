// Takes docs/images/demo.webp, the screenshot of the demo's home page in the README. Run it after `npm run build`: node
// scripts/pictures/screenshot.mjs
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {tsImport} from 'tsx/esm/api';
import {toWebp} from '../guide/webp.mjs';
import {launchForPictures} from './picture-browser.mjs';
import {root} from '../setup.mjs';

const file = join(root, 'docs/images/demo.webp');
/** Maximum size of the picture, in bytes. */
const MOST = 24_000;
/** Reduction of the picture: the README shows it about 700 pixels wide, and it is part of the npm package. */
const SCALE = 0.55;
const MARGIN = 32;

const {startServer} = await tsImport('../../demo/server/server.ts', import.meta.url);
const server = await startServer();
const browser = await launchForPictures();
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
  const picture = await toWebp(browser, await page.screenshot({clip, fullPage: true}), 0.3, SCALE);
  writeFileSync(file, picture);
  console.log(`docs/images/demo.webp: ${picture.length} bytes`);
  if (picture.length > MOST) throw new Error(`The picture is heavier than ${MOST} bytes.`);
} finally {
  await browser.close();
  await server.close();
}
