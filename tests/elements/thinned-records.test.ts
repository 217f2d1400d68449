import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../src/define/project-map.js';
import '../../src/define/resource-list.js';
import type {SpassProjectMap, SpassResourceList} from '../../src/index.js';
import {queryAll, queryTexts} from '../support/widget-fixture.js';
import {inViewText, listedTitles} from '../support/project-map.js';
import {mapProjects} from '../support/projects.js';
import {threeResources} from '../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../support/source-fixture.js';

describe('points that stand for several records', () => {
  it('are shown on the map, and the list asks to zoom in', async () => {
    const server = new StubServer({projects: mapProjects});
    server.extra = {thinned: 12_000, total: 12_000};
    const el = await loadedFixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map></spass-project-map>`,
    );
    expect(queryAll(el, '[part=marker], [part=cluster]').length).to.be.greaterThan(0);
    expect(inViewText(el)).to.contain('Dans cette zone');
    expect(queryTexts(el, '.list p').join()).to.contain('Zoomez pour la liste (≈');
    expect(listedTitles(el)).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('have their sentence in the middle of the empty column beside a wide map', async () => {
    await setViewport({width: 1280, height: 900});
    try {
      const server = new StubServer({projects: mapProjects});
      server.extra = {thinned: 12_000, total: 12_000};
      const el = await loadedFixtureWithSource<SpassProjectMap>(
        server,
        html`<spass-project-map></spass-project-map>`,
      );
      const text = document.createRange();
      text.selectNodeContents(queryAll(el, '.zoom')[0]!);
      const [sentence, list] = [text, queryAll(el, '.list')[0]!].map(one =>
        one.getBoundingClientRect(),
      );
      expect((sentence!.left + sentence!.right) / 2).to.be.closeTo(
        (list!.left + list!.right) / 2,
        2,
      );
      expect(sentence!.top - list!.top).to.be.above(list!.height / 3);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  it('are announced as a lower bound if a file has no record count', async () => {
    const server = new StubServer({projects: mapProjects, resources: threeResources});
    server.extra = {thinned: 12_000, total: 12_000, isSample: true};
    const el = await loadedFixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map></spass-project-map>`,
    );
    expect(queryTexts(el, '.list p').join()).to.contain('Zoomez pour la liste (au moins');
    const list = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    expect(queryTexts(list, '.notice')[0]).to.match(/liste \(au moins\s12\s000\)/u);
  });

  it('have no list, search, filters or export, with the reason', async () => {
    const server = new StubServer({resources: threeResources});
    server.extra = {thinned: 1_000_000, total: 1_000_000};
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list></spass-resource-list>`,
    );
    expect(queryTexts(el, '.notice')[0]).to.match(
      /Trop de fiches pour une liste \(≈\s1\s000\s000\)/u,
    );
    expect(queryAll(el, 'input, select, [part=link], .foot button').length).to.equal(0);
    await expect(el).to.be.accessible();
  });
});
