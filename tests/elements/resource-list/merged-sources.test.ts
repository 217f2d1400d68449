import {stubResponses} from '../../support/fetch-stub.js';
import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';

const features = ['Mare aux saules', 'Moulin'].map((nom, id) => ({
  type: 'Feature',
  id,
  geometry: {type: 'Point', coordinates: [3.6, 50.1]},
  properties: {nom, thematique: 'eau', lien: `www.commune.example/${id}`},
}));
stubResponses.set('/files/resources', {
  complete: true,
  attribution: {text: 'CAUE du Nord'},
  items: [{id: 'a', title: 'Abris', url: 'https://caue.example/a', themes: ['eau']}],
});
stubResponses.set('/lieux.geojson', {type: 'FeatureCollection', features});

describe('<spass-resource-list> over several sources', () => {
  it('reads a GeoJSON file by its attributes alone', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list api="/lieux.geojson" source="geojson"></spass-resource-list>`,
    );
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Mare aux saules', 'Moulin']);
    expect(queryAll<HTMLAnchorElement>(el, '[part=link]')[0]?.href).to.equal(
      'https://www.commune.example/0',
    );
    expect(queryTexts(el, '.kind').join(''), 'no origin where there is one source').to.equal('');
  });

  it('shows them together, each record with its origin, and filters all of them', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        api="/files /lieux.geojson"
        source="portal geojson"
      ></spass-resource-list>`,
    );
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Abris', 'Mare aux saules', 'Moulin']);
    const origins = ['CAUE du Nord', location.host, location.host];
    expect(queryTexts(el, '.kind > :last-child'), 'below the title').to.deep.equal(origins);
    const search = queryAll<HTMLInputElement>(el, 'input[type=search]')[0]!;
    search.value = 'moulin';
    search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    search.dispatchEvent(new Event('change', {bubbles: true}));
    await el.loadComplete;
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Moulin']);
    await expect(el).to.be.accessible();
  });

  it('shows the others if one fails, and names the missing one; it can be requested again', async () => {
    const fail = console.warn;
    console.warn = () => {};
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        api="/files /broken.geojson"
        source="portal geojson"
      ></spass-resource-list>`,
    );
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Abris']);
    expect(queryTexts(el, '.notice')[0]).to.contain(
      `Données indisponibles pour le moment : ${location.host}`,
    );
    await expect(el).to.be.accessible();
    stubResponses.set('/broken.geojson', {type: 'FeatureCollection', features});
    queryAll<HTMLButtonElement>(el, '.notice button')[0]?.click();
    await el.loadComplete;
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Abris', 'Mare aux saules', 'Moulin']);
    console.warn = fail;
  });
});
