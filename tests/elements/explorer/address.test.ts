import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassExplorer} from '../../../src/index.js';
import {all} from '../../support/element.js';
import {drawn, exploring, NARROW, open, selected, within} from '../../support/explorer.js';
import {whole} from '../../support/whole.js';

const explorer = (group = '') =>
  html`<spass-explorer sync-url group=${group} .items=${[whole]}></spass-explorer>`;
const go = (search: string) => history.replaceState({mine: 1}, '', `${search}#ici`);
const address = () => decodeURIComponent(location.search) + location.hash;

describe('<spass-explorer sync-url>', () => {
  const before = location.href;
  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(() => history.replaceState(null, '', before));

  it('keeps view and selection in the URL, and changes nothing else there', async () => {
    go('?a=1&explorer.autre=x');
    const el = await exploring(NARROW, explorer());
    const entries = history.length;
    expect(address()).to.equal('?a=1&explorer.autre=x#ici');
    await open(el, 'Carte');
    expect(address()).to.equal('?a=1&explorer.autre=x&explorer.view=map#ici');
    all(within(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    expect(address()).to.equal('?a=1&explorer.autre=x&explorer.view=map&explorer.family=theme#ici');
    await open(el, 'Portails');
    expect(address(), 'the first view needs no word').to.equal(
      '?a=1&explorer.autre=x&explorer.family=theme#ici',
    );
    expect(history.state).to.deep.equal({mine: 1});
    expect(history.length).to.equal(entries);
  });

  it('starts with the view in the URL, and renders no other', async () => {
    go('?mien.view=timeline');
    const el = await exploring(NARROW, explorer('mien'));
    expect(selected(el)).to.deep.equal(['Programmes']);
    expect(drawn(el)).to.deep.equal(['programme-timeline']);
    expect(all(el, '.widget').length).to.equal(1);
  });

  it('ignores an invalid view', async () => {
    go('?explorer.view=constructor');
    const el = await exploring(NARROW, explorer());
    expect(selected(el)).to.deep.equal(['Portails']);
    go('?explorer.view=map');
    const fewer = await exploring(
      NARROW,
      html`<spass-explorer
        sync-url
        group="peu"
        views="list cards"
        .items=${[whole]}
      ></spass-explorer>`,
    );
    expect(selected(fewer)).to.deep.equal(['Ressources']);
  });

  it('follows the browser’s Back button', async () => {
    go('?explorer.view=list');
    const el = await exploring(NARROW, explorer());
    history.pushState(null, '', '?explorer.view=map');
    history.pushState(null, '', '?x=1');
    history.back();
    await oneEvent(window, 'popstate');
    await el.loadComplete;
    expect(selected(el)).to.deep.equal(['Carte']);
  });

  it('leaves the URL unchanged without the attribute', async () => {
    go('?explorer.view=map');
    const el = await exploring(NARROW, html`<spass-explorer .items=${[whole]}></spass-explorer>`);
    expect(selected(el)).to.deep.equal(['Portails']);
    await open(el, 'Ressources');
    expect(address()).to.equal('?explorer.view=map#ici');
    el.setAttribute('sync-url', '');
    await el.updateComplete;
    await el.loadComplete;
    expect(selected(el)).to.deep.equal(['Carte']);
    expect((el as SpassExplorer).syncUrl).to.equal(true);
  });
});
