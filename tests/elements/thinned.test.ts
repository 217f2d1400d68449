import {expect, html} from '@open-wc/testing';
import '../../src/define/project-map.js';
import '../../src/define/resource-list.js';
import type {SpassProjectMap, SpassResourceList} from '../../src/index.js';
import {all, texts} from '../support/element.js';
import {inView, listed} from '../support/project-map.js';
import {mapped} from '../support/projects.js';
import {few} from '../support/resources.js';
import {shownUnder, StubServer} from '../support/sources.js';

describe('points that stand for several records', () => {
  it('are shown on the map, and the list asks to zoom in', async () => {
    const server = new StubServer({projects: mapped});
    server.extra = {thinned: 12_000, total: 12_000};
    const el = await shownUnder<SpassProjectMap>(
      server,
      html`<spass-project-map></spass-project-map>`,
    );
    expect(all(el, '[part=marker], [part=cluster]').length).to.be.greaterThan(0);
    expect(inView(el)).to.contain('Dans cette zone');
    expect(texts(el, '.list p').join()).to.contain('Zoomez pour la liste (≈');
    expect(listed(el)).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('are announced as a lower bound if a file has no record count', async () => {
    const server = new StubServer({projects: mapped, resources: few});
    server.extra = {thinned: 12_000, total: 12_000, isSample: true};
    const el = await shownUnder<SpassProjectMap>(
      server,
      html`<spass-project-map></spass-project-map>`,
    );
    expect(texts(el, '.list p').join()).to.contain('Zoomez pour la liste (au moins');
    const list = await shownUnder<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    expect(texts(list, '.notice')[0]).to.match(/liste \(au moins\s12\s000\)/u);
  });

  it('have no list, search, filters or export, with the reason', async () => {
    const server = new StubServer({resources: few});
    server.extra = {thinned: 1_000_000, total: 1_000_000};
    const el = await shownUnder<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    expect(texts(el, '.notice')[0]).to.match(/Trop de fiches pour une liste \(≈\s1\s000\s000\)/u);
    expect(all(el, 'input, select, [part=link], .foot button').length).to.equal(0);
    await expect(el).to.be.accessible();
  });
});
