import {expect, html} from '@open-wc/testing';
import '../../src/define/project-map.js';
import '../../src/define/resource-list.js';
import type {SpassProjectMap, SpassResourceList} from '../../src/index.js';
import {all, texts} from '../support/element.js';
import {inView, listed} from '../support/project-map.js';
import {mapped} from '../support/projects.js';
import {few} from '../support/resources.js';
import {shownUnder, StubServer} from '../support/sources.js';

describe('records too many to be given one by one', () => {
  it('are marks on the map, and its list says to come nearer', async () => {
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

  it('are said to be more than the marks tell where a file keeps no count', async () => {
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

  it('have no list, search, filters or export, and the list says why', async () => {
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
