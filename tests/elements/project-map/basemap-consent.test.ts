import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {ConsentRequestEvent, SpassProjectMap} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, focusedElement} from '../../support/widget-fixture.js';
import {button, mapUpdated} from '../../support/project-map.js';
import {mapProjects} from '../../support/projects.js';
import {recordWarnings} from '../../support/console.js';

/** URLs of the tiles that the page would request; no request leaves it. */
const requestedTiles: string[] = [];
const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const mapWith = (tiles: string, more = {consent: 'ask', attribution: ''}) =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map
      tiles=${tiles}
      consent=${more.consent}
      attribution=${more.attribution}
      .items=${mapProjects}
    ></spass-project-map>`,
  );
const attribution = (el: SpassProjectMap) => queryTexts(el, '.credit')[0];

describe('the background of a <spass-project-map>', () => {
  const lines = recordWarnings();

  before(async () => {
    await setViewport({width: 1280, height: 900});
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...src,
      set(this: HTMLImageElement, address: string) {
        if (!address.startsWith('data:')) requestedTiles.push(address);
        src.set?.call(this, PIXEL);
      },
    });
  });
  after(() => Object.defineProperty(HTMLImageElement.prototype, 'src', src));
  beforeEach(() => (requestedTiles.length = 0));

  it('sends no request, and shows the attribution of the outlines', async () => {
    const el = await mapWith('none');
    expect(attribution(el)).to.include('Natural Earth');
    expect(queryAll(el, '.consent').length).to.equal(0);
    expect(requestedTiles).to.deep.equal([]);
  });

  it('asks for consent before requests to a third party, explains it, and can revoke it', async () => {
    const el = await mapWith('ign');
    expect(queryTexts(el, '.consent p')[0]).to.equal(
      'Votre adresse IP sera transmise à IGN, qui fournit les images de la carte. Sa politique de confidentialité',
    );
    expect(queryAll<HTMLAnchorElement>(el, '.consent a')[0]?.host).to.equal('www.ign.fr');
    const {borderStyle, borderWidth} = getComputedStyle(queryAll(el, '.consent button')[0]!);
    expect([borderStyle, borderWidth], 'looks like a button').to.deep.equal(['solid', '1px']);
    await expect(el).to.be.accessible();
    expect(requestedTiles, 'before').to.deep.equal([]);
    const asked: string[] = [];
    el.addEventListener('spass-consent-request', (event: ConsentRequestEvent) => {
      asked.push(event.provider);
    });
    const ask = button(el, 'Afficher le fond de carte IGN');
    ask.focus();
    ask.click();
    await mapUpdated(el);
    expect(asked).to.deep.equal(['IGN']);
    expect(new Set(requestedTiles.map(address => new URL(address).host))).to.deep.equal(
      new Set(['data.geopf.fr']),
    );
    expect(attribution(el)).to.equal('© IGN');
    expect(
      Number.parseFloat(getComputedStyle(queryAll(el, '.credit')[0]!).fontSize),
    ).to.be.at.least(12);
    expect(focusedElement(el)?.textContent.trim()).to.equal('Retirer le fond de carte');
    await expect(el).to.be.accessible();
    requestedTiles.length = 0;
    button(el, 'Retirer le fond de carte').click();
    await mapUpdated(el);
    expect(attribution(el)).to.include('Natural Earth');
    button(el, 'Zoomer').click();
    await mapUpdated(el);
    expect(requestedTiles, 'after').to.deep.equal([]);
    expect(focusedElement(el)?.textContent.trim()).to.equal('Afficher le fond de carte IGN');
  });

  it('shows none when the page cancels the reader’s consent', async () => {
    const el = await mapWith('osm-be');
    el.addEventListener('spass-consent-request', event => event.preventDefault());
    button(el, 'Afficher le fond de carte OpenStreetMap Belgium').click();
    await mapUpdated(el);
    expect(requestedTiles).to.deep.equal([]);
    expect(queryAll(el, '.consent p').length).to.equal(1);
  });

  it('follows the consent that the page sets, live', async () => {
    const el = await mapWith('ign', {consent: 'denied', attribution: ''});
    expect(queryAll(el, '.consent').length).to.equal(0);
    expect(requestedTiles).to.deep.equal([]);
    el.setAttribute('consent', 'granted');
    await mapUpdated(el);
    expect(requestedTiles.length).to.be.greaterThan(0);
    expect(attribution(el)).to.equal('© IGN');
    expect(queryAll(el, '.consent').length, 'the page’s own affair').to.equal(0);
    el.setAttribute('consent', 'ask');
    await mapUpdated(el);
    expect(attribution(el)).to.include('Natural Earth');
    expect(queryTexts(el, '.consent button')).to.deep.equal(['Afficher le fond de carte IGN']);
  });

  it('asks again for another provider, and after a refusal by the page', async () => {
    const el = await mapWith('ign');
    button(el, 'Afficher le fond de carte IGN').click();
    await mapUpdated(el);
    el.tiles = 'ign-ortho';
    await mapUpdated(el);
    expect(attribution(el), 'the same provider').to.equal('© IGN');
    requestedTiles.length = 0;
    el.tiles = 'osm-be';
    await mapUpdated(el);
    expect(requestedTiles).to.deep.equal([]);
    expect(attribution(el)).to.include('Natural Earth');
    el.tiles = 'ign';
    el.consent = 'denied';
    await mapUpdated(el);
    el.consent = 'ask';
    await mapUpdated(el);
    expect(queryTexts(el, '.consent button')).to.deep.equal(['Afficher le fond de carte IGN']);
  });

  it('needs no consent for the page’s own tiles', async () => {
    const el = await mapWith('/tiles/{z}/{x}/{y}.png', {
      consent: 'ask',
      attribution: '© La commune',
    });
    expect(queryAll(el, '.consent').length).to.equal(0);
    expect(requestedTiles.length).to.be.greaterThan(0);
    for (const address of requestedTiles) expect(address).to.match(/\/tiles\/\d+\/\d+\/\d+\.png$/);
    expect(attribution(el)).to.equal('© La commune');
    el.tiles = 'none';
    await mapUpdated(el);
    expect(attribution(el)).to.include('Natural Earth');
  });

  it('rejects a template that is unsafe or invalid', async () => {
    const el = await mapWith('none');
    for (const foolish of ['http://example.org/{z}/{x}/{y}', 'https://example.org/{z}', 'ing']) {
      el.setAttribute('tiles', foolish);
      await mapUpdated(el);
      expect(queryAll(el, '.consent').length, foolish).to.equal(0);
      expect(attribution(el)).to.include('Natural Earth');
    }
    expect(lines.length).to.equal(3);
    expect(lines[2]).to.include('tiles="ing"');
    expect(requestedTiles).to.deep.equal([]);
  });
});
