import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import type {Chapter} from '../../../src/model/records.js';
import {queryAll, queryTexts, settled} from '../../support/widget-fixture.js';
import {atlas, threeResources, manyResources, marker, walls} from '../../support/resources.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';

const chapters: readonly Chapter[] = [
  {
    id: 'water',
    title: 'L’eau',
    order: 2,
    intro: 'Des lavoirs.',
    resources: ['marker', 'gone', 'lost'],
  },
  {
    id: 'paper',
    title: {fr: 'Le papier', nl: 'Het papier'},
    order: 1,
    resources: ['walls', 'atlas'],
  },
];
const plain = html`<spass-resource-list chapters></spass-resource-list>`;
const shape = (el: SpassResourceList): readonly string[] =>
  queryAll(el, '.chapter').map(chapter =>
    [...chapter.querySelectorAll('h3, h4')].map(({textContent}) => textContent.trim()).join(' / '),
  );
const button = (el: SpassResourceList, name: string): HTMLButtonElement => {
  const found = queryAll<HTMLButtonElement>(el, 'button').find(one =>
    one.textContent.includes(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

describe('<spass-resource-list chapters>', () => {
  it('shows the chapters in order, each with its resources, and counts the missing ones', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources, chapters}),
      plain,
    );
    expect(shape(el)).to.deep.equal([
      'Le papier / Murailles et jardins / Atlas de Flandre',
      'L’eau / Un lavoir',
    ]);
    expect(queryTexts(el, '.intro')).to.deep.equal(['Des lavoirs.']);
    expect(queryTexts(el, '.chapter > .small')).to.deep.equal([
      '2 fiches de ce chapitre sont introuvables.',
    ]);
    expect(queryAll<HTMLAnchorElement>(el, '.title a').map(({href}) => href)).to.deep.equal(
      [walls, atlas, marker].map(({url}) => url),
    );
    expect(queryAll(el, '.sort').length, 'the order is that of the chapters').to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('has introductions below the titles, in the column of the marks', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: [{...marker, abstract: 'Un lavoir couvert.'}], chapters}),
      html`<spass-resource-list
        chapters
        facets=""
        style="inline-size: 60em"
      ></spass-resource-list>`,
    );
    const starts = (selector: string) =>
      queryAll(el, selector).map(one => Math.round(one.getBoundingClientRect().left));
    expect(starts('.chapter > .title')[0]).to.equal(starts('.mark')[0]);
    expect(starts('.chapter > .intro')[0], 'not that of the texts').to.equal(starts('.mark')[0]);
    const [line] = queryAll(el, '.chapter:has(.intro)');
    const [title, intro] = ['.title', '.intro'].map(part =>
      line!.querySelector(`:scope > ${part}`)!,
    );
    expect(intro!.getBoundingClientRect().top).to.be.above(title!.getBoundingClientRect().bottom);
  });

  it('shows resources of no chapter under a last heading, so that the totals agree', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources, chapters: chapters.slice(1)}),
      plain,
    );
    expect(shape(el)).to.deep.equal([
      'Le papier / Murailles et jardins / Atlas de Flandre',
      'Autres ressources / Un lavoir',
    ]);
    expect(queryTexts(el, '.count')).to.deep.equal(['3 résultats']);
    await expect(el).to.be.accessible();
  });

  it('uses the reader’s language, with headings of the given level', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources, chapters}),
      html`<spass-resource-list chapters lang="nl" heading-level="4"></spass-resource-list>`,
    );
    expect(queryTexts(el, 'h4')).to.deep.equal(['Het papier', 'L’eau']);
    expect(queryTexts(el, 'h5').length).to.equal(3);
  });

  it('requests the chapters of its portals, and all of their resources', async () => {
    const server = new StubServer({resources: threeResources, chapters});
    await loadedFixtureWithSource(
      server,
      html`<spass-resource-list chapters portal="425"></spass-resource-list>`,
    );
    expect(server.queriesFor('chapters').map(({portal}) => portal)).to.deep.equal([['425']]);
    const whole = server.queries.find(
      ({collection, method: how}) => collection === 'resources' && how === 'all',
    );
    expect(whole?.query.portal).to.deep.equal(['425']);
    const none = new StubServer({resources: threeResources, chapters});
    await loadedFixtureWithSource(none, html`<spass-resource-list></spass-resource-list>`);
    expect(none.queriesFor('chapters'), 'only where they are wanted').to.deep.equal([]);
  });

  it('hides what does not match the filters, and does not count it as missing', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources, chapters}, true),
      plain,
    );
    const [search] = queryAll<HTMLInputElement>(el, 'input[type=search]');
    search!.value = 'lavoir';
    search!.dispatchEvent(new Event('input'));
    await settled(el);
    expect(shape(el)).to.deep.equal(['L’eau / Un lavoir']);
    expect(queryAll(el, '.chapter > .small').length).to.equal(0);
    search!.value = 'rien de tel';
    search!.dispatchEvent(new Event('input'));
    await settled(el);
    expect(queryAll(el, '.empty button').length, 'a way out').to.equal(1);
  });

  it('does not repeat the title of a chapter above its only resource', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({
        resources: [
          {...atlas, title: 'Modèle Composec'},
          {...marker, title: 'Modèle G2'},
        ],
        chapters: [
          {id: 'a', title: 'Composec', resources: [atlas.id]},
          {id: 'b', title: 'G2', intro: 'Un procédé de 1973.', resources: [marker.id]},
        ],
      }),
      plain,
    );
    expect(shape(el), 'an introduction keeps its title').to.deep.equal([
      'Modèle Composec',
      'G2 / Modèle G2',
    ]);
    const [alone, below] = queryAll(el, '.row .title');
    const sizes = [alone, below, queryAll(el, '.chapter > .title')[0]].map(
      one => one && getComputedStyle(one).fontSize,
    );
    expect(alone?.localName).to.equal('h3');
    expect(sizes[0], 'as large as other rows').to.equal(sizes[1]);
    expect(sizes[0]).not.to.equal(sizes[2]);
    await expect(el).to.be.accessible();
  });

  it('shows more on request, and focuses the first new one', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({
        resources: manyResources(6),
        chapters: [
          {id: 'a', title: 'A', resources: [1, 2, 3]},
          {id: 'b', title: 'B', resources: [4, 5, 6]},
        ],
      }),
      html`<spass-resource-list chapters limit="4"></spass-resource-list>`,
    );
    expect(shape(el)).to.deep.equal(['A / Fiche 1 / Fiche 2 / Fiche 3', 'B / Fiche 4']);
    el.addEventListener('spass-page-change', event => event.preventDefault(), {once: true});
    button(el, 'Voir plus').click();
    await settled(el);
    expect(queryAll(el, '.row').length, 'the page may say no').to.equal(4);
    button(el, 'Voir plus').click();
    await settled(el);
    expect(queryAll(el, '.row').length).to.equal(6);
    expect(el.shadowRoot?.activeElement?.textContent.trim()).to.equal('Fiche 5');
    expect(queryTexts(el, '[role=status]')).to.deep.equal(['2 résultats ajoutés, 6 sur 6.']);
    expect(queryAll(el, '[part=more]').length).to.equal(0);
  });

  it('is a normal list if there are no chapters, and shows an error if they fail', async () => {
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources: threeResources}),
      plain,
    );
    expect(queryTexts(el, '.row h3').length).to.equal(3);
    const server = new StubServer({resources: threeResources, chapters});
    server.isHeld = true;
    const other = await fixtureWithSource<SpassResourceList>(server, plain);
    await other.updateComplete;
    for (const question of server.queries)
      if (question.collection === 'chapters') question.fail();
      else question.answer();
    server.isHeld = false;
    await settled(other);
    expect(queryTexts(other, '.row h3').length).to.equal(3);
    expect(queryTexts(other, '[role=alert]')[0]).to.match(
      /^Les chapitres n’ont pas pu être chargés\./,
    );
    await expect(other).to.be.accessible();
    button(other, 'Réessayer').focus();
    button(other, 'Réessayer').click();
    await settled(other);
    expect(shape(other).length).to.equal(2);
    expect(other.matches(':focus-within'), 'focus stays').to.equal(true);
  });
});
