import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/all.js';
import type {SpassAgenda, SpassPortalCards} from '../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../support/widget-fixture.js';
import {onePerFamily} from '../support/portals.js';
import {waitUntil} from '../support/wait-until.js';

/** Language declared on the root element of a widget. */
const rootLang = (el: Element) => el.shadowRoot?.querySelector('.root')?.getAttribute('lang');
const waitForLanguage = (el: Element, lang: string) =>
  waitUntil(() => rootLang(el) === lang, `never spoke ${lang}, but ${String(rootLang(el))}`);
const NOTHING = {
  fr: 'Aucun contenu pour le moment : portails.',
  nl: 'Nog geen inhoud: portalen.',
  en: 'No content yet: portals.',
  de: 'Noch keine Inhalte: Portale.',
};
const empty = (el: Element) => queryTexts(el, '.empty')[0];

describe('the language of a widget', () => {
  const {documentElement: page} = document;
  const before = page.lang;
  afterEach(() => (page.lang = before));

  it('I-02 is its own `lang`, before that of an ancestor and of the page', async () => {
    page.lang = 'en';
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards lang="de" .items=${[]}></spass-portal-cards>`,
    );
    expect(rootLang(el)).to.equal('de');
    expect(empty(el)).to.equal(NOTHING.de);
    el.removeAttribute('lang');
    await waitForLanguage(el, 'en');
    await waitUntil(() => empty(el) === NOTHING.en);
  });

  it('I-02 is that of the closest ancestor, and follows changes', async () => {
    const around = await fixture<HTMLElement>(
      html`<div lang="de">
        <section lang="nl"><spass-portal-cards .items=${[]}></spass-portal-cards></section>
      </div>`,
    );
    const el = around.querySelector('spass-portal-cards')!;
    await el.loadComplete;
    expect(empty(el)).to.equal(NOTHING.nl);
    const [section] = around.children;
    for (const lang of ['en', 'de', 'fr', 'nl'] as const) {
      section?.setAttribute('lang', lang);
      await waitForLanguage(el, lang);
      await waitUntil(() => empty(el) === NOTHING[lang]);
    }
    section?.removeAttribute('lang');
    await waitForLanguage(el, 'de');
  });

  it('I-02 is found through nested shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="nl"></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({mode: 'open'}).append(inner);
    inner.attachShadow({mode: 'open'}).innerHTML = '<spass-portal-cards></spass-portal-cards>';
    const el = inner.shadowRoot!.querySelector('spass-portal-cards')!;
    el.items = [];
    await el.loadComplete;
    expect(empty(el)).to.equal(NOTHING.nl);
    outer.lang = 'en';
    await waitForLanguage(el, 'en');
    inner.lang = 'de';
    await waitForLanguage(el, 'de');
  });

  it('I-02 is French if no language is set, or an unsupported one', async () => {
    page.removeAttribute('lang');
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards .items=${[]}></spass-portal-cards>`,
    );
    expect(empty(el)).to.equal(NOTHING.fr);
    for (const lang of ['ja', 'no such thing', 'xx-YY']) {
      el.lang = lang;
      await el.loadComplete;
      expect(rootLang(el), lang).to.equal('fr');
    }
  });

  it('I-02 keeps its region, for dates and numbers', async () => {
    const event = {id: 1, title: 'Visite', period: {start: '2030-03-05T14:00+01:00'}};
    const el = await loadedFixture<SpassAgenda>(
      html`<spass-agenda
        lang="en-GB"
        .items=${[event]}
        .now=${new Date('2030-03-01')}
      ></spass-agenda>`,
    );
    expect(rootLang(el)).to.equal('en-GB');
    const date = () => queryTexts(el, '.root').join(' ');
    expect(date()).to.include('5 March 2030');
    el.lang = 'en-US';
    await waitForLanguage(el, 'en-US');
    await el.loadComplete;
    expect(date()).to.include('March 5, 2030');
    el.lang = 'nl-BE';
    await waitForLanguage(el, 'nl-BE');
    await el.loadComplete;
    expect(date()).to.include('5 maart 2030');
  });

  it('I-02 follows a move to another parent', async () => {
    const around = await fixture<HTMLElement>(
      html`<div>
        <p lang="nl"><spass-portal-cards .items=${onePerFamily}></spass-portal-cards></p>
        <p lang="en"></p>
      </div>`,
    );
    const el = around.querySelector('spass-portal-cards')!;
    await el.loadComplete;
    expect(rootLang(el)).to.equal('nl');
    around.lastElementChild?.append(el);
    await waitForLanguage(el, 'en');
    expect(queryAll(el, '[part~=card]').length).to.be.greaterThan(0);
  });

  it('I-03 marks a title in another language with the language, also visibly', async () => {
    const resources = [
      {id: 1, title: {fr: 'Écluse', nl: 'Sluis'}, url: 'https://example.org/1'},
      {id: 2, title: {en: 'Lock', fr: 'Écluse'}, url: 'https://example.org/2'},
      {id: 3, title: {nl: 'Molen'}, url: 'https://example.org/3'},
    ];
    const list = await loadedFixture<SpassPortalCards>(
      html`<spass-resource-list lang="en" .items=${resources}></spass-resource-list>`,
    );
    const titles = queryAll(list, '[part~=row] .title').map(({textContent}) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(titles).to.deep.equal(['Écluse (in French)', 'Lock', 'Molen (in Dutch)']);
    const langs = queryAll(list, '[part~=row] .title [lang]').map(({lang}) => lang);
    expect(langs).to.deep.equal(['fr', 'nl']);
    list.lang = 'nl';
    await waitForLanguage(list, 'nl');
    await list.loadComplete;
    expect(
      queryAll(list, '[part~=row] .title').map(one => one.textContent.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['Sluis', 'Écluse (in het Frans)', 'Molen']);
  });

  it('I-09 shows both names of a bilingual commune, the reader’s first, in the list and on the map', async () => {
    const commune = {name: {fr: 'Mouscron', nl: 'Moeskroen'}, insee: '54007'};
    const record = {id: 1, title: 'Atelier', url: 'https://example.org/1', commune};
    const list = await loadedFixture<SpassPortalCards>(
      html`<spass-resource-list lang="nl" .items=${[record]}></spass-resource-list>`,
    );
    expect(queryTexts(list, '[part~=facts]')[0]).to.include('Moeskroen / Mouscron');
    list.lang = 'fr';
    await waitForLanguage(list, 'fr');
    await list.loadComplete;
    expect(queryTexts(list, '[part~=facts]')[0]).to.include('Mouscron / Moeskroen');
    const map = await loadedFixture<SpassPortalCards>(
      html`<spass-project-map
        lang="nl"
        .items=${[{...record, geo: {lat: 50.74, lon: 3.21}}]}
      ></spass-project-map>`,
    );
    expect(queryTexts(map, '[part~=list]')[0]).to.include('Moeskroen / Mouscron');
    const marker = queryAll(map, '[part~=marker]')[0]!;
    expect(marker.getAttribute('aria-label') ?? marker.textContent).to.include(
      'Moeskroen / Mouscron',
    );
  });
});

describe('unusual strings', () => {
  it('I-08 with direction marks reverse nothing but themselves', async () => {
    const odd = '\u202eesrever\u2067 \u2066';
    // A right-to-left override, which reverses the text that follows.
    const turning = '\u202eesrever';
    const record = {
      id: 1,
      title: odd,
      url: 'https://example.org/1',
      authors: [odd, turning, 'Jeanne'],
      organisation: 'CAUE',
      commune: {name: odd},
      published: '2016-10-01',
    };
    const list = await loadedFixture<SpassPortalCards>(
      html`<spass-resource-list lang="fr" .items=${[record]}></spass-resource-list>`,
    );
    /** True if the letters of some words stand from left to right on the screen. */
    const isInOrder = (words: string, el: Element = list): boolean => {
      const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_TEXT);
      for (
        let node = walker.nextNode() as Text | null;
        node;
        node = walker.nextNode() as Text | null
      ) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        const lefts = Array.from({length: words.length}, (_, i) => {
          const range = document.createRange();
          range.setStart(node, at + i);
          range.setEnd(node, at + i + 1);
          return range.getBoundingClientRect().left;
        });
        return lefts.every((left, i) => i === 0 || left >= (lefts[i - 1] ?? 0));
      }
      throw new Error(`"${words}" is not there`);
    };
    for (const words of ['Jeanne', 'CAUE', '1er octobre 2016'])
      expect(isInOrder(words), words).to.equal(true);
    // Facts that form one text node, without an element around each.
    const portal = {id: 1, title: 'Réseau', territory: {name: turning}, counts: {observatoire: 3}};
    const cards = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards lang="fr" .items=${[portal]}></spass-portal-cards>`,
    );
    expect(isInOrder('ressources', cards), 'a fact behind another').to.equal(true);
  });

  it('I-08 are cut between graphemes, never inside one', async () => {
    const family = '👩‍👩‍👧‍👦';
    const contributions = [
      {id: 1, kind: 'idea', text: family.repeat(60), geo: {lat: 50, lon: 3}, state: 'published'},
      {
        id: 2,
        kind: 'idea',
        text: 'e\u0301'.repeat(200),
        geo: {lat: 50, lon: 4},
        state: 'published',
      },
    ];
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-contribute lang="fr" kind="idea" .items=${contributions}></spass-contribute>`,
    );
    const names = queryTexts(el, '.list button');
    const cut = names.map(name => name.replace(/^.*?: /, '').replace(/…$/, ''));
    expect(cut.length).to.equal(2);
    expect(cut[0]?.replaceAll(family, '')).to.equal('');
    expect(cut[1]?.replaceAll('e\u0301', '')).to.equal('');
    expect(cut.every(Boolean)).to.equal(true);
  });
});
