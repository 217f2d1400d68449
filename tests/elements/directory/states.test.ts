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
import {recordWarnings} from '../../support/console.js';

const plain = html`<spass-directory><a href="#x">L’annuaire</a></spass-directory>`;

describe('<spass-directory> states', () => {
  recordWarnings();

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
      'Une partie des acteurs n’a pas pu être chargée.',
    ]);
    await expect(el).to.be.accessible();
    queryAll(el, '.notice button')[0]!.focus();
    queryAll(el, '.notice button')[0]!.click();
    await settled(el);
    expect(queryAll(el, '.actor').length).to.equal(5);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('is drawn with the columns of its groups while it loads', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    server.isHeld = true;
    const el = await fixtureWithSource<SpassDirectory>(server, plain);
    await el.updateComplete;
    const [heading] = queryAll(el, '.skeleton .group > .title');
    const [name, text] = queryAll(el, '.skeleton .actor .bone');
    const [title, first, second] = [heading, name, text].map(one => one!.getBoundingClientRect());
    expect(first!.width, 'a bar for the name').to.be.above(second!.width);
    expect(first!.left, 'beside the heading').to.be.above(title!.right);
  });

  it('works without a collection that a server does not have', async () => {
    const server = new StubServer(recordsWithoutOrganisations);
    const {find} = server;
    server.find = ((collection, query, options) =>
      collection === 'organisations'
        ? Promise.reject(new HttpError('https://example.org', 404, 'Not Found'))
        : find.call(server, collection, query, options)) as typeof find;
    const el = await loadedFixtureWithSource<SpassDirectory>(server, plain);
    expect(queryAll(el, '.actor').length).to.equal(5);
    expect(queryAll(el, '[role=alert]').length).to.equal(0);
  });
});
