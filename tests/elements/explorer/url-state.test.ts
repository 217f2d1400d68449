import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassExplorer} from '../../../src/index.js';
import {queryAll} from '../../support/widget-fixture.js';
import {
  visibleViews,
  renderExplorer,
  NARROW,
  openTab,
  selectedTabs,
  widgetIn,
} from '../../support/explorer.js';
import {portalData} from '../../support/portal-data.js';
import {navigate, currentUrl, pushCount} from '../../support/url.js';

const explorer = (group = '') =>
  html`<spass-explorer sync-url group=${group} .items=${[portalData]}></spass-explorer>`;

describe('<spass-explorer sync-url>', () => {
  const before = location.href;
  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(() => history.replaceState(null, '', before));

  it('keeps view and selection in the URL, and changes nothing else there', async () => {
    navigate('?a=1&explorer.autre=x');
    const el = await renderExplorer(NARROW, explorer());
    const entries = pushCount();
    expect(currentUrl()).to.equal('?a=1&explorer.autre=x#ici');
    await openTab(el, 'Carte');
    expect(currentUrl()).to.equal('?a=1&explorer.autre=x&explorer.view=map#ici');
    queryAll(widgetIn(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    expect(currentUrl()).to.equal(
      '?a=1&explorer.autre=x&explorer.view=map&explorer.family=theme#ici',
    );
    await openTab(el, 'Portails');
    expect(currentUrl(), 'the first view needs no word').to.equal(
      '?a=1&explorer.autre=x&explorer.family=theme#ici',
    );
    expect(history.state).to.deep.equal({mine: 1});
    expect(pushCount(), 'a choice can be undone').to.be.above(entries);
  });

  it('starts with the view in the URL, and renders no other', async () => {
    navigate('?mien.view=timeline');
    const el = await renderExplorer(NARROW, explorer('mien'));
    expect(selectedTabs(el)).to.deep.equal(['Programmes']);
    expect(visibleViews(el)).to.deep.equal(['programme-timeline']);
    expect(queryAll(el, '.widget').length).to.equal(1);
  });

  it('ignores an invalid view', async () => {
    navigate('?explorer.view=constructor');
    const el = await renderExplorer(NARROW, explorer());
    expect(selectedTabs(el)).to.deep.equal(['Portails']);
    navigate('?explorer.view=map');
    const fewer = await renderExplorer(
      NARROW,
      html`<spass-explorer
        sync-url
        group="peu"
        views="list cards"
        .items=${[portalData]}
      ></spass-explorer>`,
    );
    expect(selectedTabs(fewer)).to.deep.equal(['Ressources']);
  });

  it('follows the browser’s Back button', async () => {
    navigate('?explorer.view=list');
    const el = await renderExplorer(NARROW, explorer());
    history.pushState(null, '', '?explorer.view=map');
    history.pushState(null, '', '?x=1');
    history.back();
    await oneEvent(window, 'popstate');
    await el.loadComplete;
    expect(selectedTabs(el)).to.deep.equal(['Carte']);
  });

  it('leaves the URL unchanged without the attribute', async () => {
    navigate('?explorer.view=map');
    const el = await renderExplorer(
      NARROW,
      html`<spass-explorer .items=${[portalData]}></spass-explorer>`,
    );
    expect(selectedTabs(el)).to.deep.equal(['Portails']);
    await openTab(el, 'Ressources');
    expect(currentUrl()).to.equal('?explorer.view=map#ici');
    el.setAttribute('sync-url', '');
    await el.updateComplete;
    await el.loadComplete;
    expect(selectedTabs(el)).to.deep.equal(['Carte']);
    expect((el as SpassExplorer).syncUrl).to.equal(true);
  });
});
