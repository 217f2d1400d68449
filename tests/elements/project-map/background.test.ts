import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {ConsentRequestEvent, SpassProjectMap} from '../../../src/index.js';
import {all, shown, texts} from '../../support/element.js';
import {button, focused, settled} from '../../support/project-map.js';
import {mapped} from '../../support/projects.js';

/** URLs of the tiles that the page would request; no request leaves it. */
const wanted: string[] = [];
const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const mapWith = (tiles: string, more = {consent: 'ask', attribution: ''}) =>
  shown<SpassProjectMap>(
    html`<spass-project-map
      tiles=${tiles}
      consent=${more.consent}
      attribution=${more.attribution}
      .items=${mapped}
    ></spass-project-map>`,
  );
const credit = (el: SpassProjectMap) => texts(el, '.credit')[0];

describe('the background of a <spass-project-map>', () => {
  before(async () => {
    await setViewport({width: 1280, height: 900});
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...src,
      set(this: HTMLImageElement, address: string) {
        if (!address.startsWith('data:')) wanted.push(address);
        src.set?.call(this, PIXEL);
      },
    });
  });
  after(() => Object.defineProperty(HTMLImageElement.prototype, 'src', src));
  beforeEach(() => (wanted.length = 0));

  it('sends no request, and shows the attribution of the outlines', async () => {
    const el = await mapWith('none');
    expect(credit(el)).to.equal('Natural Earth');
    expect(all(el, '.consent').length).to.equal(0);
    expect(wanted).to.deep.equal([]);
  });

  it('asks for consent before requests to a third party, explains it, and can revoke it', async () => {
    const el = await mapWith('ign');
    expect(texts(el, '.consent p')[0]).to.equal(
      'Votre adresse IP sera transmise à IGN, qui fournit les images de la carte. Sa politique de confidentialité',
    );
    expect(all<HTMLAnchorElement>(el, '.consent a')[0]?.host).to.equal('www.ign.fr');
    await expect(el).to.be.accessible();
    expect(wanted, 'before').to.deep.equal([]);
    const asked: string[] = [];
    el.addEventListener('spass-consent-request', (event: ConsentRequestEvent) => {
      asked.push(event.provider);
    });
    const ask = button(el, 'Afficher le fond de carte IGN');
    ask.focus();
    ask.click();
    await settled(el);
    expect(asked).to.deep.equal(['IGN']);
    expect(new Set(wanted.map(address => new URL(address).host))).to.deep.equal(
      new Set(['data.geopf.fr']),
    );
    expect(credit(el)).to.equal('© IGN');
    expect(Number.parseFloat(getComputedStyle(all(el, '.credit')[0]!).fontSize)).to.be.at.least(12);
    expect(focused(el)?.textContent.trim()).to.equal('Retirer le fond de carte');
    await expect(el).to.be.accessible();
    wanted.length = 0;
    button(el, 'Retirer le fond de carte').click();
    await settled(el);
    expect(credit(el)).to.equal('Natural Earth');
    button(el, 'Zoomer').click();
    await settled(el);
    expect(wanted, 'after').to.deep.equal([]);
    expect(focused(el)?.textContent.trim()).to.equal('Afficher le fond de carte IGN');
  });

  it('shows none when the page cancels the reader’s consent', async () => {
    const el = await mapWith('osm-be');
    el.addEventListener('spass-consent-request', event => event.preventDefault());
    button(el, 'Afficher le fond de carte OpenStreetMap Belgium').click();
    await settled(el);
    expect(wanted).to.deep.equal([]);
    expect(all(el, '.consent p').length).to.equal(1);
  });

  it('follows the consent that the page sets, live', async () => {
    const el = await mapWith('ign', {consent: 'denied', attribution: ''});
    expect(all(el, '.consent').length).to.equal(0);
    expect(wanted).to.deep.equal([]);
    el.setAttribute('consent', 'granted');
    await settled(el);
    expect(wanted.length).to.be.greaterThan(0);
    expect(credit(el)).to.equal('© IGN');
    expect(all(el, '.consent').length, 'the page’s own affair').to.equal(0);
    el.setAttribute('consent', 'ask');
    await settled(el);
    expect(credit(el)).to.equal('Natural Earth');
    expect(texts(el, '.consent button')).to.deep.equal(['Afficher le fond de carte IGN']);
  });

  it('asks again for another provider, and after a refusal by the page', async () => {
    const el = await mapWith('ign');
    button(el, 'Afficher le fond de carte IGN').click();
    await settled(el);
    el.tiles = 'ign-ortho';
    await settled(el);
    expect(credit(el), 'the same provider').to.equal('© IGN');
    wanted.length = 0;
    el.tiles = 'osm-be';
    await settled(el);
    expect(wanted).to.deep.equal([]);
    expect(credit(el)).to.equal('Natural Earth');
    el.tiles = 'ign';
    el.consent = 'denied';
    await settled(el);
    el.consent = 'ask';
    await settled(el);
    expect(texts(el, '.consent button')).to.deep.equal(['Afficher le fond de carte IGN']);
  });

  it('needs no consent for the page’s own tiles', async () => {
    const el = await mapWith('/tiles/{z}/{x}/{y}.png', {
      consent: 'ask',
      attribution: '© La commune',
    });
    expect(all(el, '.consent').length).to.equal(0);
    expect(wanted.length).to.be.greaterThan(0);
    for (const address of wanted) expect(address).to.match(/\/tiles\/\d+\/\d+\/\d+\.png$/);
    expect(credit(el)).to.equal('© La commune');
    el.tiles = 'none';
    await settled(el);
    expect(credit(el)).to.equal('Natural Earth');
  });

  it('rejects a template that is unsafe or invalid', async () => {
    const lines: string[] = [];
    const {warn} = console;
    console.warn = (line: string) => void lines.push(line);
    const el = await mapWith('none');
    for (const foolish of ['http://example.org/{z}/{x}/{y}', 'https://example.org/{z}', 'ing']) {
      el.setAttribute('tiles', foolish);
      await settled(el);
      expect(all(el, '.consent').length, foolish).to.equal(0);
      expect(credit(el)).to.equal('Natural Earth');
    }
    console.warn = warn;
    expect(lines.length).to.equal(3);
    expect(lines[2]).to.include('tiles="ing"');
    expect(wanted).to.deep.equal([]);
  });
});
