import {expect, html} from '@open-wc/testing';
import {HttpError} from '../../../src/data/client/errors.js';
import '../../../src/define/directory.js';
import type {SpassDirectory} from '../../../src/index.js';
import {queryAll, queryTexts, settled} from '../../support/widget-fixture.js';
import {recordsWithoutOrganisations} from '../../support/organisations.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';

const plain = html`<spass-directory><a href="#x">L’annuaire</a></spass-directory>`;
const fallback = (el: SpassDirectory) => el.querySelector('a')!.checkVisibility();

describe('<spass-directory> states', () => {
  const {warn} = console;
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  it('shows that it is loading, above the page’s own content', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    server.isHeld = true;
    const el = await fixtureWithSource<SpassDirectory>(server, plain);
    await el.updateComplete;
    expect(queryTexts(el, '.sr')).to.include('Chargement…');
    expect(fallback(el)).to.equal(true);
    await expect(el).to.be.accessible();
    for (const question of server.queries) question.answer();
    await settled(el);
    expect(fallback(el)).to.equal(false);
    expect(queryAll(el, '.actor').length).to.equal(5);
  });

  it('shows an error, and tries again with the focus kept', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    server.isBroken = true;
    const el = await loadedFixtureWithSource<SpassDirectory>(server, plain);
    expect(queryTexts(el, '[role=alert]')).to.deep.equal([
      'Ces données ne sont pas accessibles pour le moment.',
    ]);
    expect(fallback(el)).to.equal(true);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    queryAll(el, '.failure button')[0]!.focus();
    queryAll(el, '.failure button')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.actor').length).to.equal(5);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('keeps the actors of the portals if the projects fail, shows the error, and tries again', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    server.isHeld = true;
    const el = await fixtureWithSource<SpassDirectory>(server, plain);
    await el.updateComplete;
    for (const question of server.queries)
      if (question.collection === 'projects') question.fail();
      else question.answer();
    server.isHeld = false;
    await settled(el);
    expect(queryAll(el, '.actor').length).to.equal(3);
    expect(queryTexts(el, '[role=alert]')).to.deep.equal([
      'Une partie des acteurs n’a pas pu être chargée. Ces données ne sont pas accessibles pour le moment.',
    ]);
    await expect(el).to.be.accessible();
    queryAll(el, '.failure button')[0]!.focus();
    queryAll(el, '.failure button')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.actor').length).to.equal(5);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('works without a collection that a server does not have', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    const {all: ask} = server;
    server.all = ((collection, query, options) =>
      collection === 'organisations'
        ? Promise.reject(new HttpError('https://example.org', 404, 'Not Found'))
        : ask.call(server, collection, query, options)) as typeof ask;
    const el = await loadedFixtureWithSource<SpassDirectory>(server, plain);
    expect(queryAll(el, '.actor').length).to.equal(5);
    expect(queryAll(el, '[role=alert]').length).to.equal(0);
  });

  it('shows that there are no actors', async () => {
    const el = await loadedFixtureWithSource<SpassDirectory>(new StubServer({}), plain);
    expect(queryTexts(el, '.empty')).to.deep.equal(['Aucun contenu pour le moment.']);
    await expect(el).to.be.accessible();
  });

  it('shows when the data are a stale copy', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    server.extra = {staleSince: new Date(2026, 9, 3)};
    const el = await loadedFixtureWithSource<SpassDirectory>(server, plain);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Le serveur ne répond pas : données du 3 octobre 2026.',
    ]);
  });

  it('is the same after it was removed and added again', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    const el = await loadedFixtureWithSource<SpassDirectory>(server, plain);
    const before = queryTexts(el, '.actor');
    const home = el.parentElement!;
    el.remove();
    home.append(el);
    await settled(el);
    expect(queryTexts(el, '.actor')).to.deep.equal(before);
  });

  it('aborts its request on removal, and sends it again on return', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    server.isHeld = true;
    const el = await fixtureWithSource<SpassDirectory>(server, plain);
    await el.updateComplete;
    const home = el.parentElement!;
    el.remove();
    expect(server.queries.every(({signal}) => signal.aborted)).to.equal(true);
    server.isHeld = false;
    home.append(el);
    await settled(el);
    expect(queryAll(el, '.actor').length).to.equal(5);
  });

  for (const skin of ['plain', 'dsfr', 'caue'])
    for (const scheme of ['light', 'dark'])
      it(`is readable in ${skin}, ${scheme}`, async () => {
        Object.assign(document.documentElement.style, {
          colorScheme: scheme,
          background: scheme === 'dark' ? '#141a1d' : '#fff',
          color: scheme === 'dark' ? '#e9ece6' : '#1d2a2f',
        });
        const el = await loadedFixtureWithSource<SpassDirectory>(
          new StubServer(recordsWithoutOrganisations),
          html`<spass-directory skin=${skin}></spass-directory>`,
        );
        await expect(el).to.be.accessible();
        document.documentElement.removeAttribute('style');
      });
});
