import {expect, html} from '@open-wc/testing';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {
  queryAll,
  queryTexts,
  statusText,
  focusedText,
  settled,
} from '../../support/widget-fixture.js';
import {interreg, manyPortals, network, septentrion} from '../../support/portals.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';

const cards = html`<spass-portal-cards limit="4"></spass-portal-cards>`;
const titles = (el: SpassPortalCards) => queryTexts(el, '[part=link]');
const more = (el: SpassPortalCards) => queryAll(el, '[part=more]')[0]!;
const heights = (el: SpassPortalCards) =>
  queryAll(el, '.card').map(card => Math.round(card.getBoundingClientRect().height));

describe('<spass-portal-cards> states', () => {
  it('keeps the size of its skeleton when the cards load, and when their facts do', async () => {
    const server = new StubServer({
      portals: manyPortals(9).map(portal => ({...network, ...portal})),
      programmes: [interreg],
      projects: [septentrion],
    });
    server.isHeld = true;
    const el = await fixtureWithSource<SpassPortalCards>(server, cards);
    await el.updateComplete;
    const before = heights(el);
    expect(before.length).to.equal(4);
    await expect(el).to.be.accessible();
    server.queries[0]?.answer();
    await new Promise(requestAnimationFrame);
    expect(titles(el).length).to.equal(4);
    expect(heights(el)).to.deep.equal(before);
    for (const question of server.queries) question.answer();
    await settled(el);
    expect(queryTexts(el, '[part=facts]')[0]).to.contain('Interreg');
    expect(heights(el)).to.deep.equal(before);
  });

  it('has no more places in its skeleton than portals are named', async () => {
    const server = new StubServer({portals: manyPortals(9)});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassPortalCards>(
      server,
      html`<spass-portal-cards portal="1, 2"></spass-portal-cards>`,
    );
    await el.updateComplete;
    expect(heights(el).length).to.equal(2);
  });

  it('leaves no empty line without years, nor an empty space in one column', async () => {
    const bare = {id: 1, title: 'Un portail', family: 'acteur', projects: ['nowhere']};
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: [bare]}),
      html`<spass-portal-cards group-by="family" style="inline-size: 22em"></spass-portal-cards>`,
    );
    expect(queryAll(el, '.mark').length).to.equal(0);
    const [cover] = queryAll(el, '.cover');
    expect(heights(el)[0]! - cover!.offsetHeight).to.be.below(100);
  });

  it('shows the cards if only their facts cannot be loaded', async () => {
    const server = new StubServer({portals: [network], programmes: [interreg]});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassPortalCards>(server, cards);
    await el.updateComplete;
    server.queries[0]?.answer();
    await new Promise(requestAnimationFrame);
    for (const question of server.queries.slice(1)) question.fail();
    await settled(el);
    expect(queryTexts(el, '[part=facts]')).to.deep.equal(['Westhoek · 2 acteurs · FR/NL']);
    expect(queryAll(el, '[role=alert]').length).to.equal(0);
  });
});

describe('<spass-portal-cards> more', () => {
  it('appends a page, announces the number of new cards, and focuses the first', async () => {
    const server = new StubServer({portals: manyPortals(9)});
    const el = await loadedFixtureWithSource<SpassPortalCards>(server, cards);
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 4 sur 9']);
    more(el).focus();
    more(el).click();
    await settled(el);
    expect(titles(el).length).to.equal(8);
    expect(statusText(el)).to.equal('4 résultats ajoutés, 8 sur 9.');
    expect(focusedText(el)).to.equal('Portail 5');
    more(el).click();
    await settled(el);
    expect(focusedText(el)).to.equal('Portail 9');
    expect(queryAll(el, '[part=more]').length).to.equal(0);
    expect(server.queriesFor('portals').map(({page}) => page ?? 1)).to.deep.equal([1, 2, 3]);
  });

  it('focuses the first new card also if grouping puts it in the middle', async () => {
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: manyPortals(9)}),
      html`<spass-portal-cards limit="6" group-by="family"></spass-portal-cards>`,
    );
    more(el).click();
    await settled(el);
    expect(focusedText(el)).to.equal('Portail 7');
  });

  it('stays unchanged if the page cancels the event', async () => {
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: manyPortals(9)}),
      cards,
    );
    const pages: number[] = [];
    el.addEventListener('spass-page-change', event => {
      pages.push(event.page);
      event.preventDefault();
    });
    more(el).click();
    await settled(el);
    expect(pages).to.deep.equal([2]);
    expect(titles(el).length).to.equal(4);
  });

  it('shows an error if a page cannot be loaded, keeps the others, and tries again', async () => {
    const server = new StubServer({portals: manyPortals(9)});
    const el = await loadedFixtureWithSource<SpassPortalCards>(server, cards);
    server.isBroken = true;
    more(el).focus();
    more(el).click();
    await settled(el);
    expect(queryAll(el, '.more [role=alert]').length).to.equal(1);
    expect(titles(el).length).to.equal(4);
    expect(focusedText(el)).to.contain('Voir plus');
    server.isBroken = false;
    more(el).click();
    await settled(el);
    expect(titles(el).length).to.equal(8);
  });

  it('starts over with another query', async () => {
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: manyPortals(30)}),
      cards,
    );
    more(el).click();
    await settled(el);
    expect(titles(el).length).to.equal(8);
    (el.shadowRoot!.activeElement as HTMLElement).blur();
    (el as unknown as {selection: Selection}).selection.setFilter({family: ['projet']});
    await settled(el);
    expect(titles(el)).to.deep.equal(['Portail 3', 'Portail 6', 'Portail 9', 'Portail 12']);
    expect(statusText(el)).to.equal('4 résultats ajoutés, 8 sur 30.');
  });
});
