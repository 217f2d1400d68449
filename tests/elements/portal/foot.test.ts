import {stubResponses} from '../../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/all.js';
import type {SpassPortal} from '../../../src/index.js';
import {allCollections} from '../../support/all-collections.js';
import {
  collapseSpaces,
  shown,
  visibleElements,
  visibleTexts,
  WIDGETS,
  widgetTemplate,
} from '../../support/widgets.js';
import {queryAll} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const attribution = {
  text: {fr: 'CAUE du Nord', nl: 'CAUE van het Noorderdepartement'},
  url: 'https://caue.example/',
  licence: 'Licence ouverte 2.0',
  updated: '2026-11-01',
  lang: 'fr',
};
const publish = (path: string, extra: object): void =>
  void stubResponses.set(path, {version: '1', ...allCollections, ...extra});
publish('/credited.json', {attribution, contact: 'mailto:a@caue.example'});
publish('/other.json', {attribution: {text: 'Ville d’Ors'}});
publish('/silent.json', {});

const show = async (content: unknown, {api = '/credited.json', lang = 'fr'} = {}) => {
  const page = await fixture(
    html`<div lang=${lang}><spass-portal api=${api}>${content}</spass-portal></div>`,
  );
  const portal = page.querySelector<SpassPortal>('spass-portal')!;
  await shown(portal);
  return portal;
};
/** Footer of the portal itself, once it is there. */
const footOf = async (portal: Element): Promise<HTMLElement> => {
  await waitUntil(() => queryAll(portal, '[part=foot]').length > 0, 'a footer of the portal');
  return queryAll(portal, '[part=foot]')[0]!;
};
const readable = ({innerText}: HTMLElement): string => collapseSpaces(innerText);
const cards = html`<spass-portal-cards limit="1"></spass-portal-cards>`;

describe('the footer of <spass-portal>', () => {
  it('names source, licence, date and contact once for all the widgets inside', async () => {
    const portal = await show(WIDGETS.map(widget => widgetTemplate(widget)));
    const foot = await footOf(portal);
    const everything = visibleTexts(portal, '[part=foot]').join(' ');
    for (const text of ['CAUE du Nord', 'Licence ouverte', '1er novembre 2026', 'Signaler une'])
      expect(everything.split(text).length, text).to.equal(2);
    expect([...foot.querySelectorAll('a')].map(({href}) => href)).to.deep.equal([
      attribution.url,
      'mailto:a@caue.example',
    ]);
    expect(foot.getBoundingClientRect().top).to.be.least(
      portal.lastElementChild!.getBoundingClientRect().bottom,
    );
    await expect(portal).to.be.accessible();
  });

  it('leaves a widget the credits of its own data, and a map those of its background', async () => {
    const portal = await show(
      html`<spass-project-map></spass-project-map
        ><spass-resource-list api="/other.json"></spass-resource-list>`,
    );
    await footOf(portal);
    const [map, list] = portal.children;
    expect(visibleTexts(list!, '[part=foot]').join()).to.contain('Ville d’Ors');
    await waitUntil(() => visibleElements(map!, '.credit').length > 0, 'a map');
    expect(visibleTexts(map!, '.credit').join()).to.contain('Natural Earth');
    expect(visibleTexts(map!, '[part=foot]').join()).not.to.match(/Source|Ors|Natural Earth/);
    expect(readable(await footOf(portal))).not.to.match(/Ors|Natural Earth/);
  });

  it('is in the language of the portal, with each name in its own', async () => {
    const portal = await show(cards, {lang: 'nl'});
    const foot = await footOf(portal);
    await waitUntil(() => readable(foot).includes('Bron'));
    expect(readable(foot)).to.contain('CAUE van het Noorderdepartement');
    expect(foot.closest('[lang]')?.getAttribute('lang')).to.equal('nl');
    const licence = [...foot.querySelectorAll('[lang=fr]')].map(({textContent}) => textContent);
    expect(licence).to.deep.equal(['Licence ouverte 2.0']);
  });

  it('has no link to report an error if the widgets hide it, but always the attribution', async () => {
    const portal = await show(html`<spass-portal-cards hide="foot-details"></spass-portal-cards>`);
    expect(readable(await footOf(portal))).to.match(/CAUE du Nord.*Licence.*2026$/);
  });

  it('goes with the last widget that it names the source of', async () => {
    const portal = await show(cards);
    await footOf(portal);
    portal.firstElementChild!.remove();
    await waitUntil(() => queryAll(portal, '[part=foot]').length === 0);
  });

  it('is absent if the data name no source', async () => {
    const portal = await show(cards, {api: '/silent.json'});
    expect(visibleElements(portal, '[part=foot]')).to.deep.equal([]);
  });
});
