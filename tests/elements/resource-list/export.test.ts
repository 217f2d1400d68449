import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {Downloads} from '../../support/downloads.js';
import {queryAll, queryTexts, statusText, waitForStatus} from '../../support/widget-fixture.js';
import {threeResources, manyResources} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const list = html`<spass-resource-list type="document"></spass-resource-list>`;

describe('<spass-resource-list> export', () => {
  let downloads: Downloads;
  beforeEach(() => (downloads = new Downloads()));
  afterEach(() => downloads.restore());

  const press = (el: SpassResourceList) => queryAll(el, '[part=foot] .quiet')[0]?.click();
  /** Resolves when the button is no longer busy. */
  const exportDone = async (el: SpassResourceList) => {
    for (let i = 0; i < 50 && queryAll(el, '[part=foot] [aria-busy=true]').length; i++)
      await new Promise(requestAnimationFrame);
  };

  it('requests all matches on a click only, and downloads one file', async () => {
    const server = new StubServer({resources: manyResources(30)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(server.queries.map(({method: how}) => how)).to.deep.equal(['find']);
    server.isHeld = true;
    press(el);
    press(el);
    await el.updateComplete;
    expect(statusText(el)).to.equal('Préparation du fichier…');
    const {method: how, query} = server.queries[1] ?? {};
    expect([how, query?.type, query?.limit]).to.deep.equal(['all', ['document'], undefined]);
    server.queries[1]?.answer();
    await exportDone(el);
    expect(server.queries.length).to.equal(2);
    expect(downloads.names).to.deep.equal(['ressources.csv']);
    const lines = (await downloads.files[0]?.text())?.trim().split('\r\n');
    expect(lines?.length).to.equal(16);
    expect(queryTexts(el, '[part=foot] span')[0]).to.equal('ressources.csv : 15 résultats');
    await waitForStatus(el, 'ressources.csv : 15 résultats');
  });

  it('shows how many records are not in the file', async () => {
    const server = new StubServer({resources: manyResources(30)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.extra = {total: 50_000};
    press(el);
    await el.updateComplete;
    await exportDone(el);
    await waitForStatus(el, 'ressources.csv : 15 sur 50 000');
  });

  it('shows an error if it fails, and tries again', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isBroken = true;
    press(el);
    await el.updateComplete;
    await exportDone(el);
    await waitForStatus(el, 'Le fichier n’a pas pu être préparé.');
    server.isBroken = false;
    press(el);
    await el.updateComplete;
    await exportDone(el);
    expect(downloads.names.length).to.equal(1);
  });

  it('aborts its request when it is removed from the page', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    press(el);
    await el.updateComplete;
    await exportDone(el);
    server.isHeld = true;
    press(el);
    await el.updateComplete;
    el.remove();
    expect(server.queries.at(-1)?.signal.aborted).to.equal(true);
    expect(downloads.revoked).to.deep.equal(['blob:1']);
    server.queries.at(-1)?.answer();
    await el.updateComplete;
    expect(downloads.names.length).to.equal(1);
  });
});
