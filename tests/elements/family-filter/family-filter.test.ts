import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import '../../../src/define/family-filter.js';
import type {SpassFamilyFilter} from '../../../src/index.js';
import type {Filter} from '../../../src/model/query.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  statusText,
  waitForStatus,
} from '../../support/widget-fixture.js';
import {onePerFamily, manyPortals} from '../../support/portals.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const filterTemplate = html`<spass-family-filter></spass-family-filter>`;
const server = () => new StubServer({portals: manyPortals(10)});
const selectionOf = (el: SpassFamilyFilter) => (el as unknown as {selection: Selection}).selection;
const toggle = (el: SpassFamilyFilter, word: string) =>
  queryAll<HTMLButtonElement>(el, 'button[aria-pressed]').find(button =>
    button.textContent.includes(word),
  )!;
const pressed = (el: SpassFamilyFilter) => queryTexts(el, '[aria-pressed=true] .name');
const counts = (el: SpassFamilyFilter) => queryTexts(el, '.count');
const press = async (el: SpassFamilyFilter, word: string) => {
  toggle(el, word).click();
  await el.loadComplete;
};
const showFilter = (template: TemplateResult) =>
  loadedFixtureWithSource<SpassFamilyFilter>(server(), template);

describe('<spass-family-filter>', () => {
  it('has three toggle buttons, and one for all, each with a description and a count', async () => {
    const el = await showFilter(filterTemplate);
    expect(queryTexts(el, 'button')).to.deep.equal([
      'Toutes 10 10 portails',
      'ACTEUR En réseau, par métier ou fonction 4 4 portails',
      'THÈME Ensemble, autour d’un sujet commun 3 3 portails',
      'PROJET À plusieurs, sur un projet concret 3 3 portails',
    ]);
    expect(pressed(el)).to.deep.equal(['Toutes']);
    await expect(el).to.be.accessible();
  });

  it('says why the families have more records than there are, if one may be in several', async () => {
    const stub = server();
    const find = stub.find.bind(stub);
    stub.find = async (...query) => {
      const result = await find(...query);
      const family = (result.facets.family ?? []).map(one => ({...one, count: one.count + 1}));
      return {...result, facets: {...result.facets, family}};
    };
    const sentence = 'Une fiche peut avoir plusieurs familles.';
    const el = await loadedFixtureWithSource<SpassFamilyFilter>(stub, filterTemplate);
    expect(queryTexts(el, '.body > p')).to.deep.equal([sentence]);
    expect(queryTexts(await showFilter(filterTemplate), '.body > p')).to.deep.equal([]);
  });

  it('says that it has no address, without an outline of one empty line', async () => {
    const el = await loadedFixture<SpassFamilyFilter>(
      html`<spass-family-filter><a href="#x">Les familles</a></spass-family-filter>`,
    );
    expect(queryTexts(el, '.failure > p').length).to.equal(1);
    expect(queryAll(el, '.drawing').some(drawing => drawing.checkVisibility())).to.equal(false);
  });

  it('breaks no name of a family, in large type and at each width of a column', async () => {
    for (const lang of ['fr', 'de'])
      for (const width of ['20em', '30em', '36em', '43em', '44em', '52em']) {
        const el = await showFilter(
          html`<spass-family-filter
            lang=${lang}
            style=${`inline-size: ${width}; font: 18px DejaVu Serif, Noto Serif, serif`}
          ></spass-family-filter>`,
        );
        for (const name of queryAll(el, '.name')) {
          const {height} = name.getBoundingClientRect();
          expect(height, `${name.textContent} at ${width}`).to.be.below(36);
        }
      }
  });

  it('shows a family without results quietly, until it is chosen', async () => {
    const portals = manyPortals(9).filter(({family}) => family !== 'projet');
    const el = await loadedFixtureWithSource<SpassFamilyFilter>(
      new StubServer({portals}),
      filterTemplate,
    );
    const weightOf = (word: string) =>
      getComputedStyle(toggle(el, word).querySelector('.name')!).fontWeight;
    expect(['ACTEUR', 'PROJET'].map(weightOf)).to.deep.equal(['600', '400']);
    await expect(el).to.be.accessible();
    await press(el, 'PROJET');
    expect(weightOf('PROJET')).to.equal('600');
  });

  it('selects one family at a time, and deselects the one that is pressed again', async () => {
    const el = await showFilter(filterTemplate);
    await press(el, 'ACTEUR');
    expect(selectionOf(el).filter).to.deep.equal({family: ['acteur']});
    expect(pressed(el)).to.deep.equal(['ACTEUR']);
    await expect(el).to.be.accessible();
    await press(el, 'PROJET');
    expect(pressed(el)).to.deep.equal(['PROJET']);
    await press(el, 'PROJET');
    expect(pressed(el)).to.deep.equal(['Toutes']);
    expect(selectionOf(el).filter).to.deep.equal({});
  });

  it('returns to all, and keeps the rest of the selection', async () => {
    const el = await showFilter(filterTemplate);
    selectionOf(el).setFilter({q: 'portail', family: ['theme']});
    await el.loadComplete;
    expect(pressed(el)).to.deep.equal(['THÈME']);
    await press(el, 'Toutes');
    expect(selectionOf(el).filter).to.deep.equal({q: 'portail'});
  });

  it('selects several if the page allows it', async () => {
    const el = await showFilter(html`<spass-family-filter multiple></spass-family-filter>`);
    await press(el, 'THÈME');
    await press(el, 'ACTEUR');
    expect(selectionOf(el).filter).to.deep.equal({family: ['theme', 'acteur']});
    expect(pressed(el)).to.deep.equal(['ACTEUR', 'THÈME']);
    await waitForStatus(el, 'ACTEUR : 4 portails et THÈME : 3 portails');
    await press(el, 'THÈME');
    expect(pressed(el)).to.deep.equal(['ACTEUR']);
  });

  it('announces once the current selection and its count', async () => {
    const el = await showFilter(filterTemplate);
    const heard: string[] = [];
    const line = queryAll(el, '[role=status]')[0]!;
    new MutationObserver(() => heard.push(line.textContent.trim())).observe(line, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    await press(el, 'ACTEUR');
    await press(el, 'Toutes');
    await waitUntil(() => heard.length > 1);
    expect(heard.map(sentence => sentence.replace(/\s/g, ' '))).to.deep.equal([
      'ACTEUR : 4 portails',
      'Toutes : 10 portails',
    ]);
  });

  it('requests its counts once: selecting a family sends no request', async () => {
    const source = server();
    const el = await loadedFixtureWithSource<SpassFamilyFilter>(source, filterTemplate);
    await press(el, 'ACTEUR');
    await press(el, 'THÈME');
    expect(source.queriesFor('portals').length).to.equal(1);
    expect(source.queriesFor('portals')[0]).to.include({limit: 1, lang: 'fr'});
    expect(source.queriesFor('portals')[0]?.facets).to.deep.equal(['family']);
  });

  it('counts within the rest of the selection', async () => {
    const el = await showFilter(filterTemplate);
    await press(el, 'ACTEUR');
    selectionOf(el).setFilter({q: 'portail 1'});
    await el.loadComplete;
    expect(counts(el)).to.deep.equal(['2', '2', '0', '0']);
    expect(statusText(el), 'another widget’s reader did the rest').to.equal('ACTEUR : 4 portails');
  });

  it('counts the requested collection', async () => {
    const source = new StubServer({
      portals: manyPortals(1),
      resources: [
        {id: 1, family: 'theme'},
        {id: 2, family: 'theme'},
      ],
      projects: [{id: 1, family: 'projet'}],
    });
    const el = await loadedFixtureWithSource<SpassFamilyFilter>(
      source,
      html`<spass-family-filter of="resources"></spass-family-filter>`,
    );
    expect(queryTexts(el, '.count + .sr')).to.deep.equal([
      '2 ressources',
      '0 ressource',
      '2 ressources',
      '0 ressource',
    ]);
    el.of = 'projects';
    await el.loadComplete;
    expect(counts(el)).to.deep.equal(['1', '0', '0', '1']);
  });

  it('offers only the families that the page allows', async () => {
    const el = await showFilter(
      html`<spass-family-filter family="projet, acteur"></spass-family-filter>`,
    );
    expect(queryTexts(el, '.name')).to.deep.equal(['Toutes', 'ACTEUR', 'PROJET']);
    expect(counts(el)).to.deep.equal(['7', '4', '3']);
  });

  it('lets the page cancel a selection', async () => {
    const el = await showFilter(filterTemplate);
    const filters: Filter[] = [];
    el.addEventListener('spass-filter-change', event => {
      filters.push(event.filter);
      event.preventDefault();
    });
    await press(el, 'ACTEUR');
    expect(filters).to.deep.equal([{family: ['acteur']}]);
    expect(pressed(el)).to.deep.equal(['Toutes']);
    expect(statusText(el)).to.equal('');
  });

  it('is one column if narrow, and a row elsewhere', async () => {
    await setViewport({width: 320, height: 640});
    const el = await showFilter(filterTemplate);
    const lefts = () => new Set(queryAll(el, 'button').map(button => button.offsetLeft)).size;
    expect(lefts()).to.equal(1);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    for (const button of queryAll(el, 'button')) expect(button.offsetHeight).to.be.at.least(44);
    await setViewport({width: 800, height: 600});
    expect(lefts()).to.equal(4);
  });

  it('A-06 cuts no text at 320 px with a font of 200 %', async () => {
    await setViewport({width: 320, height: 640});
    const el = await loadedFixture<SpassFamilyFilter>(
      html`<spass-family-filter
        style="font-size: 32px"
        .items=${onePerFamily}
      ></spass-family-filter>`,
    );
    const [group] = queryAll(el, 'fieldset');
    expect(group!.scrollWidth).to.be.at.most(group!.clientWidth);
  });

  it('counts the portals passed as items', async () => {
    const el = await loadedFixture<SpassFamilyFilter>(
      html`<spass-family-filter .items=${onePerFamily}></spass-family-filter>`,
    );
    expect(counts(el)).to.deep.equal(['4', '1', '1', '1']);
  });
});

describe('<spass-family-filter> without counts', () => {
  it('works while they load, without layout shift when they arrive', async () => {
    const source = server();
    source.isHeld = true;
    source.extra = {attribution: {text: 'CAUE du Nord'}};
    const el = await fixtureWithSource<SpassFamilyFilter>(source, filterTemplate);
    await el.updateComplete;
    const height = el.offsetHeight;
    await expect(el).to.be.accessible();
    const button = toggle(el, 'THÈME');
    button.focus();
    button.click();
    await el.updateComplete;
    expect(pressed(el)).to.deep.equal(['THÈME']);
    expect(statusText(el)).to.equal('THÈME');
    source.queries[0]?.answer();
    await el.loadComplete;
    expect(counts(el)).to.deep.equal(['10', '4', '3', '3']);
    expect(el.offsetHeight).to.equal(height);
    expect(el.shadowRoot?.activeElement === button, 'focus stays').to.equal(true);
  });

  it('works if they cannot be loaded, shows the error, and tries again', async () => {
    const warn = console.warn;
    console.warn = () => {};
    const source = server();
    source.isBroken = true;
    const el = await loadedFixtureWithSource<SpassFamilyFilter>(source, filterTemplate);
    expect(queryTexts(el, '[role=alert]').length).to.equal(1);
    await press(el, 'PROJET');
    expect(selectionOf(el).filter).to.deep.equal({family: ['projet']});
    await expect(el).to.be.accessible();
    source.isBroken = false;
    queryAll(el, '.failure button')[0]!.focus();
    queryAll(el, '.failure button')[0]!.click();
    await el.loadComplete;
    expect(counts(el)).to.deep.equal(['10', '4', '3', '3']);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
    console.warn = warn;
  });

  it('offers nothing to press if the tag has no address', async () => {
    const warn = console.warn;
    console.warn = () => {};
    const el = await loadedFixture<SpassFamilyFilter>(filterTemplate);
    console.warn = warn;
    expect(queryTexts(el, '.failure > p')).to.deep.equal([
      'Ce contenu n’est pas encore configuré.',
    ]);
    expect(
      queryAll(el, 'button').filter(button => button.checkVisibility({visibilityProperty: true})),
    ).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });
});
