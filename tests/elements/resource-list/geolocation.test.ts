import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {threeResources} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const list = html`<spass-resource-list></spass-resource-list>`;
const near = (el: SpassResourceList) => queryAll(el, '[data-facet=commune] .button')[0];

describe('<spass-resource-list> around the reader', () => {
  let geolocation: StubGeolocation;
  beforeEach(() => (geolocation = new StubGeolocation()));
  afterEach(() => geolocation.restore());

  it('requests the position on a click only, and finds records nearby', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list sync-url></spass-resource-list>`,
    );
    expect(geolocation.requestCount).to.equal(0);
    near(el)?.click();
    near(el)?.click();
    await el.updateComplete;
    expect(geolocation.requestCount).to.equal(1);
    geolocation.succeed(50.1234567, 3.6123456);
    await el.loadComplete;
    await el.updateComplete;
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Un lavoir']);
    expect(queryTexts(el, '.chip')).to.deep.equal(['À moins de 10 km de moi']);
    expect(statusText(el)).to.equal('1 résultat');
    expect(location.search).not.to.contain('resource-list.');
    const [west, south, east, north] = server.queriesFor().at(-1)?.bbox ?? [0, 0, 0, 0];
    // The coordinates sent to the server are rounded to about a kilometre.
    expect([(west + east) / 2, (south + north) / 2].map(n => n.toFixed(6))).to.deep.equal([
      '3.610000',
      '50.120000',
    ]);
    queryAll(el, '.chip')[0]?.click();
    await el.loadComplete;
    expect(queryTexts(el, '[part=link]').length).to.equal(3);
  });

  it('shows when it is denied, and requests it again on the next click', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources}),
      list,
    );
    near(el)?.click();
    geolocation.deny();
    await el.updateComplete;
    expect(queryTexts(el, '[role=alert]')).to.deep.equal([
      'Votre position n’a pas pu être déterminée.',
    ]);
    near(el)?.click();
    await el.updateComplete;
    expect([geolocation.requestCount, queryTexts(el, '[role=alert]').length]).to.deep.equal([2, 0]);
  });

  it('ignores a position that arrives after it was removed', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    const home = el.parentElement;
    near(el)?.click();
    el.remove();
    home?.append(el);
    geolocation.succeed(50.1, 3.63);
    await el.loadComplete;
    expect(queryTexts(el, '[part=link]').length).to.equal(3);
  });
});

describe('<spass-resource-list> commune', () => {
  const type = (el: SpassResourceList, value: string, inputType?: string): void => {
    const [field] = queryAll<HTMLInputElement>(el, '#commune');
    if (!field) throw new Error('there is a field');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', inputType ? {inputType} : {}));
    if (inputType) field.dispatchEvent(new Event('change'));
  };

  it('is found by its name, in any spelling', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(
      queryAll<HTMLOptionElement>(el, 'datalist option').map(({value}) => value),
    ).to.deep.equal(['Ors', 'Ieper']);
    type(el, ' ORS ', 'insertText');
    await el.loadComplete;
    expect(server.queriesFor().at(-1)?.commune).to.deep.equal(['59450']);
    expect(queryTexts(el, '.chip')).to.deep.equal(['Ors']);
    expect(queryAll<HTMLInputElement>(el, '#commune')[0]?.value).to.equal('');
  });

  it('is selected when it is picked from the suggestions, not while typing', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources}),
      list,
    );
    const [field] = queryAll<HTMLInputElement>(el, '#commune');
    if (field) field.value = 'Ors';
    field?.dispatchEvent(new InputEvent('input', {inputType: 'insertText'}));
    await el.loadComplete;
    expect(queryTexts(el, '.chip')).to.deep.equal([]);
    type(el, 'Ors');
    await el.loadComplete;
    expect(queryTexts(el, '.chip')).to.deep.equal(['Ors']);
  });

  it('shows a message if it is not in the data', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources}),
      list,
    );
    type(el, 'Atlantis', 'insertText');
    await el.updateComplete;
    expect(queryTexts(el, '#commune-unknown')).to.deep.equal([
      '« Atlantis » ne figure pas dans ces données.',
    ]);
    expect(statusText(el)).to.equal('« Atlantis » ne figure pas dans ces données.');
    expect(queryAll(el, '#commune')[0]?.ariaInvalid).to.equal('true');
  });
});
