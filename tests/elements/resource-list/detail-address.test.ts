import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {closed, dialog, isOpen, labels, open, openers, settled} from '../../support/detail.js';
import {all, shown, texts} from '../../support/element.js';
import {few, full, many} from '../../support/resources.js';
import {shownUnder, StubServer, under} from '../../support/sources.js';

const PARAMETER = 'resource-list.detail';
const go = (search: string): void => history.replaceState({mine: 1}, '', `${search}#ici`);
const kept = (): [string, string][] => [...new URLSearchParams(location.search)];
const synced = html`<spass-resource-list detail sync-url limit="5"></spass-resource-list>`;
const inline = html`<spass-resource-list detail="inline" sync-url limit="5"></spass-resource-list>`;

describe('<spass-resource-list detail sync-url>', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('keeps what is open in the address, and touches nothing else of it', async () => {
    go('?a=1&x.detail=2');
    const el = await shown<SpassResourceList>(
      html`<spass-resource-list detail sync-url .items=${few}></spass-resource-list>`,
    );
    const entries = history.length;
    await open(el, 'walls');
    expect(kept()).to.deep.equal([
      ['a', '1'],
      ['x.detail', '2'],
      [PARAMETER, 'walls'],
    ]);
    const gone = closed(el);
    dialog(el)?.close();
    await gone;
    await settled(el);
    expect(kept()).to.deep.equal([
      ['a', '1'],
      ['x.detail', '2'],
    ]);
    expect([location.hash, history.length]).to.deep.equal(['#ici', entries]);
    expect(history.state).to.deep.equal({mine: 1});
  });

  it('keeps nothing there without sync-url, and takes the name of its group', async () => {
    go('?resource-list.detail=atlas&groupe.detail=walls');
    const plain = await shown<SpassResourceList>(
      html`<spass-resource-list detail .items=${few}></spass-resource-list>`,
    );
    expect(isOpen(plain)).to.equal(false);
    const el = await shown<SpassResourceList>(
      html`<spass-resource-list
        detail
        sync-url
        group="groupe"
        .items=${few}
      ></spass-resource-list>`,
    );
    expect(texts(el, 'dialog .title')).to.deep.equal(['Murailles et jardins']);
  });

  it('opens what the address names, and gives the focus to its row afterwards', async () => {
    go(`?${PARAMETER}=atlas`);
    const server = new StubServer({resources: few});
    const el = await shownUnder<SpassResourceList>(server, synced);
    expect(isOpen(el)).to.equal(true);
    expect(labels(el)['Organisme']).to.equal('CAUE du Nord');
    expect(server.questions.filter(({how}) => how === 'one').length, 'it is at hand').to.equal(0);
    const gone = closed(el);
    dialog(el)?.close();
    await gone;
    await settled(el);
    expect(el.shadowRoot?.activeElement === openers(el, 'atlas')[0]).to.equal(true);
    expect(kept()).to.deep.equal([]);
  });

  it('asks a server for the one that is not on the first page', async () => {
    go(`?${PARAMETER}=full`);
    const server = new StubServer({resources: [...many(20), full]});
    const el = await shownUnder<SpassResourceList>(server, synced);
    expect(
      server.questions.filter(({how}) => how === 'one').map(({query}) => query.q),
    ).to.deep.equal(['full']);
    expect(texts(el, 'dialog .title')).to.deep.equal(['Une place rendue aux piétons']);
    const gone = closed(el);
    dialog(el)?.close();
    await gone;
    await settled(el);
    expect(el.matches(':focus-within'), 'without a row the focus stays in the list').to.equal(true);
  });

  for (const attributes of [
    {departement: '59'},
    {epci: '200030633'},
    {region: '32', places: '/none.json', 'link-origin': 'https://example.org'},
  ])
    it(`asks a server for it with ${JSON.stringify(attributes)} too`, async () => {
      go(`?${PARAMETER}=full`);
      const place = {commune: {insee: '59350', epci: '200030633'}};
      const near = many(20).map(one => ({...one, ...place}));
      const server = new StubServer({resources: [...near, {...full, ...place}]});
      const el = await under<SpassResourceList>(server, synced);
      for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
      await el.loadComplete;
      expect(texts(el, '.row').length, 'the list is there').to.equal(5);
      expect(texts(el, '.notice p')).to.deep.equal([]);
      expect(texts(el, 'dialog .title')).to.deep.equal(['Une place rendue aux piétons']);
    });

  it('finds it in data that are at hand whole', async () => {
    go(`?${PARAMETER}=17`);
    const el = await shown<SpassResourceList>(
      html`<spass-resource-list
        detail
        sync-url
        limit="5"
        .items=${many(20)}
      ></spass-resource-list>`,
    );
    expect(texts(el, 'dialog .title')).to.deep.equal(['Fiche 17']);
  });

  it('opens it before the list where it has no row to stand in, and in its row once it has', async () => {
    go(`?${PARAMETER}=17`);
    const el = await shownUnder<SpassResourceList>(
      new StubServer({resources: many(20)}),
      html`<spass-resource-list detail="inline" sync-url limit="10"></spass-resource-list>`,
    );
    expect(texts(el, '.apart .title')).to.deep.equal(['Fiche 17']);
    await expect(el).to.be.accessible();
    all(el, '[part=more]')[0]?.click();
    await settled(el);
    expect(all(el, '.apart').length).to.equal(0);
    expect(openers(el, 17)[0]?.ariaExpanded).to.equal('true');
    expect(kept()).to.deep.include([PARAMETER, '17']);
  });

  for (const [way, template] of [
    ['dialog', synced],
    ['inline', inline],
  ] as const)
    it(`says in a sentence that it is not found, and lets go of it (${way})`, async () => {
      go(`?${PARAMETER}=nulle-part`);
      const el = await shownUnder<SpassResourceList>(new StubServer({resources: few}), template);
      const sentence = 'La fiche demandée (nulle-part) est introuvable.';
      expect(texts(el, '.notice p')).to.deep.equal([sentence]);
      expect(texts(el, '[role=status]')).to.deep.equal([sentence]);
      expect(isOpen(el)).to.equal(false);
      expect(texts(el, '.row .title').length, 'the list is there').to.equal(3);
      await expect(el).to.be.accessible();
      all(el, '.close')[0]?.focus();
      all(el, '.close')[0]?.click();
      await settled(el);
      expect(all(el, '.notice').length).to.equal(0);
      expect(kept()).to.deep.equal([]);
      expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    });

  it('says that it could not be loaded, and tries again', async () => {
    go(`?${PARAMETER}=full`);
    const server = new StubServer({resources: [...many(20), full]});
    server.isHeld = true;
    const el = await under<SpassResourceList>(server, synced);
    await el.updateComplete;
    for (const question of server.questions) question.answer();
    server.isHeld = false;
    server.isBroken = true;
    await settled(el);
    expect(texts(el, '.notice p')).to.deep.equal([
      'La fiche demandée n’a pas pu être chargée. Ces données sont hors d’atteinte pour le moment.',
    ]);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    all(el, '.notice button')[0]?.click();
    await settled(el);
    expect(texts(el, 'dialog .title')).to.deep.equal(['Une place rendue aux piétons']);
  });

  it('follows the reader who goes back and forth', async () => {
    go('');
    const el = await shown<SpassResourceList>(
      html`<spass-resource-list detail sync-url .items=${few}></spass-resource-list>`,
    );
    const come = async (search: string): Promise<void> => {
      go(search);
      window.dispatchEvent(new PopStateEvent('popstate'));
      await settled(el);
    };
    await come(`?${PARAMETER}=atlas`);
    expect(texts(el, 'dialog .title'), 'also the first that opens').to.deep.equal([
      'Atlas de Flandre',
    ]);
    await come(`?${PARAMETER}=walls`);
    expect(texts(el, 'dialog .title')).to.deep.equal(['Murailles et jardins']);
    await come('?');
    expect(isOpen(el)).to.equal(false);
  });

  it('opens in one list of a group, not in all', async () => {
    go('?g.detail=atlas');
    const home = await shown<SpassResourceList>(
      html`<spass-resource-list detail sync-url group="g" .items=${few}></spass-resource-list>`,
    );
    const other = await shown<SpassResourceList>(
      html`<spass-resource-list detail sync-url group="g" .items=${few}></spass-resource-list>`,
    );
    expect([home, other].map(isOpen)).to.deep.equal([true, false]);
  });

  it('opens it again on return to the page', async () => {
    go(`?${PARAMETER}=full`);
    const el = await shownUnder<SpassResourceList>(
      new StubServer({resources: [...many(20), full]}),
      synced,
    );
    const home = el.parentElement!;
    el.remove();
    home.append(el);
    await settled(el);
    expect(isOpen(el)).to.equal(true);
    expect(kept()).to.deep.equal([[PARAMETER, 'full']]);
  });
});
