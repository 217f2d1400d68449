import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {Downloads} from '../../support/downloads.js';
import {all, texts} from '../../support/element.js';
import {few, many} from '../../support/resources.js';
import {shownUnder, StubServer} from '../../support/sources.js';

const list = html`<spass-resource-list type="document"></spass-resource-list>`;
const said = (el: SpassResourceList) => texts(el, '[role=status]')[0];

describe('<spass-resource-list> export', () => {
  let downloads: Downloads;
  beforeEach(() => (downloads = new Downloads()));
  afterEach(() => downloads.end());

  const press = (el: SpassResourceList) => all(el, '[part=foot] .quiet')[0]?.click();
  /** Resolves when the button is no longer busy. */
  const done = async (el: SpassResourceList) => {
    for (let i = 0; i < 50 && all(el, '[part=foot] [aria-busy=true]').length; i++)
      await new Promise(requestAnimationFrame);
  };

  it('requests all matches on a click only, and downloads one file', async () => {
    const server = new StubServer({resources: many(30)});
    const el = await shownUnder<SpassResourceList>(server, list);
    expect(server.questions.map(({how}) => how)).to.deep.equal(['find']);
    server.isHeld = true;
    press(el);
    press(el);
    await el.updateComplete;
    expect(said(el)).to.equal('Préparation du fichier…');
    const {how, query} = server.questions[1] ?? {};
    expect([how, query?.type, query?.limit]).to.deep.equal(['all', ['document'], undefined]);
    server.questions[1]?.answer();
    await done(el);
    expect(server.questions.length).to.equal(2);
    expect(downloads.names).to.deep.equal(['ressources.csv']);
    const lines = (await downloads.files[0]?.text())?.trim().split('\r\n');
    expect(lines?.length).to.equal(16);
    expect(texts(el, '[part=foot] span')[0]).to.equal('ressources.csv : 15 résultats');
    expect(said(el)).to.equal('ressources.csv : 15 résultats');
  });

  it('shows how many records are not in the file', async () => {
    const server = new StubServer({resources: many(30)});
    const el = await shownUnder<SpassResourceList>(server, list);
    server.extra = {total: 50_000};
    press(el);
    await el.updateComplete;
    await done(el);
    expect(said(el)).to.equal('ressources.csv : 15 sur 50 000');
  });

  it('shows an error if it fails, and tries again', async () => {
    const server = new StubServer({resources: few});
    const el = await shownUnder<SpassResourceList>(server, list);
    server.isBroken = true;
    press(el);
    await el.updateComplete;
    await done(el);
    expect(said(el)).to.equal('Le fichier n’a pas pu être préparé.');
    server.isBroken = false;
    press(el);
    await el.updateComplete;
    await done(el);
    expect(downloads.names.length).to.equal(1);
  });

  it('aborts its request when it is removed from the page', async () => {
    const server = new StubServer({resources: few});
    const el = await shownUnder<SpassResourceList>(server, list);
    press(el);
    await el.updateComplete;
    await done(el);
    server.isHeld = true;
    press(el);
    await el.updateComplete;
    el.remove();
    expect(server.questions.at(-1)?.signal.aborted).to.equal(true);
    expect(downloads.revoked).to.deep.equal(['blob:1']);
    server.questions.at(-1)?.answer();
    await el.updateComplete;
    expect(downloads.names.length).to.equal(1);
  });
});
