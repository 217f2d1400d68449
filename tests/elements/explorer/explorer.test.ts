import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {strangers, viewNames, pairsOf} from '../../../src/elements/explorer/views.js';
import type {SpassExplorer} from '../../../src/index.js';
import {settled} from '../../support/detail.js';
import {all, texts} from '../../support/element.js';
import {
  drawn,
  exploring,
  NARROW,
  open,
  resize,
  tabs,
  WIDE,
  within,
} from '../../support/explorer.js';
import {given} from '../../support/given.js';
import {StubServer} from '../../support/stub-server.js';
import {whole} from '../../support/whole.js';

const lines: string[] = [];
const {warn} = console;
before(() => setViewport({width: 1280, height: 900}));
beforeEach(() => {
  lines.length = 0;
  console.warn = (line: string) => void lines.push(line);
});
afterEach(() => {
  console.warn = warn;
});

const links = (el: SpassExplorer, noun: string) => texts(within(el, noun), '[part~=link]');
const family = async (el: SpassExplorer, name: string) => {
  all(within(el, 'family-filter'), `.toggle.${name}`)[0]?.click();
  await el.updateComplete;
  await el.loadComplete;
};
const explorer = (views: string) =>
  html`<spass-explorer limit="6" views=${views} .items=${[whole]}></spass-explorer>`;

describe('<spass-explorer>', () => {
  it('shows all views side by side if there is space, each under its name', async () => {
    const el = await exploring(WIDE);
    expect(drawn(el)).to.deep.equal([
      'portal-cards',
      'resource-list',
      'project-map',
      'programme-timeline',
    ]);
    expect(tabs(el)).to.deep.equal([]);
    expect(texts(el, '.view h3')).to.deep.equal(['Portails', 'Ressources', 'Carte', 'Programmes']);
    expect(all(el, '.view').map(view => view.getAttribute('aria-labelledby'))).to.deep.equal(
      ['cards', 'list', 'map', 'timeline'].map(view => `name-${view}`),
    );
    expect(all(within(el, 'portal-cards'), 'h4').length).to.equal(whole.portals.length);
    const [list, map] = all(el, '.view').slice(1, 3);
    expect(list!.offsetTop).to.equal(map!.offsetTop);
    expect(list!.offsetLeft < map!.offsetLeft).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('shows one view at a time otherwise, and renders no other', async () => {
    const el = await exploring(NARROW);
    expect(drawn(el)).to.deep.equal(['portal-cards']);
    expect(all(el, '.view > *').length, 'no other widget').to.equal(5);
    expect(tabs(el)).to.deep.equal(['Portails', 'Ressources', 'Carte', 'Programmes']);
    await expect(el).to.be.accessible();
    await open(el, 'Carte');
    expect(drawn(el)).to.deep.equal(['project-map']);
    await expect(el).to.be.accessible();
  });

  it('applies a choice in one view to all', async () => {
    const el = await exploring(WIDE);
    await family(el, 'theme');
    expect(links(el, 'portal-cards').length).to.equal(1);
    expect(links(el, 'project-map')).to.include('Observatoire des arbres');
    expect(links(el, 'project-map')).not.to.include('Clim@Dunes');
    await resize(el, NARROW);
    expect(links(el, 'portal-cards').length).to.equal(1);
    await open(el, 'Carte');
    expect(links(el, 'project-map')).to.include('Observatoire des arbres');
    expect(links(el, 'project-map')).not.to.include('Clim@Dunes');
  });

  it('keeps the state of a view while it is hidden', async () => {
    const el = await exploring(NARROW, explorer('list cards'));
    const field = all<HTMLInputElement>(within(el, 'resource-list'), 'input[type=search]')[0]!;
    field.value = 'atlas';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await el.loadComplete;
    await open(el, 'Portails');
    await open(el, 'Ressources');
    expect(all(within(el, 'resource-list'), 'input[type=search]')[0]).to.equal(field);
    expect(links(el, 'resource-list')).to.deep.equal(['Atlas de Flandre']);
  });

  it('shows the requested views, in order', async () => {
    const el = await exploring(WIDE, explorer('map list'));
    expect(drawn(el)).to.deep.equal(['project-map', 'resource-list']);
    el.setAttribute('views', 'timeline');
    await el.loadComplete;
    expect(drawn(el)).to.deep.equal(['programme-timeline']);
    expect(texts(el, '.view h3'), 'one view alone has no name').to.deep.equal([]);
    el.removeAttribute('views');
    await el.loadComplete;
    expect(drawn(el).length).to.equal(4);
    expect(lines).to.deep.equal([]);
  });

  it('warns of an invalid word in "views", and ignores it', async () => {
    const el = await exploring(WIDE, explorer('carte list'));
    expect(drawn(el)).to.deep.equal(['resource-list']);
    expect(lines).to.deep.equal([
      '<spass-explorer>: views: there is no "carte", but cards, list, map, timeline',
    ]);
    expect(viewNames.fromAttribute('carte frise').length, 'all of them').to.equal(4);
    expect(viewNames.fromAttribute('map, map list')).to.deep.equal(['map', 'list']);
    expect(strangers('map  x\ty')).to.deep.equal(['x', 'y']);
  });

  it('puts views side by side in pairs, and the timeline on its own row', () => {
    expect(pairsOf(['cards', 'list', 'map', 'timeline'])).to.deep.equal([
      ['cards'],
      ['list', 'map'],
      ['timeline'],
    ]);
    expect(pairsOf(['list', 'timeline', 'cards', 'map'])).to.deep.equal([
      ['list'],
      ['timeline'],
      ['cards', 'map'],
    ]);
  });

  it('passes the page’s attributes on to its views', async () => {
    const el = await exploring(
      WIDE,
      html`<spass-explorer
        .items=${[whole]}
        limit="2"
        skin="caue"
        heading-level="2"
        facets=""
        group-by="family"
        family="acteur"
        center="50.5,3"
        zoom="9"
        fit="none"
      ></spass-explorer>`,
    );
    const list = within(el, 'resource-list');
    expect(list.getAttribute('skin')).to.equal('caue');
    expect(all(list, '[part=facets]').length).to.equal(0);
    expect(all(within(el, 'portal-cards'), '[part=group]').length).to.equal(1);
    expect(texts(el, '.view h2').length).to.equal(4);
    const map = within(el, 'project-map') as HTMLElement & {zoom?: number; limit?: number};
    expect([map.zoom, map.limit]).to.deep.equal([9, 2]);
    expect(all(el, 'spass-family-filter').length, 'nothing to choose from').to.equal(0);
  });

  it('opens a record of its list in place if the page requests it', async () => {
    const el = await exploring(
      WIDE,
      html`<spass-explorer .items=${[whole]} limit="2" detail="inline"></spass-explorer>`,
    );
    const list = el.shadowRoot?.querySelector('spass-resource-list');
    const openers = (one: Element) => all(one, '.opener');
    if (!list) throw new Error('no list');
    openers(list)[0]?.click();
    await settled(list);
    expect(all(list, '[part=detail]').length).to.equal(1);
    expect(openers(within(await exploring(WIDE), 'resource-list'))).to.deep.equal([]);
  });

  it('applies a territory to every view', async () => {
    const here = {name: 'Ors', insee: '59450'};
    const there = {name: 'Arras', insee: '62041'};
    const of = (title: string, commune: object) => ({
      id: title,
      title,
      url: `https://example.org/${title}`,
      commune,
      geo: {lat: 50.1, lon: 3.6},
    });
    const records = [of('Abris', here), of('Beffroi', there)];
    const el = await exploring(
      WIDE,
      html`<spass-explorer
        views="list map"
        departement="59"
        .items=${[{resources: records, projects: records}]}
      ></spass-explorer>`,
    );
    expect(links(el, 'resource-list')).to.deep.equal(['Abris']);
    expect(links(el, 'project-map')).to.deep.equal(['Abris']);
  });

  it('shows the attribution and the age of the data once', async () => {
    const server = new StubServer(whole);
    server.extra = {
      attribution: {text: 'CAUE du Nord', licence: 'Licence Ouverte 2.0', updated: '2026-11-01'},
      contact: 'https://example.org/contact',
      staleSince: new Date(2026, 10, 3),
    };
    const el = await exploring(
      WIDE,
      given(server, html`<spass-explorer sync-url></spass-explorer>`),
    );
    expect(texts(el, '[part=foot]')).to.deep.equal([
      'Source : CAUE du NordLicence : Licence Ouverte 2.0mis à jour le 1 novembre 2026' +
        'Signaler une erreurCopier le lien de cette sélection',
    ]);
    expect(texts(el, '.notice')).to.deep.equal([
      'Le serveur ne répond pas : données du 3 novembre 2026.',
    ]);
    for (const noun of ['family-filter', 'portal-cards', 'resource-list', 'project-map'])
      expect(within(el, noun).shadowRoot?.textContent).not.to.match(/Licence Ouverte|3 novembre/);
  });

  it('is the same after a move', async () => {
    const el = await exploring(NARROW);
    await open(el, 'Ressources');
    await family(el, 'acteur');
    const before = links(el, 'resource-list');
    const place = el.parentElement!;
    el.remove();
    await el.loadComplete;
    place.append(el);
    await el.loadComplete;
    expect(drawn(el)).to.deep.equal(['resource-list']);
    expect(links(el, 'resource-list')).to.deep.equal(before);
  });

  it('uses the language of the page', async () => {
    for (const [lang, names] of Object.entries({
      nl: ['Portalen', 'Bronnen', 'Kaart', 'Programma’s'],
      en: ['Portals', 'Resources', 'Map', 'Programmes'],
      de: ['Portale', 'Materialien', 'Karte', 'Programme'],
    })) {
      const el = await exploring(
        NARROW,
        html`<spass-explorer lang=${lang} .items=${[whole]}></spass-explorer>`,
      );
      expect(tabs(el)).to.deep.equal(names);
    }
  });
});
