// Measures the first view of each widget, and writes docs/guide/ecoconception.json and the sheets generated from it.
// Needs a build.
import {writeFileSync} from 'node:fs';
import {format} from 'prettier';
import {Everything, everyWidget} from '../tests/pages/everything.js';
import {elementsIn} from '../tests/pages/elements.js';
import {type Measure, MEASURES, packed, SHEET, sheet} from './ecodesign-sheet.js';

const everything = await Everything.start();
const {api, site} = everything;
const measures: Record<string, Measure> = {};
const tags = everyWidget(api.url).matchAll(/<(spass-(?!portal[ >]|layer)([\w-]+))[\s\S]*?<\/\1>/g);
for (const [tag, , noun = ''] of tags) {
  const alone = tag.replace(/<spass-layer[\s\S]*?<\/spass-layer>/g, '');
  const script = `${api.url}/cdn/spass-widgets.js`;
  everything.put(`<spass-portal api="${api.url}/api">${alone}</spass-portal>`, {}, 'fr', script);
  const {page} = await everything.visit();
  await page.goto(site.url);
  await page.evaluate(
    one =>
      (document.querySelector(one) as unknown as {loadComplete?: Promise<void>} | null)
        ?.loadComplete,
    `spass-${noun}`,
  );
  await page.waitForLoadState('networkidle');
  const isData = (path: string): boolean => path.startsWith('/api/') && !path.endsWith('.svg');
  const scripts = api.heard
    .filter(({path}) => path.startsWith('/cdn/'))
    .map(({path}) => path.slice('/cdn/'.length))
    .sort();
  const data = api.heard.filter(({path}) => isData(path));
  measures[noun] = {
    scripts,
    scriptBytes: packed(scripts),
    questions: data.length,
    dataBytes: data.reduce((sum, {bytes}) => sum + bytes, 0),
    pictures: api.heard.filter(({path}) => path.endsWith('.svg')).length,
    elements: (await elementsIn(page, `spass-${noun}`))[0] ?? 0,
  };
  await page.context().close();
}
await everything.close();
writeFileSync(MEASURES, await format(JSON.stringify(measures), {parser: 'json', printWidth: 100}));
writeFileSync(SHEET, sheet(measures));
