import {type ArchiveServer, serveArchives} from '../../support/archive-server.js';
import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassProjectMap} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {button, mapUpdated} from '../../support/project-map.js';
import {waitUntil} from '../../support/wait-until.js';
import {recordWarnings} from '../../support/console.js';

const ISLAND = [
  {id: 'a', title: 'La halle', family: 'projet', geo: {lat: 47.0085, lon: -5.6125}},
  {id: 'b', title: 'Le quai', family: 'projet', geo: {lat: 47.0135, lon: -5.6165}},
];

let server: ArchiveServer;

const mapWith = (tiles: string, attribution = '', consent = 'ask') =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map
      tiles=${tiles}
      attribution=${attribution}
      consent=${consent}
      .items=${ISLAND}
    ></spass-project-map>`,
  );
const attribution = (el: SpassProjectMap) => queryTexts(el, '.credit')[0];
const drawn = (el: SpassProjectMap) =>
  waitUntil(() => queryAll(el, 'canvas.leaflet-tile-loaded').length > 0, 'nothing was drawn');

describe('a .pmtiles background of a <spass-project-map>', () => {
  const lines = recordWarnings();
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(async () => {
    server = await serveArchives();
  });

  it('of the page’s own site needs no consent, and shows its attribution', async () => {
    const el = await mapWith(server.url('ile'));
    expect(queryAll(el, '.consent').length).to.equal(0);
    await drawn(el);
    await mapUpdated(el);
    expect(attribution(el)).to.equal('Île inventée pour l’essai');
    await expect(el).to.be.accessible();
    expect(lines).to.deep.equal([]);
  });

  it('shows the attribution set by the page, if any', async () => {
    const el = await mapWith(server.url('ile'), '© La commune');
    await drawn(el);
    await mapUpdated(el);
    expect(attribution(el)).to.equal('© La commune');
  });

  it('P-03 of a third party is not requested before a reader consents, and is removed when they revoke it', async () => {
    const el = await mapWith(server.url('ile', 'https://tuiles.example'));
    expect(server.requestedRanges).to.deep.equal([]);
    expect(queryTexts(el, '.consent p')[0]).to.include('tuiles.example');
    button(el, 'Afficher le fond de carte tuiles.example').click();
    await drawn(el);
    await mapUpdated(el);
    expect(attribution(el)).to.equal('Île inventée pour l’essai');
    button(el, 'Retirer le fond de carte').click();
    await mapUpdated(el);
    expect(queryAll(el, 'canvas').length).to.equal(0);
    expect(attribution(el)).to.equal('Natural Earth · tracé simplifié');
  });

  it('that cannot be loaded leaves the outlines and a message, and one warning for the webmaster', async () => {
    server.ignoresRanges = true;
    const el = await mapWith(server.url('ile'));
    await waitUntil(() => queryTexts(el, '.ground').length > 0, 'no sentence');
    expect(queryTexts(el, '.ground')).to.deep.equal([
      'Le fond de carte n’a pas pu être chargé ; les contours le remplacent.',
    ]);
    expect(attribution(el)).to.equal('Natural Earth · tracé simplifié');
    expect(queryAll(el, '.outlines path').length).to.be.above(0);
    expect(lines.length).to.equal(1);
    expect(lines[0]).to.match(/^<spass-project-map>: .*no parts of a file \(HTTP ranges\)$/);
    await expect(el).to.be.accessible();
    el.tiles = 'none';
    await mapUpdated(el);
    expect(queryTexts(el, '.ground'), 'no longer').to.deep.equal([]);
  });
});
