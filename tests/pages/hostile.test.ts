import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {Attributes, customProperties, tags} from '../hostile/attributes.js';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/page.js';
import {CLASSES, slice} from '../hostile/payloads.js';
import {textFields} from '../hostile/portal.js';
import {checkFileNames, checkFiles, Records} from '../hostile/records.js';

describe('a hostile text', {timeout: 120_000}, () => {
  let site: HostileSite;
  let engine: Awaited<ReturnType<typeof startChromium>>;
  before(async () => {
    site = await startHostileSite();
    engine = await startChromium();
  });
  after(async () => {
    await engine.close();
    await site.close();
  });

  it('S-06 stands in every field of words that a record has', () => {
    const fields = textFields();
    for (const path of ['resources.title', 'projects.partners.role', 'stories.steps.image.credit'])
      assert.ok(fields.includes(path), path);
    assert.ok(fields.length > 100, `${fields.length}`);
  });

  it('S-06 is shown as it is in a record of any kind: nothing runs, is asked or appears', async () => {
    await new Records(engine, site).check(slice, 4);
    assert.deepEqual(engine.seen, []);
  });

  it('S-06 is shown as it is from a cell of a table and a property of a map', async () => {
    const texts = slice.filter(text => !/[\0\ud800]/.test(text));
    await checkFiles(engine, site, texts);
    assert.deepEqual(engine.seen, []);
  });

  it('S-06 does nothing as the name of a file that a visitor gives', async () => {
    const names = slice.filter((_, index) => index % 6 === 0);
    await checkFileNames(engine, site, names);
    assert.deepEqual(engine.seen, []);
  });

  // One of each class: the whole corpus takes its turn with npm run test:all.
  const few = ['ways out', 'addresses', 'style', 'templates'].map(
    name => CLASSES[name]?.[name === 'style' ? 2 : 0] ?? '',
  );
  let page: Attributes;
  before(() => {
    page = new Attributes(engine, site);
  });

  it('S-07 does nothing in an attribute of any tag', async () => {
    assert.ok(tags.size >= 14);
    await page.attributes(few.slice(0, 3));
    assert.deepEqual(engine.seen, []);
  });

  it('S-07 does nothing in a placeholder for any tag', async () => {
    await page.placeholders(few.slice(0, 1));
    assert.deepEqual(engine.seen, []);
  });

  it('S-07 S-10 asks for nothing from a custom property', async () => {
    assert.ok(customProperties.length > 20);
    const styles = CLASSES['style'] ?? [];
    // As a paint of SVG an address is asked for, and in no other place that takes a colour.
    const addresses = styles.filter(style => /^(?:url|var)\(/.test(style));
    assert.ok(addresses.length > 1);
    await page.customProperties([...styles.slice(0, 3), ...addresses]);
    assert.deepEqual(engine.seen, []);
  });

  it('S-07 does nothing in the address of the page', async () => {
    await page.address(few.slice(0, 2));
    assert.deepEqual(engine.seen, []);
  });
});
