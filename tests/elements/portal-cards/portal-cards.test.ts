import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {
  onePerFamily,
  interreg,
  network,
  unknownFamily,
  septentrion,
  sequel,
  subject,
  village,
} from '../../support/portals.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {waitUntil} from '../../support/wait-until.js';
import {recordWarnings} from '../../support/console.js';
import {emulatePrint, restoreMedia} from '../../support/media.js';

const cards = html`<spass-portal-cards></spass-portal-cards>`;
const showCards = (items: readonly unknown[], lang = 'fr') =>
  loadedFixture<SpassPortalCards>(
    html`<spass-portal-cards lang=${lang} .items=${items}></spass-portal-cards>`,
  );
const facts = (el: SpassPortalCards) => queryTexts(el, '[part=facts]');
const related = () =>
  new StubServer({
    portals: onePerFamily,
    programmes: [interreg],
    projects: [septentrion, sequel],
  });

describe('<spass-portal-cards>', () => {
  const lines = recordWarnings();

  it('lays out only the cards of a long list that are near the window, and cuts nothing of one in use', async () => {
    await setViewport({width: 1280, height: 800});
    const items = Array.from({length: 120}, (_, id) => ({...village, id}));
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards limit="500" .items=${items}></spass-portal-cards>`,
    );
    const links = queryAll<HTMLElement>(el, '.card a');
    const isRendered = (link: Element) => link.checkVisibility({contentVisibilityAuto: true});
    links[0]!.scrollIntoView();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    expect(links.filter(isRendered).length).to.be.within(24, 60);
    const containment = (link: Element) => getComputedStyle(link.closest('li')!).contentVisibility;
    expect(containment(links[23]!)).to.equal('visible');
    expect(containment(links[100]!)).to.equal('auto');
    links[100]!.focus();
    expect(containment(links[100]!)).to.equal('visible');
    links[101]!.closest('.card')!.classList.add('lit');
    expect(containment(links[101]!)).to.equal('visible');
    if (!(await emulatePrint())) return;
    expect(links.every(isRendered)).to.equal(true);
    await restoreMedia();
  });

  it('shows each portal as a list item whose title is its only link', async () => {
    const el = await showCards([network, village]);
    expect(queryTexts(el, 'ul > li > article h3')).to.deep.equal([
      'Villes fortes',
      'Ors, un village et son canal',
    ]);
    const links = queryAll<HTMLAnchorElement>(el, 'a');
    expect(links.map(link => link.getAttribute('href'))).to.deep.equal([
      'https://example.org/reseau',
      'https://example.org/ors',
    ]);
    await expect(el).to.be.accessible();
  });

  it('treats a click anywhere on the card as a click on its link', async () => {
    const el = await showCards([network]);
    const box = queryAll(el, '.card')[0]!.getBoundingClientRect();
    for (const [x, y] of [
      [box.left + 3, box.top + 3],
      [box.right - 3, box.bottom - 3],
    ] as const) {
      expect(el.shadowRoot?.elementFromPoint(x, y)?.localName).to.equal('a');
    }
  });

  it('shows the facts of a portal, its family as text, and its archive', async () => {
    const el = await loadedFixtureWithSource<SpassPortalCards>(related(), cards);
    expect(queryTexts(el, '.mark')).to.deep.equal([
      'jeu',
      'PROJET',
      'ACTEUR 2003–2009 environ',
      'THÈME',
    ]);
    expect(facts(el)).to.deep.equal([
      '',
      'Ors · Archive',
      'Westhoek · 2 acteurs · FR/NL Interreg V France-Wallonie-Vlaanderen',
      'Hauts-de-France · 4 110 ressources',
    ]);
  });

  it('renders the cards before it requests related records, with the same requests as all widgets', async () => {
    const server = related();
    server.isHeld = true;
    const el = await fixtureWithSource<SpassPortalCards>(server, cards);
    await el.updateComplete;
    expect(server.queries.map(({collection}) => collection)).to.deep.equal(['portals']);
    server.queries[0]?.answer();
    await new Promise(requestAnimationFrame);
    expect(queryAll(el, '.card a').length).to.equal(3);
    const later = server.queries.slice(1);
    expect(later.map(({collection, method: how, query}) => [collection, how, query])).to.deep.equal(
      [
        ['programmes', 'all', {lang: 'fr'}],
        ['projects', 'all', {lang: 'fr'}],
      ],
    );
    for (const question of later) question.answer();
    await el.loadComplete;
    expect(facts(el)[2]).to.contain('Interreg V');
  });

  it('requests nothing more if no portal has a programme or a project', async () => {
    const server = new StubServer({portals: [subject, village], programmes: [interreg]});
    await loadedFixtureWithSource<SpassPortalCards>(server, cards);
    expect(server.queries.length).to.equal(1);
  });

  it('shows the funding statement of the programmes once', async () => {
    const twin = {...network, id: 'jumeau'};
    const server = new StubServer({portals: [network, twin], programmes: [interreg]});
    const el = await loadedFixtureWithSource<SpassPortalCards>(server, cards);
    expect(queryTexts(el, '[part=foot]').join()).to.equal('Cofinancé par l’Union européenne');
  });

  it('has at most 16 nodes per card, in another language and with every fact', async () => {
    const server = new StubServer({
      portals: onePerFamily.map(portal => ({
        ...portal,
        description: {fr: 'Un texte.'},
        title: {fr: 'T'},
      })),
      programmes: [interreg],
      projects: [septentrion],
    });
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      server,
      html`<spass-portal-cards lang="nl"></spass-portal-cards>`,
    );
    const sizes = queryAll(el, 'li').map(item => item.querySelectorAll('*').length + 1);
    expect(sizes.length).to.equal(4);
    expect(Math.max(...sizes)).to.be.at.most(16);
  });

  it('uses the language of the page, and marks and labels text in another', async () => {
    const el = await showCards([network, subject], 'nl');
    expect(queryTexts(el, 'h3')).to.deep.equal(['Vestingsteden', 'Observatoire du cadre de vie']);
    // Not beside the years.
    expect(queryTexts(el, '.mark')).to.deep.equal(['ACTEUR', 'THÈME']);
    expect(queryTexts(el, '.text')[1]).to.match(/ \(in het Frans\)$/);
    const titled = await showCards([{...subject, title: {fr: 'Observatoire'}}], 'nl');
    expect(queryTexts(titled, 'h3')).to.deep.equal(['Observatoire (in het Frans)']);
    expect(queryTexts(titled, '.text').join()).to.not.include('(in het Frans)');
    expect(queryAll(el, '.text').map(text => text.lang)).to.deep.equal(['', 'fr']);
    el.lang = 'fr';
    await el.loadComplete;
    expect(queryTexts(el, 'h3')[0]).to.equal('Villes fortes');
    await expect(el).to.be.accessible();
  });

  it('shows the families in order, others last, each with its description', async () => {
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: onePerFamily}),
      html`<spass-portal-cards group-by="family" heading-level="2"></spass-portal-cards>`,
    );
    expect(queryTexts(el, '[part=group] > h2')).to.deep.equal([
      'ACTEUR',
      'THÈME',
      'PROJET',
      'Autres portails',
    ]);
    expect(queryTexts(el, '[part=group] h3')).to.deep.equal([
      'Villes fortes',
      'Observatoire du cadre de vie',
      'Ors, un village et son canal',
      'Un autre portail',
    ]);
    expect(queryTexts(el, '[part=group] > p')[0]).to.contain('retours d’expérience');
    await expect(el).to.be.accessible();
    el.groupBy = '';
    await el.updateComplete;
    expect(queryAll(el, '[part=group]').length).to.equal(0);
    expect(queryAll(el, 'h2').length).to.equal(4);
  });

  it('shows a portal without address, title or text as far as possible', async () => {
    const el = await showCards([unknownFamily, {id: 'nu'}]);
    expect(queryTexts(el, '[part=title]')).to.deep.equal(['Un autre portail', 'Sans titre (nu)']);
    expect(queryAll(el, 'a').length).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('shows markup as text, and uses no unsafe URL or colour', async () => {
    const el = await showCards([
      {
        id: 'x"><img src=x>',
        title: '<img src=x onerror=alert(1)>',
        description: '<b>gras</b>',
        family: '<i>',
        url: 'javascript:alert(1)',
        accent: 'red;background:url(https://evil.example)',
        cover: {src: 'javascript:alert(1)'},
        territory: {name: '<u>ici</u>'},
      },
    ]);
    expect(queryTexts(el, 'h3')).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(queryTexts(el, '.text')).to.deep.equal(['<b>gras</b>']);
    expect(facts(el)).to.deep.equal(['<u>ici</u>']);
    expect(queryAll(el, 'a, img, .card b, .card i, .card u').length).to.equal(0);
    expect(queryAll(el, '.card')[0]!.style.cssText).to.equal('');
    await waitUntil(() => lines.length > 0, 'the webmaster is not told');
    expect(lines[0]).to.contain('3 invalid value(s)');
  });

  it('breaks long words, and fits in 320 px', async () => {
    await setViewport({width: 320, height: 640});
    const long = {
      ...network,
      title: 'x'.repeat(400),
      territory: {name: 'y'.repeat(200)},
      actors: ['a', 'b'],
    };
    const el = await showCards([1, 2, 3].map(id => ({...long, id})));
    for (const layout of ['grid', 'une']) {
      el.setAttribute('layout', layout);
      await el.updateComplete;
      expect(el.scrollWidth, layout).to.be.at.most(el.clientWidth);
    }
    el.setAttribute('layout', 'grid');
    await el.updateComplete;
    for (const card of queryAll(el, '.card, .card *:not(svg *)')) {
      expect(card.getBoundingClientRect().right).to.be.at.most(320);
    }
    await setViewport({width: 800, height: 600});
  });
});
