import {expect} from '@open-wc/testing';
import {sendMouse, setViewport} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import type {SpassExplorer} from '../../../src/index.js';
import {all} from '../../support/element.js';
import {
  drawn,
  exploring,
  NARROW,
  open,
  resize,
  selected,
  tab,
  WIDE,
  within,
} from '../../support/explorer.js';
import {given} from '../../support/given.js';
import {expectFocus, focused, goTo, press, tabStops} from '../../support/keyboard.js';
import {StubServer} from '../../support/stub-server.js';
import {whole, withoutResources} from '../../support/whole.js';

const settled = async (el: SpassExplorer): Promise<void> => {
  await el.updateComplete;
  await el.loadComplete;
};

/** The link that the page has put in the explorer, as the guide advises. */
const fallback = html`<a href="https://example.org/portail">Le portail</a>`;
const withFallback = (): TemplateResult =>
  html`<spass-explorer limit="6" .items=${[whole]}>${fallback}</spass-explorer>`;

/** True if the reader sees the views, and what the page has put in the explorer no longer. */
const isDrawn = (el: SpassExplorer): boolean =>
  getComputedStyle(all(el, '.body')[0]!).visibility === 'visible' &&
  all(el, 'slot:not([name])').length === 0;

describe('<spass-explorer> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 goes from tab to tab with arrows, Home and End, and opens each', async () => {
    const el = await exploring(NARROW);
    await goTo(tab(el, 'Portails'));
    for (const [key, name] of [
      ['ArrowRight', 'Ressources'],
      ['ArrowRight', 'Carte'],
      ['ArrowLeft', 'Ressources'],
      ['End', 'Programmes'],
      ['ArrowRight', 'Portails'],
      ['ArrowLeft', 'Programmes'],
      ['Home', 'Portails'],
    ] as const) {
      await press(key);
      await settled(el);
      expectFocus(name);
      expect(selected(el)).to.deep.equal([name]);
      const [panel] = all(el, '[role=tabpanel]:not([hidden])');
      expect(panel?.id).to.equal(focused().getAttribute('aria-controls'));
      expect(panel?.getAttribute('aria-labelledby')).to.equal(focused().id);
    }
    expect(all(el, '[role=tab][tabindex="0"]').length, 'one stop for all').to.equal(1);
  });

  it('A-04 does not handle the browser’s own keys', async () => {
    const el = await exploring(NARROW);
    await goTo(tab(el, 'Portails'));
    await press('ArrowDown', 'Control>ArrowRight');
    await settled(el);
    expect(selected(el)).to.deep.equal(['Portails']);
  });

  it('A-04 has the tabs as one stop, before their panel', async () => {
    const el = await exploring(NARROW);
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
    const el = await exploring(NARROW);
    await open(el, 'Ressources');
    const link = all(within(el, 'resource-list'), '[part=link]')[1]!;
    await goTo(link);
    await resize(el, WIDE);
    expect(focused() === link, 'the same link').to.equal(true);
    const project = all(within(el, 'programme-timeline'), 'a')[0]!;
    await goTo(project);
    await resize(el, NARROW);
    expect(drawn(el)).to.deep.equal(['programme-timeline']);
    expect(focused() === project, 'the view that has the focus stays').to.equal(true);
  });

  it('A-04 moves the focus to the heading of a view when its tab disappears', async () => {
    const el = await exploring(NARROW);
    await open(el, 'Carte');
    await goTo(tab(el, 'Carte'));
    await resize(el, WIDE);
    expectFocus('Carte');
    expect(focused().id).to.equal('name-map');
  });

  it('A-04 keeps the focus on a tab whose view opens for the first time, whatever the page put in the explorer', async () => {
    const el = await exploring(NARROW, withFallback());
    await goTo(tab(el, 'Portails'));
    for (const [key, name] of [
      ['ArrowRight', 'Ressources'],
      ['ArrowRight', 'Carte'],
      ['End', 'Programmes'],
      ['Home', 'Portails'],
    ] as const) {
      await press(key);
      // Before the view has its data, and after.
      await el.updateComplete;
      expectFocus(name);
      expect(isDrawn(el), name).to.equal(true);
      await settled(el);
      expectFocus(name);
      expect(selected(el)).to.deep.equal([name]);
    }
  });

  it('A-04 keeps the focus on a tab that is clicked, while its view is on its way', async () => {
    const server = new StubServer(whole);
    const el = await exploring(
      NARROW,
      given(server, html`<spass-explorer>${fallback}</spass-explorer>`),
    );
    server.isHeld = true;
    const {left, top} = tab(el, 'Ressources').getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 5, Math.ceil(top) + 5]});
    await el.updateComplete;
    expect(focused() === tab(el, 'Ressources'), 'while it loads').to.equal(true);
    expect(isDrawn(el)).to.equal(true);
    for (const question of server.questions) question.answer();
    await settled(el);
    expect(focused() === tab(el, 'Ressources'), 'once it is drawn').to.equal(true);
  });

  for (const [what, content] of [
    ['nothing', html``],
    ['a link', fallback],
  ] as const)
    it(`A-04 keeps the focus on the tab of a view that fails, and the way back, with ${what} in the explorer`, async () => {
      const el = await exploring(
        NARROW,
        given(withoutResources(), html`<spass-explorer>${content}</spass-explorer>`),
      );
      await goTo(tab(el, 'Portails'));
      await press('ArrowRight');
      await settled(el);
      expectFocus('Ressources');
      expect(isDrawn(el)).to.equal(true);
      expect(all(within(el, 'resource-list'), '[role=alert]').length).to.equal(1);
      await press('ArrowLeft');
      await settled(el);
      expectFocus('Portails');
      expect(drawn(el)).to.deep.equal(['portal-cards']);
    });

  it('A-04 keeps the focus in a view when the page changes what is asked', async () => {
    const el = await exploring(NARROW, withFallback());
    await goTo(all(within(el, 'portal-cards'), '[part=link]')[0]);
    const name = focused().textContent;
    el.items = [whole];
    await el.updateComplete;
    expect(isDrawn(el), 'on its way').to.equal(true);
    await settled(el);
    expect(isDrawn(el)).to.equal(true);
    expect(focused().textContent).to.equal(name);
  });
});
