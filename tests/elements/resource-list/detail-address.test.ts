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

  it('keeps the open record in the URL, and changes nothing else there', async () => {
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

  it('leaves the URL unchanged without sync-url, and uses the name of its group', async () => {
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

  it('opens the record in the URL, and moves the focus to its row afterwards', async () => {
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

  it('requests a record that is not on the first page from the server', async () => {
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

  it('finds it in a complete collection in memory', async () => {
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

  it('opens it before the list if it has no row, and in its row once it has one', async () => {
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
    it(`shows a message if it is not found, and closes it (${way})`, async () => {
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

  it('shows an error if it could not be loaded, and tries again', async () => {
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

  it('follows the browser’s Back and Forward buttons', async () => {
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

  it('opens in one list of a group only', async () => {
    go('?g.detail=atlas');
    const home = await shown<SpassResourceList>(
      html`<spass-resource-list detail sync-url group="g" .items=${few}></spass-resource-list>`,
    );
    const other = await shown<SpassResourceList>(
      html`<spass-resource-list detail sync-url group="g" .items=${few}></spass-resource-list>`,
    );
    expect([home, other].map(isOpen)).to.deep.equal([true, false]);
  });

  it('opens it again when it is added to the page again', async () => {
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
