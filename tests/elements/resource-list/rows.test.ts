import {expect, html} from '@open-wc/testing';
import '../../../src/define/resource-list.js';
import type {RecordSelectEvent, SpassResourceList} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {village} from '../../support/drawings.js';
import {atlas, threeResources, marker, walls} from '../../support/resources.js';

const show = (items: readonly unknown[], lang = 'fr') =>
  loadedFixture<SpassResourceList>(
    html`<spass-resource-list lang=${lang} facets="" .items=${items}></spass-resource-list>`,
  );

describe('<spass-resource-list> rows', () => {
  it('shows kind, title, text, publisher, place and date of each', async () => {
    const el = await show(threeResources);
    expect(queryTexts(el, '.kind > span')).to.deep.equal([
      'Document · Médiathèque',
      'CAUE du Nord',
      'Site · Médiathèque',
      'Jeanne Dupont, Jan Peeters',
      'Marqueur · Observatoire',
    ]);
    expect(queryTexts(el, 'h3')).to.deep.equal([
      'Atlas de Flandre',
      'Murailles et jardins',
      'Un lavoir',
    ]);
    expect(queryTexts(el, '.text')).to.deep.equal([
      'Des cartes pour comprendre, débattre et agir.',
    ]);
    expect(queryTexts(el, '[part=facts] > span')).to.deep.equal([
      '1er mars 2018',
      'Ieper',
      '2012–2014',
      'français et néerlandais',
      'Ors',
      '2016',
    ]);
  });

  it('writes a type that is a code as words, in its row and in its facet', async () => {
    const types = ['FETE_ET_MARCHE', 'PLUi', 'CAUE', 'MAIRIE DE LILLE', 'A_B'];
    const items = types.map((type, id) => ({id, title: `R${id}`, type}));
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list facets="type" .items=${items}></spass-resource-list>`,
    );
    expect(queryTexts(el, '.kind > span')).to.deep.equal(['Fete et marche', ...types.slice(1)]);
    expect(queryTexts(el, 'fieldset label').join()).to.contain('Fete et marche');
  });

  it('names a place once: among the facts unless the title has its words', async () => {
    const at = (title: string, name: string) => ({title, name, id: title, commune: {name}});
    const named = [
      at('Raismes, laboratoire', 'Raismes'),
      at('Halle (Raismes)', 'Raismes'),
      at('L’écluse d’Ors', 'Ors'),
      at('La gare du Cateau : Le Cateau-Cambrésis', 'Le Cateau-Cambrésis'),
    ];
    const others = [
      at('Le marché de Lillers', 'Lille'),
      at('La gare de Saint-Amand-les-Eaux', 'Saint-Amand'),
      at('Décors', 'Ors'),
    ];
    const el = await show([...named, ...others]);
    expect(queryTexts(el, '[part=facts]')).to.deep.equal(others.map(({name}) => name));
  });

  it('says how many pictures a place has, and from which years', async () => {
    const el = await show([village, {...village, id: 2, pictures: village.pictures.slice(0, 1)}]);
    const facts = queryAll(el, '.row').map(row => row.querySelector('[part=facts]')?.textContent);
    expect(facts.map(text => text?.includes('6 images, 1900–2026'))).to.deep.equal([true, false]);
    expect(facts[1]).not.to.contain('image');
  });

  it('A-21 names a file by its title, and shows type, size and language', async () => {
    const el = await show([atlas]);
    const [file] = queryAll<HTMLAnchorElement>(el, '[part=file]');
    expect(queryTexts(el, '[part=file]')).to.deep.equal([
      'Atlas de Flandre, PDF, 2,4 Mo (en néerlandais)',
    ]);
    expect(file?.hasAttribute('download')).to.equal(true);
    expect(file?.hreflang).to.equal('nl');
    expect(file?.href).to.equal('https://example.org/atlas.pdf');
  });

  it('distinguishes several files by their titles', async () => {
    const attachments = [
      {url: 'https://example.org/a.zip', title: 'Plans', type: 'application/zip', size: 900},
      {url: 'https://example.org/b.geojson', title: 'Tracés'},
      {url: 'https://example.org/c', type: 'application/vnd.oasis.opendocument.text'},
    ];
    const el = await show([{...atlas, attachments}]);
    expect(queryTexts(el, '[part=file]')).to.deep.equal([
      'Plans, ZIP, 900 o',
      'Tracés, GEOJSON',
      'Atlas de Flandre, Fichier',
    ]);
    expect(queryAll(el, '[part=file] .sr').length).to.equal(0);
  });

  it('separates names that have commas themselves by dots', async () => {
    const one = {id: 7, title: 'Le torchis', authors: ['Roux, Léa', 'Le Ru']};
    const el = await show([one, {...one, id: 8, authors: ['Léa Roux', 'Jo Petit']}]);
    const people = queryTexts(el, '.kind > span').join(' / ');
    expect(people).to.match(/Roux, Léa\s· Le Ru.*Léa Roux, Jo Petit/);
  });

  it('shows a resource with only a file address', async () => {
    const {url: _url, ...bare} = atlas;
    const el = await show([bare]);
    expect(queryTexts(el, '[part=title]')).to.deep.equal(['Atlas de Flandre']);
    expect(queryAll(el, '[part=link]').length).to.equal(0);
    expect(queryAll(el, '[part=file]').length).to.equal(1);
  });

  it('shows the picture of a record, or a drawing of its kind, and the drawing for one that fails to load', async () => {
    const image = {src: village.pictures[0]?.src, alt: 'Le lavoir', credit: 'CAUE'};
    const el = await show([
      {...marker, image},
      walls,
      atlas,
      {id: 4, type: 'constructor'},
      {...marker, id: 5, family: 'acteur'},
    ]);
    const [picture, ...others] = queryAll<HTMLImageElement>(el, 'img');
    expect(others.length).to.equal(0);
    expect([picture?.alt, picture?.loading]).to.deep.equal(['Le lavoir', 'lazy']);
    const visible = (selector: string): number =>
      queryAll(el, selector).filter(one => one.checkVisibility()).length;
    expect([visible('svg.mark'), visible('.credit')]).to.deep.equal([4, 1]);
    expect(queryTexts(el, '.credit')).to.deep.equal(['© CAUE']);
    const drawings = queryAll(el, 'svg.mark').map(one => one.innerHTML);
    expect(new Set(drawings).size, 'site, page, none and pin').to.equal(4);
    expect(queryAll(el, 'svg.mark').every(one => one.ariaHidden === 'true')).to.equal(true);
    picture?.dispatchEvent(new Event('error'));
    expect(picture?.checkVisibility()).to.equal(false);
    expect([visible('svg.mark'), visible('.credit')]).to.deep.equal([5, 0]);
  });

  it('begins at the edge of the list if no record has a picture or a known type', async () => {
    const indents = async (...types: string[]): Promise<number[]> => {
      const el = await show(types.map((type, id) => ({...marker, id, type})));
      return queryAll(el, '.row .title').map(
        title => title.getBoundingClientRect().left - el.getBoundingClientRect().left,
      );
    };
    expect(await indents('PFE', 'TPFE')).to.deep.equal([0, 0]);
    const [first, second] = await indents('PFE', 'document');
    expect(first).to.equal(second);
    expect(first).to.be.above(32);
  });

  it('keeps room for pictures only in a list that has one, with all titles in one column', async () => {
    const image = {src: village.pictures[0]?.src, alt: ''};
    const leftOf = (one: Element): number => one.getBoundingClientRect().left;
    const starts = async (items: readonly unknown[]): Promise<readonly number[]> => {
      const el = await show(items);
      return queryAll(el, '.row .title').map(title => leftOf(title) - leftOf(el));
    };
    const [narrow, ...others] = await starts([marker, walls]);
    expect(narrow).to.be.below(56);
    expect(new Set(others)).to.deep.equal(new Set([narrow]));
    const [wide, below] = await starts([{...marker, image}, walls]);
    expect([wide! > narrow!, below]).to.deep.equal([true, wide]);
  });

  it('shows the kind of a resource and its people on one line, if they fit', async () => {
    const el = await show([atlas]);
    const [kind, people] = queryAll(el, '.kind > span').map(one => one.getBoundingClientRect());
    expect(people!.top).to.equal(kind!.top);
    expect(people!.left).to.be.above(kind!.right);
  });

  it('keeps the room of a picture before it is loaded', async () => {
    const image = {src: 'https://example.org/slow.jpg', alt: ''};
    const el = await show([{...marker, image}]);
    const {width, height} = queryAll(el, 'img')[0]!.getBoundingClientRect();
    expect(width).to.be.above(40);
    expect(height / width).to.be.closeTo(0.75, 0.02);
  });

  it('shows the date of an event', async () => {
    const event = {start: '2026-09-19', end: '2026-09-20'};
    const el = await show([
      {id: 1, title: 'Visite', type: 'actualite', section: 'actualite', event},
    ]);
    expect(queryTexts(el, '.kind')).to.deep.equal(['Actualité']);
    expect(queryTexts(el, '[part=facts]')).to.deep.equal(['19–20 septembre 2026']);
  });

  it('marks text in another language', async () => {
    const el = await show([atlas, {...walls, title: {en: 'Walls'}, lang: 'en'}], 'nl');
    expect(queryTexts(el, 'h3')).to.deep.equal(['Atlas van Vlaanderen', 'Walls (in het Engels)']);
    expect(queryAll(el, 'h3 [lang]').map(({lang}) => lang)).to.deep.equal(['en']);
    expect(queryAll(el, '.text').map(({lang}) => lang)).to.deep.equal(['fr']);
    expect(queryAll<HTMLAnchorElement>(el, '[part=link]').map(link => link.hreflang)).to.deep.equal(
      ['fr', 'en'],
    );
  });

  it('shows a resource without a title by its identifier, and omits an unknown publisher', async () => {
    const el = await show([{id: 7, publisher: 'Une personne'}]);
    expect(queryTexts(el, 'h3')).to.deep.equal(['Sans titre (7)']);
    expect(queryTexts(el, '.kind > span')).to.deep.equal([]);
    el.showPublisher = true;
    await el.updateComplete;
    expect(queryTexts(el, '.kind > span')).to.deep.equal(['Une personne']);
  });

  it('names a language once, beside the title or among the facts', async () => {
    const el = await show(
      [
        {id: 1, title: 'Goulet de Watten', lang: 'fr'},
        {id: 2, title: 'Werkpakket 4', lang: 'nl', languages: ['nl', 'fr']},
      ],
      'nl',
    );
    const [french, both] = queryTexts(el, '.row');
    expect(french!.match(/Frans/gu)?.length).to.equal(1);
    expect(both).to.match(/Nederlands en Frans/u);
  });

  it('keeps a number of a text with its word', async () => {
    const el = await show([{id: 1, title: 'Inventaire', abstract: 'Soit 85 opérations.'}]);
    expect(queryAll(el, '.text')[0]!.textContent).to.equal('Soit 85\u00a0opérations.');
  });

  it('shows hostile text as text', async () => {
    const evil = '<img src=x onerror=alert(1)>${7*7}';
    const el = await show([
      {
        id: evil,
        title: evil,
        type: evil,
        section: 'loading',
        abstract: evil,
        url: 'javascript:alert(1)',
        organisation: evil,
        commune: {name: evil},
        published: evil,
        lang: 'not a language',
        languages: ['***'],
        attachments: [
          {url: 'data:text/html,x', title: evil},
          {url: 'https://example.org/?x.exe', type: evil},
        ],
      },
    ]);
    expect(queryTexts(el, '[part=title]')).to.deep.equal([evil]);
    expect(queryTexts(el, '.kind > span')[0]).to.equal(`${evil} · loading`);
    expect(queryAll(el, 'img').length).to.equal(0);
    expect(queryAll<HTMLAnchorElement>(el, 'a').map(({protocol}) => protocol)).to.deep.equal([
      'https:',
    ]);
  });

  it('lets the page handle a link', async () => {
    const el = await show(threeResources);
    let chosen: unknown;
    el.addEventListener('spass-record-select', (select: RecordSelectEvent) => {
      chosen = select.record.id;
      select.preventDefault();
    });
    queryAll(el, '[part=link]')[1]?.click();
    expect(chosen).to.equal('walls');
  });

  it('has titles at the given heading level', async () => {
    const el = await show(threeResources);
    el.setAttribute('heading-level', '5');
    await el.updateComplete;
    expect(queryAll(el, 'h5').length).to.equal(3);
  });
});

describe('<spass-resource-list> in a group', () => {
  const pair = () =>
    loadedFixture<SpassResourceList>(
      html`<div>
        <spass-resource-list group="rows" .items=${threeResources}></spass-resource-list>
        <spass-resource-list group="rows" .items=${threeResources}></spass-resource-list>
      </div>`,
    );

  it('highlights the row that is hovered in another', async () => {
    const [one, two] = [...(await pair()).querySelectorAll('spass-resource-list')];
    await one?.loadComplete;
    await two?.loadComplete;
    if (!one || !two) throw new Error('there are two');
    const rows = (el: SpassResourceList) => queryAll(el, '.row').map(row => row.matches('.lit'));
    queryAll(one, '.row')[1]?.dispatchEvent(new PointerEvent('pointerenter'));
    await two.updateComplete;
    expect(rows(two)).to.deep.equal([false, true, false]);
    queryAll(one, '[part=link]')[2]?.focus();
    await two.updateComplete;
    expect(rows(two)).to.deep.equal([false, false, true]);
    queryAll(one, '[part=link]')[2]?.blur();
    queryAll(one, '.row')[1]?.dispatchEvent(new PointerEvent('pointerenter'));
    await two.updateComplete;
    one.remove();
    await two.updateComplete;
    expect(rows(two)).to.deep.equal([false, false, false]);
  });

  it('shares the selection, and only the widget in use announces it', async () => {
    const [one, two] = [...(await pair()).querySelectorAll('spass-resource-list')];
    await one?.loadComplete;
    await two?.loadComplete;
    if (!one || !two) throw new Error('there are two');
    queryAll<HTMLInputElement>(one, '[data-facet=type] input')[0]?.click();
    await one.loadComplete;
    await two.loadComplete;
    await one.updateComplete;
    expect(queryTexts(two, '[part=link]')).to.deep.equal(['Atlas de Flandre']);
    expect(queryTexts(two, '.chip')).to.deep.equal(['Document']);
    expect(queryTexts(one, '[role=status]')).to.deep.equal(['1 résultat']);
    expect(queryTexts(two, '[role=status]')).to.deep.equal(['']);
  });
});
