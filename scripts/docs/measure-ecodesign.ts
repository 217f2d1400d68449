// Measures the first view of each widget, and writes docs/guide/ecoconception.json and the sheets generated from it.
// Needs a build.
import {writeFileSync} from 'node:fs';
import {format} from 'prettier';
import {ThreeOriginSite, demoWidgets} from '../../tests/pages/three-origin-site.js';
import {countElements} from '../../tests/pages/count-elements.js';
import {
  type Measurement,
  MEASUREMENTS_FILE,
  gzipSize,
  SHEETS_FILE,
  renderSheets,
} from './ecodesign-sheet.js';

const everything = await ThreeOriginSite.start();
const {api, site} = everything;
const measures: Record<string, Measurement> = {};
const tags = demoWidgets(api.url).matchAll(/<(spass-(?!portal[ >]|layer)([\w-]+))[\s\S]*?<\/\1>/g);
for (const [tag, , noun = ''] of tags) {
  const alone = tag.replace(/<spass-layer[\s\S]*?<\/spass-layer>/g, '');
  const script = `${api.url}/cdn/spass-widgets.js`;
  everything.publish(
    `<spass-portal api="${api.url}/api">${alone}</spass-portal>`,
    {},
    'fr',
    script,
  );
  const {page} = await everything.open();
  await page.goto(site.url);
  await page.evaluate(
    one =>
      (document.querySelector(one) as unknown as {loadComplete?: Promise<void>} | null)
        ?.loadComplete,
    `spass-${noun}`,
  );
  await page.waitForLoadState('networkidle');
  const isData = (path: string): boolean => path.startsWith('/api/') && !path.endsWith('.svg');
  const scripts = api.requests
    .filter(({path}) => path.startsWith('/cdn/'))
    .map(({path}) => path.slice('/cdn/'.length))
    .sort();
  const data = api.requests.filter(({path}) => isData(path));
  measures[noun] = {
    scripts,
    scriptBytes: gzipSize(scripts),
    requests: data.length,
    dataBytes: data.reduce((sum, {bytes}) => sum + bytes, 0),
    pictures: api.requests.filter(({path}) => path.endsWith('.svg')).length,
    elements: (await countElements(page, `spass-${noun}`))[0] ?? 0,
  };
  await page.context().close();
}
await everything.close();
writeFileSync(
  MEASUREMENTS_FILE,
  await format(JSON.stringify(measures), {parser: 'json', printWidth: 100}),
);
writeFileSync(SHEETS_FILE, renderSheets(measures));
