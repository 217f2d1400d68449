import {asked, stubResponses} from '../../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {focusByName, pressKeys} from '../../support/keyboard.js';
import {threeResources} from '../../support/resources.js';
import {
  focusedElement,
  loadedFixture,
  queryAll,
  queryTexts,
  settled,
  statusText,
} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const PATH = '/geocodage/search';
const found = (label: string, lon: number, lat: number, type = 'municipality') => ({
  geometry: {coordinates: [lon, lat]},
  properties: {label, type},
});
const show = (consent = 'ask', geocoder = 'ban') =>
  loadedFixture<SpassResourceList>(
    html`<spass-resource-list
      .items=${threeResources}
      geocoder=${geocoder}
      consent=${consent}
    ></spass-resource-list>`,
  );
const titles = (el: SpassResourceList) => queryTexts(el, '.row [part=link]');
const chips = (el: SpassResourceList) => queryTexts(el, '.chip');

describe('<spass-resource-list geocoder="ban">', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => {
    asked.length = 0;
    stubResponses.set(PATH, {
      features: [found('Ors', 3.634_567, 50.104_321), found('Orsay', 2.19, 48.7)],
    });
  });

  it('finds records around an address if the position is refused, by keyboard alone', async () => {
    const geolocation = new StubGeolocation();
    try {
      const el = await show();
      await focusByName(el, 'Autour de moi');
      await pressKeys('Enter');
      geolocation.deny();
      await el.updateComplete;
      expect(queryTexts(el, '[role=alert]')[0]).to.contain('n’a pas pu être déterminée');
      await focusByName(el, 'Chercher une adresse');
      expect(queryTexts(el, '.address p').join()).to.contain('l’IGN');
      await pressKeys('Enter');
      await waitUntil(() => focusedElement(el)?.id === 'address', 'no field');
      await pressKeys('o', 'r', 's');
      expect(asked, 'nothing while typing').to.deep.equal([]);
      await pressKeys('Enter');
      await waitUntil(() => queryAll(el, '.addresses button').length === 2, 'no addresses');
      expect(asked).to.deep.equal([`${PATH}?q=ors&limit=5`]);
      expect(statusText(el)).to.equal('2 adresses trouvées');
      await pressKeys('Tab', 'Tab', 'Enter');
      await settled(el);
      expect(titles(el)).to.deep.equal(['Un lavoir']);
      expect(chips(el)).to.deep.equal(['À moins de 10 km de « Ors »']);
      // To a kilometre, as the position of the reader.
      const [west = 0, south = 0, east = 0, north = 0] = el.selection.filter.bbox ?? [];
      expect(((west + east) / 2).toFixed(4)).to.equal('3.6300');
      expect(((south + north) / 2).toFixed(2)).to.equal('50.10');
      await expect(el).to.be.accessible();
    } finally {
      geolocation.restore();
    }
  });

  it('goes to the only address at once, and says so if there is none', async () => {
    stubResponses.set(PATH, {features: [found('Ieper', 2.885, 50.851)]});
    const el = await show('granted');
    await waitUntil(() => queryAll(el, '#address').length === 1, 'no field');
    const search = async (text: string): Promise<void> => {
      queryAll<HTMLInputElement>(el, '#address')[0]!.value = text;
      queryAll(el, '.address .query button')[0]!.click();
      await waitUntil(() => asked.length === 1, 'not asked');
      await settled(el);
    };
    await search('Ieper');
    await waitUntil(() => chips(el).length === 1, 'no chip');
    expect(chips(el)[0]).to.contain('« Ieper »');
    asked.length = 0;
    stubResponses.set(PATH, {features: []});
    await search('<b>rien</b>');
    await waitUntil(
      () => queryTexts(el, '.address p').join().includes('<b>rien</b>'),
      'no sentence',
    );
    expect(chips(el)[0]).to.contain('« Ieper »');
  });

  it('is named by every list of the selection, also one that comes later, and not in the URL', async () => {
    stubResponses.set(PATH, {features: [found('Ieper', 2.885, 50.851)]});
    const page = await fixture<HTMLElement>(
      html`<div>
        <spass-resource-list
          group="around"
          sync-url
          geocoder="ban"
          consent="granted"
          .items=${threeResources}
        ></spass-resource-list>
        <spass-resource-list group="around" .items=${threeResources}></spass-resource-list>
      </div>`,
    );
    const [first, second] = [...page.querySelectorAll('spass-resource-list')];
    await waitUntil(() => queryAll(first!, '#address').length === 1, 'no field');
    queryAll<HTMLInputElement>(first!, '#address')[0]!.value = 'Ieper';
    queryAll(first!, '.address .query button')[0]!.click();
    await waitUntil(() => chips(second!).length === 1, 'no chip');
    const later = document.createElement('spass-resource-list');
    later.group = 'around';
    later.items = threeResources;
    page.append(later);
    await waitUntil(() => chips(later).length === 1, 'no chip');
    for (const el of [first, second, later])
      expect(chips(el!)).to.deep.equal(['À moins de 10 km de « Ieper »']);
    expect(location.search).not.to.match(/around\.|Ieper|50\.8/);
    queryAll(first!, '.chip')[0]!.click();
    await settled(later);
    expect(chips(later)).to.deep.equal([]);
  });

  it('sends no request if the page disables it', async () => {
    expect(queryAll(await show('denied'), '.address')).to.deep.equal([]);
    expect(queryAll(await show('granted', ''), '.address')).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });
});
