import {asked, stubResponses} from '../../support/fetch-stub.js';
import {expect, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../../src/define/project-map.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {loadedFixture, queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import {button, inViewText, mapUpdated} from '../../support/project-map.js';
import {mapProjects} from '../../support/projects.js';

const PATH = '/geocodage/search';
const found = (label: string, lon: unknown = 3.63, lat: unknown = 50.1, type = 'housenumber') => ({
  type: 'Feature',
  geometry: {type: 'Point', coordinates: [lon, lat]},
  properties: {label, type},
});
const show = (consent = 'granted', geocoder = 'ban') =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map
      .items=${mapProjects}
      geocoder=${geocoder}
      consent=${consent}
    ></spass-project-map>`,
  );
const field = (el: SpassProjectMap) => queryAll<HTMLInputElement>(el, '#address')[0];
const search = async (el: SpassProjectMap, text: string) => {
  const input = field(el)!;
  input.focus();
  input.value = text;
  await sendKeys({press: 'Enter'});
  await mapUpdated(el);
};
const alerts = (el: SpassProjectMap) => queryTexts(el, '.address [role=alert]');

describe('<spass-project-map geocoder="ban">', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => {
    asked.length = 0;
    stubResponses.set(PATH, {features: [found('1 Rue du Lavoir 59360 Ors')]});
  });

  it('asks for consent, names the provider, and sends nothing before', async () => {
    const el = await show('ask');
    expect(field(el)).to.equal(undefined);
    expect(queryTexts(el, '.address p').join()).to.contain('l’IGN');
    await expect(el).to.be.accessible();
    let provider = '';
    el.addEventListener('spass-consent-request', event => {
      ({provider} = event as unknown as {provider: string});
      event.preventDefault();
    });
    button(el, 'Chercher une adresse').click();
    await mapUpdated(el);
    expect([provider, field(el)]).to.deep.equal(['IGN', undefined]);
    expect(asked).to.deep.equal([]);
  });

  it('moves the map to the only address, after consent', async () => {
    const el = await show('ask');
    button(el, 'Chercher une adresse').click();
    await mapUpdated(el);
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
    expect(asked, 'not while typing').to.deep.equal([]);
    await search(el, ' 1 rue du lavoir & co, Ors ');
    expect(asked).to.deep.equal([`${PATH}?q=1+rue+du+lavoir+%26+co%2C+Ors&limit=5`]);
    await mapUpdated(el);
    expect(inViewText(el)).to.match(/:\s2$/);
    await expect(el).to.be.accessible();
  });

  it('moves the map to an address of an unknown kind, even one named like a method', async () => {
    stubResponses.set(PATH, {
      features: [found('1 Rue du Lavoir 59360 Ors', 3.63, 50.1, 'constructor')],
    });
    const el = await show();
    await search(el, 'rue du lavoir');
    await mapUpdated(el);
    expect(inViewText(el)).to.match(/:\s2$/);
  });

  it('lists several, announces their number, and moves to the one chosen', async () => {
    stubResponses.set(PATH, {
      features: [found('Lille', 3.05, 50.65, 'municipality'), found('Lillers', 2.48, 50.56)],
    });
    const el = await show();
    await search(el, 'lill');
    expect(queryTexts(el, '.addresses button')).to.deep.equal(['Lille', 'Lillers']);
    expect(statusText(el)).to.equal('2 adresses trouvées');
    button(el, 'Lille').click();
    await mapUpdated(el);
    expect(button(el, 'Lille').ariaPressed).to.equal('true');
    expect(inViewText(el)).to.match(/:\s1$/);
  });

  it('says that there is none, that the text is too short, and that the service fails', async () => {
    stubResponses.set(PATH, {features: []});
    const el = await show();
    await search(el, 'nulle part');
    expect(queryTexts(el, '.address p').join()).to.match(
      /Aucune adresse trouvée pour «\snulle part/,
    );
    asked.length = 0;
    await search(el, 'ab');
    expect(alerts(el)).to.deep.equal(['Saisissez au moins trois caractères.']);
    expect(asked).to.deep.equal([]);
    stubResponses.set(PATH, '<html>');
    await search(el, 'autre chose');
    expect(alerts(el)).to.deep.equal(['Ces données ne peuvent pas être lues.']);
    await expect(el).to.be.accessible();
  });

  it('leaves out results without a valid position, and shows labels as text', async () => {
    stubResponses.set(PATH, {
      features: [
        null,
        {geometry: {coordinates: '3,50'}, properties: {label: 'A'}},
        found('B', '3.63'),
        found('C', 3, 91),
        found(''),
        {geometry: null, properties: null},
        found('<b>Ors</b>'),
      ],
    });
    const el = await show();
    await search(el, 'ors partout');
    expect(queryTexts(el, '.addresses button')).to.deep.equal(['<b>Ors</b>']);
  });

  it('is absent by default, and if the page has no consent', async () => {
    expect(queryAll(await show('denied'), '.address').length).to.equal(0);
    expect(queryAll(await show('granted', ''), '.address').length).to.equal(0);
  });
});
