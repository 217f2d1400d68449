import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {
  dialogClosed,
  dialog,
  isOpen,
  detailFields,
  openDetail,
  detailButtons,
  listUpdated,
} from '../../support/detail.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {threeResources, completeResource, manyResources} from '../../support/resources.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {navigate, pushCount} from '../../support/url.js';

const PARAMETER = 'resource-list.detail';
const urlParameter = (): [string, string][] => [...new URLSearchParams(location.search)];
const synced = html`<spass-resource-list detail sync-url limit="5"></spass-resource-list>`;
const inline = html`<spass-resource-list detail="inline" sync-url limit="5"></spass-resource-list>`;

describe('<spass-resource-list detail sync-url>', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('keeps the open record in the URL, and changes nothing else there', async () => {
    navigate('?a=1&x.detail=2');
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list detail sync-url .items=${threeResources}></spass-resource-list>`,
    );
    const entries = pushCount();
    await openDetail(el, 'walls');
    expect(urlParameter()).to.deep.equal([
      ['a', '1'],
      ['x.detail', '2'],
      [PARAMETER, 'walls'],
    ]);
    const gone = dialogClosed(el);
    dialog(el)?.close();
    await gone;
    await listUpdated(el);
    expect(urlParameter()).to.deep.equal([
      ['a', '1'],
      ['x.detail', '2'],
    ]);
    expect([location.hash, pushCount()]).to.deep.equal(['#ici', entries + 1]);
    expect(history.state).to.deep.equal({mine: 1});
  });

  it('leaves the URL unchanged without sync-url, and uses the name of its group', async () => {
    navigate('?resource-list.detail=atlas&groupe.detail=walls');
    const plain = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list detail .items=${threeResources}></spass-resource-list>`,
    );
    expect(isOpen(plain)).to.equal(false);
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        detail
        sync-url
        group="groupe"
        .items=${threeResources}
      ></spass-resource-list>`,
    );
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Murailles et jardins']);
  });

  it('opens the record in the URL, and moves the focus to its row afterwards', async () => {
    navigate(`?${PARAMETER}=atlas`);
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, synced);
    expect(isOpen(el)).to.equal(true);
    expect(detailFields(el)['Organisme']).to.equal('CAUE du Nord');
    expect(
      server.queries.filter(({method: how}) => how === 'one').length,
      'it is at hand',
    ).to.equal(0);
    const gone = dialogClosed(el);
    dialog(el)?.close();
    await gone;
    await listUpdated(el);
    expect(el.shadowRoot?.activeElement === detailButtons(el, 'atlas')[0]).to.equal(true);
    expect(urlParameter()).to.deep.equal([]);
  });

  it('requests a record that is not on the first page from the server', async () => {
    navigate(`?${PARAMETER}=full`);
    const server = new StubServer({resources: [...manyResources(20), completeResource]});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, synced);
    expect(
      server.queries.filter(({method: how}) => how === 'one').map(({query}) => query.q),
    ).to.deep.equal(['full']);
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Une place rendue aux piétons']);
    const gone = dialogClosed(el);
    dialog(el)?.close();
    await gone;
    await listUpdated(el);
    expect(el.matches(':focus-within'), 'without a row the focus stays in the list').to.equal(true);
  });

  it('finds it in a complete collection in memory', async () => {
    navigate(`?${PARAMETER}=17`);
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        detail
        sync-url
        limit="5"
        .items=${manyResources(20)}
      ></spass-resource-list>`,
    );
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Fiche 17']);
  });

  it('opens it before the list if it has no row, and in its row once it has one', async () => {
    navigate(`?${PARAMETER}=17`);
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: manyResources(20)}),
      html`<spass-resource-list detail="inline" sync-url limit="10"></spass-resource-list>`,
    );
    expect(queryTexts(el, '.apart .title')).to.deep.equal(['Fiche 17']);
    await expect(el).to.be.accessible();
    queryAll(el, '[part=more]')[0]?.click();
    await listUpdated(el);
    expect(queryAll(el, '.apart').length).to.equal(0);
    expect(detailButtons(el, 17)[0]?.ariaExpanded).to.equal('true');
    expect(urlParameter()).to.deep.include([PARAMETER, '17']);
  });

  for (const [way, template] of [
    ['dialog', synced],
    ['inline', inline],
  ] as const)
    it(`shows a message if it is not found, and closes it (${way})`, async () => {
      navigate(`?${PARAMETER}=nulle-part`);
      const el = await loadedFixtureWithSource<SpassResourceList>(
        new StubServer({resources: threeResources}),
        template,
      );
      const sentence = 'La fiche demandée (nulle-part) est introuvable.';
      expect(queryTexts(el, '.notice p')).to.deep.equal([sentence]);
      expect(queryTexts(el, '[role=status]')).to.deep.equal([sentence]);
      expect(isOpen(el)).to.equal(false);
      expect(queryTexts(el, '.row .title').length, 'the list is there').to.equal(3);
      await expect(el).to.be.accessible();
      queryAll(el, '.close')[0]?.focus();
      queryAll(el, '.close')[0]?.click();
      await listUpdated(el);
      expect(queryAll(el, '.notice').length).to.equal(0);
      expect(urlParameter()).to.deep.equal([]);
      expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    });

  it('shows an error if it could not be loaded, and tries again', async () => {
    navigate(`?${PARAMETER}=full`);
    const server = new StubServer({resources: [...manyResources(20), completeResource]});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassResourceList>(server, synced);
    await el.updateComplete;
    for (const question of server.queries) question.answer();
    server.isHeld = false;
    server.isBroken = true;
    await listUpdated(el);
    expect(queryTexts(el, '.notice p')).to.deep.equal([
      'La fiche demandée n’a pas pu être chargée. Ces données ne sont pas accessibles pour le moment.',
    ]);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    queryAll(el, '.notice button')[0]?.click();
    await listUpdated(el);
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Une place rendue aux piétons']);
  });

  it('follows the browser’s Back and Forward buttons', async () => {
    navigate('');
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list detail sync-url .items=${threeResources}></spass-resource-list>`,
    );
    const come = async (search: string): Promise<void> => {
      navigate(search);
      window.dispatchEvent(new PopStateEvent('popstate'));
      await listUpdated(el);
    };
    await come(`?${PARAMETER}=atlas`);
    expect(queryTexts(el, 'dialog .title'), 'also the first that opens').to.deep.equal([
      'Atlas de Flandre',
    ]);
    await come(`?${PARAMETER}=walls`);
    expect(queryTexts(el, 'dialog .title')).to.deep.equal(['Murailles et jardins']);
    await come('?');
    expect(isOpen(el)).to.equal(false);
  });

  it('opens in one list of a group only', async () => {
    navigate('?g.detail=atlas');
    const home = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        detail
        sync-url
        group="g"
        .items=${threeResources}
      ></spass-resource-list>`,
    );
    const other = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        detail
        sync-url
        group="g"
        .items=${threeResources}
      ></spass-resource-list>`,
    );
    expect([home, other].map(isOpen)).to.deep.equal([true, false]);
  });

  it('opens it again when it is added to the page again', async () => {
    navigate(`?${PARAMETER}=full`);
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: [...manyResources(20), completeResource]}),
      synced,
    );
    const home = el.parentElement!;
    el.remove();
    home.append(el);
    await listUpdated(el);
    expect(isOpen(el)).to.equal(true);
    expect(urlParameter()).to.deep.equal([[PARAMETER, 'full']]);
  });
});
