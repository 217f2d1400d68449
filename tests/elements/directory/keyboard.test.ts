import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/directory.js';
import '../../../src/define/project-map.js';
import type {SpassDirectory, SpassProjectMap} from '../../../src/index.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {
  expectFocus,
  focusByKeyboard,
  pressKeys,
  tabStops,
  focusByName,
} from '../../support/keyboard.js';
import {
  manyOrganisations,
  recordsWithoutOrganisations,
  projects,
} from '../../support/organisations.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {deepActiveElement, labelOf} from '../../support/focus.js';

const many = (count: number): Promise<SpassDirectory> =>
  loadedFixture<SpassDirectory>(
    html`<spass-directory
      group-by="none"
      .items=${manyOrganisations(count).map(one => ({...one, url: `https://example.org/${one.id}`}))}
    ></spass-directory>`,
  );
const names = (el: SpassDirectory) => queryTexts(el, '.actor .title');

describe('<spass-directory> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 finds an actor by typing, follows its link with Enter, and clears the search', async () => {
    const el = await many(14);
    const clock = new FakeTimers();
    try {
      await focusByKeyboard(queryAll(el, 'input')[0]);
      await pressKeys('1', '4');
      clock.advance(1000);
      await settled(el);
    } finally {
      clock.restore();
    }
    expect(names(el)).to.deep.equal(['Organisme 14']);
    expectFocus('Chercher un acteur');
    el.addEventListener('spass-record-select', event => event.preventDefault());
    const select = oneEvent(el, 'spass-record-select');
    await pressKeys('Tab', 'Enter');
    await select;
    expectFocus('Organisme 14');
    await pressKeys('Shift>Tab', 'Escape');
    await settled(el);
    expect(names(el).length).to.equal(12);
    expectFocus('Chercher un acteur');
  });

  it('A-04 draws the focus ring of a name above the line below it', async () => {
    const kinds = ['Association', 'Recherche'];
    const items = manyOrganisations(2).map((one, i) => ({
      ...one,
      kind: kinds[i],
      url: 'https://example.org/',
    }));
    const el = await loadedFixture<SpassDirectory>(
      html`<spass-directory style="inline-size: 20em" .items=${items}></spass-directory>`,
    );
    const [link] = queryAll(el, '.actor .title a');
    await focusByKeyboard(link);
    const below = link!.closest('.actor')!.querySelector('.about')!.getBoundingClientRect();
    expect(link!.getBoundingClientRect().bottom).to.be.at.most(below.top);
  });

  // As in Firefox, which does not empty a search field itself.
  it('A-04 clears the search with Escape where the browser does not', async () => {
    const el = await many(14);
    const [field] = queryAll<HTMLInputElement>(el, 'input');
    field!.value = 'Organisme 14';
    field!.dispatchEvent(new Event('input'));
    await settled(el);
    expect(names(el)).to.deep.equal(['Organisme 14']);
    field!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', isComposing: true}));
    await settled(el);
    expect(names(el)).to.deep.equal(['Organisme 14']);
    field!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    await settled(el);
    expect([names(el).length, field!.value]).to.deep.equal([12, '']);
  });

  it('A-04 loads more with Space and focuses the first new one', async () => {
    const el = await many(14);
    const before = new Set(names(el));
    await focusByKeyboard(queryAll(el, '[part=more]')[0]);
    await pressKeys('Space');
    await settled(el);
    const [first] = names(el).filter(name => !before.has(name));
    expectFocus(first ?? 'nobody');
    await pressKeys('Tab');
    expect(before.has(labelOf(deepActiveElement()))).to.equal(false);
  });

  for (const key of ['Enter', 'Space'])
    it(`A-04 filters the others to the project of an actor with ${key}, and back, and keeps the focus`, async () => {
      const el = await loadedFixtureWithSource<SpassDirectory>(
        new StubServer(recordsWithoutOrganisations),
        html`<spass-directory group="k"></spass-directory>`,
      );
      const map = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map group="k" .items=${projects}></spass-project-map>`,
      );
      await settled(el);
      const name = 'Ne voir que son projet : Commune d’Ors';
      await focusByName(el, name);
      await pressKeys(key);
      await settled(el);
      await map.loadComplete;
      expect(queryTexts(map, '.list .title')).to.deep.equal(['Un autre projet']);
      expect(deepActiveElement().ariaPressed).to.equal('true');
      expectFocus(name);
      await pressKeys(key);
      await settled(el);
      await map.loadComplete;
      expect(queryTexts(map, '.list .title').length).to.equal(2);
      expect(deepActiveElement().ariaPressed).to.equal('false');
      await focusByName(el, 'Voir sur la carte : CAUE du Nord');
      await pressKeys(key);
      await map.loadComplete;
      await map.updateComplete;
      expect(document.activeElement === map).to.equal(true);
    });

  it('A-04 reaches the reset button of an empty search', async () => {
    const el = await many(14);
    const clock = new FakeTimers();
    try {
      await focusByKeyboard(queryAll(el, 'input')[0]);
      await pressKeys('z', 'z', 'z');
      clock.advance(1000);
      await settled(el);
    } finally {
      clock.restore();
    }
    expect(names(el)).to.deep.equal([]);
    expect(await tabStops(el)).to.deep.equal(['Chercher un acteur', 'Tout effacer']);
    await focusByName(el, 'Tout effacer');
    await pressKeys('Enter');
    await settled(el);
    expect(names(el).length).to.equal(12);
    expect(el.matches(':focus-within')).to.equal(true);
  });
});
