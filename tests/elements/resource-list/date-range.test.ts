import {expect, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {
  loadedFixture,
  queryAll,
  queryTexts,
  settled,
  statusText,
} from '../../support/widget-fixture.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {threeResources} from '../../support/resources.js';
import {currentUrl, navigate} from '../../support/url.js';

const titles = (el: SpassResourceList) => queryTexts(el, '[part=link]');
const field = (el: SpassResourceList, side: 'from' | 'to') =>
  queryAll<HTMLInputElement>(el, `#date-${side}`)[0]!;
const values = (el: SpassResourceList) => [field(el, 'from').value, field(el, 'to').value];
const choose = async (el: SpassResourceList, side: 'from' | 'to', value: string) => {
  field(el, side).value = value;
  field(el, side).dispatchEvent(new Event('change'));
  await settled(el);
};
const show = (attributes: Readonly<Record<string, string>> = {}) =>
  loadedFixture<SpassResourceList>(html`
    <spass-resource-list
      .items=${threeResources}
      facets="date, type"
      ?sync-url=${'sync-url' in attributes}
      lang=${attributes['lang'] ?? 'fr'}
    ></spass-resource-list>
  `);
const alerts = (el: SpassResourceList) => queryTexts(el, '[role=alert]');
const clearButton = (el: SpassResourceList) =>
  queryAll(el, 'button').find(({ariaLabel}) => ariaLabel === 'Effacer les dates');

describe('<spass-resource-list facets="date">', () => {
  before(() => setViewport({width: 1280, height: 900}));
  const url = location.href;
  afterEach(() => history.replaceState(null, '', url));

  it('offers two dates, in the order of the facets, either of which may be empty', async () => {
    const el = await show();
    expect(queryTexts(el, 'legend')).to.deep.equal(['Date', 'Type']);
    expect(queryTexts(el, '[data-facet=date] label')).to.deep.equal(['Du', 'Au']);
    expect(clearButton(el)).to.equal(undefined);
    await choose(el, 'from', '2016-03-01');
    expect(titles(el)).to.deep.equal(['Atlas de Flandre', 'Un lavoir']);
    expect(statusText(el)).to.equal('2 résultats');
    await choose(el, 'from', '');
    await choose(el, 'to', '2013-12-31');
    expect(titles(el)).to.deep.equal(['Murailles et jardins']);
    expect(queryTexts(el, '.chip')).to.deep.equal(['jusqu’au 31 décembre 2013']);
    await choose(el, 'from', '2013-12-31');
    expect(titles(el), 'one day').to.deep.equal(['Murailles et jardins']);
    await expect(el).to.be.accessible();
  });

  it('asks a server for `from` and `to`, and never counts dates', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list facets="date,type" from="2012"></spass-resource-list>`,
    );
    expect(field(el, 'from').min).to.equal('2012-01-01');
    await choose(el, 'from', '2016-03-01');
    await choose(el, 'to', '2020-01-01');
    const [first, ...others] = server.queriesFor();
    expect(first?.facets).to.deep.equal(['type']);
    expect(others.map(({from, to}) => [from, to])).to.deep.equal([
      ['2016-03-01', ''],
      ['2016-03-01', '2020-01-01'],
    ]);
  });

  it('says that the start is after the end, and keeps the result until one is changed', async () => {
    const el = await show();
    await choose(el, 'from', '2016-03-01');
    await choose(el, 'to', '2012-01-01');
    expect(alerts(el)).to.deep.equal([
      'La date de début est après la date de fin : corrigez l’une des deux.',
    ]);
    expect(field(el, 'to').ariaInvalid).to.equal('true');
    expect(values(el)).to.deep.equal(['2016-03-01', '2012-01-01']);
    expect(titles(el).length, 'as before').to.equal(2);
    await expect(el).to.be.accessible();
    await choose(el, 'from', '2011-01-01');
    expect(alerts(el)).to.deep.equal([]);
    expect(titles(el)).to.deep.equal(['Murailles et jardins']);
  });

  it('clears both, and focuses the first field', async () => {
    const el = await show();
    await choose(el, 'from', '2016-03-01');
    await choose(el, 'to', '2012-01-01');
    clearButton(el)?.click();
    await settled(el);
    expect(values(el)).to.deep.equal(['', '']);
    expect(alerts(el)).to.deep.equal([]);
    expect(titles(el).length).to.equal(3);
    expect(el.shadowRoot?.activeElement).to.equal(field(el, 'from'));
  });

  it('does not filter by a year that is being typed', async () => {
    const el = await show();
    let changes = 0;
    el.addEventListener('spass-filter-change', () => changes++);
    for (const value of ['0002-03-01', '0020-03-01', '0201-03-01', '2016-03-01'])
      await choose(el, 'from', value);
    expect(changes).to.equal(1);
    expect(values(el)[0]).to.equal('2016-03-01');
  });

  it('can be typed with the keyboard', async () => {
    const el = await show();
    field(el, 'from').focus();
    // Digits fill the day, the month and the year, in the order of the browser's language.
    for (const key of '01012016') await sendKeys({press: key});
    await settled(el);
    expect(values(el)[0]).to.equal('2016-01-01');
    expect(titles(el).length).to.equal(2);
  });

  it('says that a year has too many digits, until they are deleted', async () => {
    const el = await show();
    field(el, 'from').focus();
    for (const key of '010120165') await sendKeys({press: key});
    await settled(el);
    expect(alerts(el)).to.deep.equal(['Écrivez une date comme 2016-10-01, ou une année.']);
    await sendKeys({press: 'Backspace'});
    await settled(el);
    expect(alerts(el)).to.deep.equal([]);
    expect(field(el, 'from').ariaInvalid).to.equal(null);
    for (const key of '2016') await sendKeys({press: key});
    await settled(el);
    expect(values(el)[0]).to.equal('2016-01-01');
    expect(titles(el).length).to.equal(2);
  });

  it('shows the dates of the URL, of any precision, and keeps them there', async () => {
    navigate('?resource-list.from=2016&resource-list.to=2017-02');
    const el = await show({'sync-url': ''});
    expect(values(el)).to.deep.equal(['2016-01-01', '2017-02-28']);
    expect(titles(el)).to.deep.equal(['Un lavoir']);
    await choose(el, 'to', '');
    expect(currentUrl()).to.equal('?resource-list.from=2016-01-01#ici');
  });

  it('keeps its fields empty for an invalid date, and for one that no field can show', async () => {
    navigate('?resource-list.from=-010000&resource-list.to=demain');
    const el = await show({'sync-url': ''});
    expect(values(el)).to.deep.equal(['', '']);
    expect(titles(el).length).to.equal(3);
  });

  it('is in the language of the list', async () => {
    const el = await show({lang: 'de'});
    expect(queryTexts(el, '[data-facet=date] label')).to.deep.equal(['Von', 'Bis']);
  });
});
