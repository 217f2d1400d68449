import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {layoutRows} from '../../../src/elements/explorer/layout-controller.js';
import {unknownViews} from '../../../src/elements/explorer/view-loads.js';
import {viewNames} from '../../../src/elements/explorer/views.js';
import type {SpassExplorer, SpassProjectMap} from '../../../src/index.js';
import {listUpdated} from '../../support/detail.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {
  visibleViews,
  renderExplorer,
  NARROW,
  openTab,
  resize,
  tabNames,
  WIDE,
  widgetIn,
} from '../../support/explorer.js';
import {withSource} from '../../support/source-provider.js';
import {StubServer} from '../../support/stub-server.js';
import {portalData} from '../../support/portal-data.js';
import {recordWarnings} from '../../support/console.js';

const lines = recordWarnings();
before(() => setViewport({width: 1280, height: 900}));

const links = (el: SpassExplorer, noun: string) => queryTexts(widgetIn(el, noun), '[part~=link]');
const family = async (el: SpassExplorer, name: string) => {
  queryAll(widgetIn(el, 'family-filter'), `.toggle.${name}`)[0]?.click();
  await el.updateComplete;
  await el.loadComplete;
};
const explorer = (views: string) =>
  html`<spass-explorer limit="6" views=${views} .items=${[portalData]}></spass-explorer>`;

describe('<spass-explorer>', () => {
  it('has the names of views side by side on one line, also of the first two', async () => {
    for (const views of ['map list', 'cards list map']) {
      const el = await renderExplorer(WIDE, explorer(views));
      const tops = queryAll(el, '.half > .name').map(name => {
        const {paddingTop} = getComputedStyle(name);
        return Math.round(name.getBoundingClientRect().top + parseFloat(paddingTop));
      });
      expect(tops.length).to.equal(2);
      expect(tops[0], views).to.be.closeTo(tops[1]!, 1);
    }
  });

  it('shows all views side by side if there is space, each under its name', async () => {
    const el = await renderExplorer(WIDE);
    expect(visibleViews(el)).to.deep.equal([
      'portal-cards',
      'resource-list',
      'project-map',
      'programme-timeline',
    ]);
    expect(tabNames(el)).to.deep.equal([]);
    expect(queryTexts(el, '.view h3')).to.deep.equal([
      'Portails',
      'Ressources',
      'Carte',
      'Programmes',
    ]);
    expect(queryAll(el, '.view').map(view => view.getAttribute('aria-labelledby'))).to.deep.equal(
      ['cards', 'list', 'map', 'timeline'].map(view => `name-${view}`),
    );
    expect(queryAll(widgetIn(el, 'portal-cards'), 'h4').length).to.equal(portalData.portals.length);
    const [list, map] = queryAll(el, '.view').slice(1, 3);
    expect(list!.offsetTop).to.equal(map!.offsetTop);
    expect(list!.offsetLeft < map!.offsetLeft).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('shows one view at a time otherwise, and renders no other', async () => {
    const el = await renderExplorer(NARROW);
    expect(visibleViews(el)).to.deep.equal(['portal-cards']);
    expect(queryAll(el, '.view > *').length, 'no other widget').to.equal(5);
    expect(tabNames(el)).to.deep.equal(['Portails', 'Ressources', 'Carte', 'Programmes']);
    await expect(el).to.be.accessible();
    await openTab(el, 'Carte');
    expect(visibleViews(el)).to.deep.equal(['project-map']);
    await expect(el).to.be.accessible();
  });

  it('has its tabs on one line on a phone of 390 px, and in pairs on a narrower one', async () => {
    for (const [width, count] of [
      ['358px', 1],
      ['328px', 2],
    ] as const) {
      const el = await renderExplorer(width);
      // A wide font, if it is installed.
      el.style.fontFamily = "'Noto Sans', sans-serif";
      const tops = queryAll(el, '.tab').map(tab => tab.offsetTop);
      expect(new Set(tops).size, width).to.equal(count);
    }
  });

  it('applies a choice in one view to all', async () => {
    const el = await renderExplorer(WIDE);
    await family(el, 'theme');
    expect(links(el, 'portal-cards').length).to.equal(1);
    expect(links(el, 'project-map')).to.include('Observatoire des arbres');
    expect(links(el, 'project-map')).not.to.include('Clim@Dunes');
    await resize(el, NARROW);
    expect(links(el, 'portal-cards').length).to.equal(1);
    await openTab(el, 'Carte');
    expect(links(el, 'project-map')).to.include('Observatoire des arbres');
    expect(links(el, 'project-map')).not.to.include('Clim@Dunes');
  });

  it('keeps the state of a view while it is hidden', async () => {
    const el = await renderExplorer(NARROW, explorer('list cards'));
    const field = queryAll<HTMLInputElement>(
      widgetIn(el, 'resource-list'),
      'input[type=search]',
    )[0]!;
    field.value = 'atlas';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await el.loadComplete;
    await openTab(el, 'Portails');
    await openTab(el, 'Ressources');
    expect(queryAll(widgetIn(el, 'resource-list'), 'input[type=search]')[0]).to.equal(field);
    expect(links(el, 'resource-list')).to.deep.equal(['Atlas de Flandre']);
  });

  it('shows the requested views, in order', async () => {
    const el = await renderExplorer(WIDE, explorer('map list'));
    expect(visibleViews(el)).to.deep.equal(['project-map', 'resource-list']);
    el.setAttribute('views', 'timeline');
    await el.loadComplete;
    expect(visibleViews(el)).to.deep.equal(['programme-timeline']);
    expect(queryTexts(el, '.view h3'), 'one view alone has no name').to.deep.equal([]);
    el.removeAttribute('views');
    await el.loadComplete;
    expect(visibleViews(el).length).to.equal(4);
    expect(lines).to.deep.equal([]);
  });

  it('warns of an invalid word in "views", and ignores it', async () => {
    const el = await renderExplorer(WIDE, explorer('carte list'));
    expect(visibleViews(el)).to.deep.equal(['resource-list']);
    expect(lines).to.deep.equal([
      '<spass-explorer>: views: there is no "carte", but cards, list, map, timeline',
    ]);
    expect(viewNames.fromAttribute('carte frise').length, 'all of them').to.equal(4);
    expect(viewNames.fromAttribute('map, map list')).to.deep.equal(['map', 'list']);
    expect(unknownViews('map  x\ty')).to.deep.equal(['x', 'y']);
  });

  it('puts views side by side in pairs, and the timeline on its own row', () => {
    expect(layoutRows(['cards', 'list', 'map', 'timeline'])).to.deep.equal([
      ['cards'],
      ['list', 'map'],
      ['timeline'],
    ]);
    expect(layoutRows(['list', 'timeline', 'cards', 'map'])).to.deep.equal([
      ['list'],
      ['timeline'],
      ['cards', 'map'],
    ]);
  });

  it('passes the page’s attributes on to its views', async () => {
    const el = await renderExplorer(
      WIDE,
      html`<spass-explorer
        .items=${[portalData]}
        limit="2"
        skin="caue"
        heading-level="2"
        facets=""
        group-by="family"
        family="acteur"
        center="50.5,3"
        zoom="9"
        fit="none"
        shapes="marks"
        geocoder="ban"
        consent="denied"
      ></spass-explorer>`,
    );
    const list = widgetIn(el, 'resource-list');
    for (const view of [list, widgetIn(el, 'project-map')] as Partial<SpassProjectMap>[])
      expect([view.geocoder, view.consent]).to.deep.equal(['ban', 'denied']);
    expect(list.getAttribute('skin')).to.equal('caue');
    expect(queryAll(list, '[part=facets]').length).to.equal(0);
    expect(queryAll(widgetIn(el, 'portal-cards'), '[part=group]').length).to.equal(1);
    expect(queryTexts(el, '.view h2').length).to.equal(4);
    const map = widgetIn(el, 'project-map') as Partial<SpassProjectMap>;
    expect([map.zoom, map.limit, map.shapes]).to.deep.equal([9, 2, 'marks']);
    expect(queryAll(el, 'spass-family-filter').length, 'nothing to choose from').to.equal(0);
  });

  it('fills the rows of its timeline, also with lists of few records', async () => {
    const el = await renderExplorer(
      WIDE,
      html`<spass-explorer .items=${[portalData]} limit="1"></spass-explorer>`,
    );
    expect(queryAll(widgetIn(el, 'resource-list'), '.row').length).to.equal(1);
    expect(queryAll(widgetIn(el, 'programme-timeline'), '.bar').length).to.be.above(1);
  });

  it('opens a record of its list in place if the page requests it', async () => {
    const el = await renderExplorer(
      WIDE,
      html`<spass-explorer .items=${[portalData]} limit="2" detail="inline"></spass-explorer>`,
    );
    const list = el.shadowRoot?.querySelector('spass-resource-list');
    const openers = (one: Element) => queryAll(one, '.opener');
    if (!list) throw new Error('no list');
    openers(list)[0]?.click();
    await listUpdated(list);
    expect(queryAll(list, '[part=detail]').length).to.equal(1);
    expect(openers(widgetIn(await renderExplorer(WIDE), 'resource-list'))).to.deep.equal([]);
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
    const el = await renderExplorer(
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
    const server = new StubServer(portalData);
    server.extra = {
      attribution: {text: 'CAUE du Nord', licence: 'Licence Ouverte 2.0', updated: '2026-11-01'},
      contact: 'https://example.org/contact',
      staleSince: new Date(2026, 10, 3),
    };
    const el = await renderExplorer(
      WIDE,
      withSource(server, html`<spass-explorer sync-url></spass-explorer>`),
    );
    expect(queryTexts(el, '[part=foot]')).to.deep.equal([
      'Source : CAUE du NordLicence : Licence Ouverte 2.0mis à jour le 1er novembre 2026' +
        'Signaler une erreurCopier le lien de cette sélection',
    ]);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Le serveur ne répond pas : données du 3 novembre 2026. Réessayer',
    ]);
    for (const noun of ['family-filter', 'portal-cards', 'resource-list', 'project-map'])
      expect(widgetIn(el, noun).shadowRoot?.textContent).not.to.match(/Licence Ouverte|3 novembre/);
  });

  it('is the same after a move', async () => {
    const el = await renderExplorer(NARROW);
    await openTab(el, 'Ressources');
    await family(el, 'acteur');
    const before = links(el, 'resource-list');
    const place = el.parentElement!;
    el.remove();
    await el.loadComplete;
    place.append(el);
    await el.loadComplete;
    expect(visibleViews(el)).to.deep.equal(['resource-list']);
    expect(links(el, 'resource-list')).to.deep.equal(before);
  });
});
