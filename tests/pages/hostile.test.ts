import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {AttributeChecks, customProperties, attributesByTag} from '../hostile/attribute-checks.js';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/hostile-site.js';
import {PAYLOAD_CLASSES, corpusSample} from '../hostile/payloads.js';
import {textFieldPaths} from '../hostile/hostile-portal.js';
import {checkFileNames, checkFiles, RecordChecks} from '../hostile/record-checks.js';
import {isComplete} from '../support/test-scope.js';

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

  it('S-06 is tested in every text field of a record', () => {
    const fields = textFieldPaths();
    for (const path of ['resources.title', 'projects.partners.role', 'stories.steps.image.credit'])
      assert.ok(fields.includes(path), path);
    assert.ok(fields.length > 100, `${fields.length}`);
  });

  it('S-06 is shown as text in a record of any kind: nothing runs, is requested or inserted', async () => {
    await new RecordChecks(engine, site).check(corpusSample, 4);
    assert.deepEqual(engine.seen, []);
  });

  it('S-06 is shown as text from a table cell and a map property', async () => {
    const texts = corpusSample.filter(text => !/[\0\ud800]/.test(text));
    await checkFiles(engine, site, texts);
    assert.deepEqual(engine.seen, []);
  });

  it('S-06 has no effect as the name of a visitor’s file', async () => {
    const names = corpusSample.filter((_, index) => index % 6 === 0);
    await checkFileNames(engine, site, names);
    assert.deepEqual(engine.seen, []);
  });

  // npm run test:all covers the whole corpus.
  const few = ['ways out', 'addresses', 'style', 'templates'].map(
    name => PAYLOAD_CLASSES[name]?.[name === 'style' ? 2 : 0] ?? '',
  );
  let page: AttributeChecks;
  before(() => {
    page = new AttributeChecks(engine, site);
  });

  it('S-07 has no effect in an attribute of any tag', async () => {
    assert.ok(attributesByTag.size >= 14);
    await page.attributes(few.slice(0, isComplete ? 3 : 1));
    assert.deepEqual(engine.seen, []);
  });

  it('S-07 has no effect in a placeholder for any tag', async () => {
    await page.placeholders(few.slice(0, 1));
    assert.deepEqual(engine.seen, []);
  });

  it('S-07 S-10 requests nothing from a custom property', async () => {
    assert.ok(customProperties.length > 20);
    const styles = PAYLOAD_CLASSES['style'] ?? [];
    // A URL is loaded as an SVG paint, but in no other place that accepts a colour.
    const addresses = styles.filter(style => /^(?:url|var)\(/.test(style));
    assert.ok(addresses.length > 1);
    await page.customProperties([...styles.slice(0, 3), ...addresses]);
    assert.deepEqual(engine.seen, []);
  });

  it('S-07 has no effect in the URL of the page', async () => {
    await page.urlParameters(few.slice(0, 2));
    assert.deepEqual(engine.seen, []);
  });
});
