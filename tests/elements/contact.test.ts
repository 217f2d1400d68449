import {expect, html} from '@open-wc/testing';
import '../../src/define/directory.js';
import '../../src/define/layer.js';
import '../../src/define/project-map.js';
import '../../src/define/resource-list.js';
import type {SpassDirectory, SpassProjectMap} from '../../src/index.js';
import {detailFields, openDetail, renderList} from '../support/detail.js';
import {mapUpdated, marker} from '../support/project-map.js';
import {loadedFixtureWithSource, StubServer} from '../support/source-fixture.js';
import {queryAll, queryTexts} from '../support/widget-fixture.js';

const pool = {
  id: 'piscine',
  title: 'Piscine',
  address: '3 rue du Stade',
  postalCode: '59590',
  commune: {name: 'Raismes', insee: '59491'},
  telephone: '03 20 00 00 00',
  email: 'piscine@ville.example',
  website: 'https://www.piscine.example/horaires/',
  openingHours: 'Mo-Fr 09:00-18:00',
  openingDate: '1985-06',
  geo: {lat: 50.39, lon: 3.49},
  extra: {modèle: 'Tournesol', écoles: ['Jaurès', 'Ferry']},
};

const lines = [
  'Adresse : 3 rue du Stade, 59590 Raismes',
  'Téléphone : 03 20 00 00 00',
  'Courriel : piscine@ville.example',
  'Site web : piscine.example/horaires',
  'Horaires d’ouverture : lun.\u2060–\u2060ven. 09:00\u2060–\u206018:00',
  'Date d’ouverture : juin 1985',
];
const hrefs = [
  'tel:0320000000',
  'mailto:piscine@ville.example',
  'https://www.piscine.example/horaires/',
];
/** Returns texts with ordinary spaces, and without the marks that isolate directions. */
const plain = (texts: readonly string[]) =>
  texts.map(text => text.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' '));

describe('the address and contact of a record', () => {
  it('are in its detail, with its own fields', async () => {
    const el = await renderList('dialog', pool);
    await openDetail(el, 'piscine');
    const fields = Object.entries(detailFields(el)).map(([label, text]) => `${label} : ${text}`);
    expect(plain(fields)).to.include.members([
      ...lines,
      'modèle : Tournesol',
      'écoles : Jaurès, Ferry',
    ]);
    expect(queryAll<HTMLAnchorElement>(el, '.sheet dd a').map(({href}) => href)).to.deep.equal(
      hrefs,
    );
    await expect(el).to.be.accessible();
  });

  it('are in the directory', async () => {
    const {title: name, ...fields} = pool;
    const server = new StubServer({organisations: [{name, ...fields}]});
    const el = await loadedFixtureWithSource<SpassDirectory>(
      server,
      html`<spass-directory></spass-directory>`,
    );
    expect(plain(queryTexts(el, '.contact p'))).to.deep.equal(lines);
    await expect(el).to.be.accessible();
  });

  it('are in the popup of a layer’s marker', async () => {
    const server = new StubServer({projects: [], resources: [pool]});
    const el = await loadedFixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map style="inline-size: 50em"
        ><spass-layer label="Équipements"></spass-layer
      ></spass-project-map>`,
    );
    await mapUpdated(el);
    marker(el, 'Piscine').click();
    await mapUpdated(el);
    expect(plain(queryTexts(el, '.popup .contact p'))).to.deep.equal(lines);
  });

  it('omit a website that the title links to', async () => {
    const el = await renderList('dialog', {...pool, url: pool.website});
    await openDetail(el, 'piscine');
    expect(Object.keys(detailFields(el))).not.to.include('Site web');
  });
});
