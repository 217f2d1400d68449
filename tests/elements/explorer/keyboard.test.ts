import {expect} from '@open-wc/testing';
import {sendMouse, setViewport} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import type {SpassExplorer} from '../../../src/index.js';
import {queryAll, settled} from '../../support/widget-fixture.js';
import {
  visibleViews,
  renderExplorer,
  NARROW,
  openTab,
  resize,
  selectedTabs,
  tab,
  WIDE,
  widgetIn,
} from '../../support/explorer.js';
import {withSource} from '../../support/source-provider.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {StubServer} from '../../support/stub-server.js';
import {portalData, serverWithoutResources} from '../../support/portal-data.js';
import {deepActiveElement} from '../../support/focus.js';

/** The link that the page has put in the explorer, as the guide advises. */
const fallback = html`<a href="https://example.org/portail">Le portail</a>`;
const withFallback = (): TemplateResult =>
  html`<spass-explorer limit="6" .items=${[portalData]}>${fallback}</spass-explorer>`;

/** True if the reader sees the views, and what the page has put in the explorer no longer. */
const isDrawn = (el: SpassExplorer): boolean =>
  getComputedStyle(queryAll(el, '.body')[0]!).visibility === 'visible' &&
  queryAll(el, 'slot:not([name])').length === 0;

describe('<spass-explorer> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 goes from tab to tab with arrows, Home and End, and opens each', async () => {
    const el = await renderExplorer(NARROW);
    await focusByKeyboard(tab(el, 'Portails'));
    for (const [key, name] of [
      ['ArrowRight', 'Ressources'],
      ['ArrowRight', 'Carte'],
      ['ArrowLeft', 'Ressources'],
      ['End', 'Programmes'],
      ['ArrowRight', 'Portails'],
      ['ArrowLeft', 'Programmes'],
      ['Home', 'Portails'],
    ] as const) {
      await pressKeys(key);
      await settled(el);
      expectFocus(name);
      expect(selectedTabs(el)).to.deep.equal([name]);
      const [panel] = queryAll(el, '[role=tabpanel]:not([hidden])');
      expect(panel?.id).to.equal(deepActiveElement().getAttribute('aria-controls'));
      expect(panel?.getAttribute('aria-labelledby')).to.equal(deepActiveElement().id);
    }
    expect(queryAll(el, '[role=tab][tabindex="0"]').length, 'one stop for all').to.equal(1);
  });

  it('A-04 does not handle the browser’s own keys', async () => {
    const el = await renderExplorer(NARROW);
    await focusByKeyboard(tab(el, 'Portails'));
    await pressKeys('ArrowDown', 'Control>ArrowRight');
    await settled(el);
    expect(selectedTabs(el)).to.deep.equal(['Portails']);
  });

  it('A-04 has the tabs as one stop, before their panel', async () => {
    const el = await renderExplorer(NARROW);
    const stops = await tabStops(el);
    expect(stops.slice(0, 5).map(name => name.split(' ')[0])).to.deep.equal([
      'Toutes',
      'ACTEUR',
      'THÈME',
      'PROJET',
      'Portails',
    ]);
    expect(stops).not.to.include('Ressources');
    expect(stops.length > 5).to.equal(true);
  });

  it('A-04 keeps the focus when the layout changes between tabs and columns', async () => {
    const el = await renderExplorer(NARROW);
    await openTab(el, 'Ressources');
    const link = queryAll(widgetIn(el, 'resource-list'), '[part=link]')[1]!;
    await focusByKeyboard(link);
    await resize(el, WIDE);
    expect(deepActiveElement() === link, 'the same link').to.equal(true);
    const project = queryAll(widgetIn(el, 'programme-timeline'), 'a')[0]!;
    await focusByKeyboard(project);
    await resize(el, NARROW);
    expect(visibleViews(el)).to.deep.equal(['programme-timeline']);
    expect(deepActiveElement() === project, 'the view that has the focus stays').to.equal(true);
  });

  it('A-04 moves the focus to the heading of a view when its tab disappears, and back', async () => {
    const el = await renderExplorer(NARROW);
    await openTab(el, 'Carte');
    await focusByKeyboard(tab(el, 'Carte'));
    await resize(el, WIDE);
    expectFocus('Carte');
    expect(deepActiveElement().id).to.equal('name-map');
    await resize(el, NARROW);
    expect(deepActiveElement() === tab(el, 'Carte'), 'the tab').to.equal(true);
  });

  it('A-04 keeps the focus on a tab whose view opens for the first time, whatever the page put in the explorer', async () => {
    const el = await renderExplorer(NARROW, withFallback());
    await focusByKeyboard(tab(el, 'Portails'));
    for (const [key, name] of [
      ['ArrowRight', 'Ressources'],
      ['ArrowRight', 'Carte'],
      ['End', 'Programmes'],
      ['Home', 'Portails'],
    ] as const) {
      await pressKeys(key);
      // Before the view has its data, and after.
      await el.updateComplete;
      expectFocus(name);
      expect(isDrawn(el), name).to.equal(true);
      await settled(el);
      expectFocus(name);
      expect(selectedTabs(el)).to.deep.equal([name]);
    }
  });

  it('A-04 keeps the focus on a tab that is clicked, while its view is on its way', async () => {
    const server = new StubServer(portalData);
    const el = await renderExplorer(
      NARROW,
      withSource(server, html`<spass-explorer>${fallback}</spass-explorer>`),
    );
    server.isHeld = true;
    const {left, top} = tab(el, 'Ressources').getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 5, Math.ceil(top) + 5]});
    await el.updateComplete;
    expect(deepActiveElement() === tab(el, 'Ressources'), 'while it loads').to.equal(true);
    expect(isDrawn(el)).to.equal(true);
    for (const question of server.queries) question.answer();
    await settled(el);
    expect(deepActiveElement() === tab(el, 'Ressources'), 'once it is drawn').to.equal(true);
  });

  for (const [what, content] of [
    ['nothing', html``],
    ['a link', fallback],
  ] as const)
    it(`A-04 keeps the focus on the tab of a view that fails, and the way back, with ${what} in the explorer`, async () => {
      const el = await renderExplorer(
        NARROW,
        withSource(serverWithoutResources(), html`<spass-explorer>${content}</spass-explorer>`),
      );
      await focusByKeyboard(tab(el, 'Portails'));
      await pressKeys('ArrowRight');
      await settled(el);
      expectFocus('Ressources');
      expect(isDrawn(el)).to.equal(true);
      expect(queryAll(widgetIn(el, 'resource-list'), '[role=alert]').length).to.equal(1);
      await pressKeys('ArrowLeft');
      await settled(el);
      expectFocus('Portails');
      expect(visibleViews(el)).to.deep.equal(['portal-cards']);
    });

  it('A-04 keeps the focus in a view when the page changes the query', async () => {
    const el = await renderExplorer(NARROW, withFallback());
    await focusByKeyboard(queryAll(widgetIn(el, 'portal-cards'), '[part=link]')[0]);
    const name = deepActiveElement().textContent;
    el.items = [portalData];
    await el.updateComplete;
    expect(isDrawn(el), 'on its way').to.equal(true);
    await settled(el);
    expect(isDrawn(el)).to.equal(true);
    expect(deepActiveElement().textContent).to.equal(name);
  });
});
