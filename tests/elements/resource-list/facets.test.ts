import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {FilterChangeEvent, SpassResourceList} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, statusText} from '../../support/widget-fixture.js';
import {threeResources, manyResources} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const titles = (el: SpassResourceList) => queryTexts(el, '[part=link]');
const facet = (el: SpassResourceList, name: string) => queryTexts(el, `[data-facet=${name}] label`);
const box = (el: SpassResourceList, label: string) =>
  queryAll(el, '.values label')
    .find(one => one.textContent.includes(label))
    ?.querySelector('input');
const toggle = async (el: SpassResourceList, label: string) => {
  box(el, label)?.focus();
  box(el, label)?.click();
  await el.loadComplete;
  await el.updateComplete;
};
const search = async (el: SpassResourceList, words: string) => {
  const [field] = queryAll<HTMLInputElement>(el, '#q');
  if (field) field.value = words;
  field?.dispatchEvent(new InputEvent('input'));
  await el.loadComplete;
};
const show = (items: readonly unknown[], facets?: string) =>
  loadedFixture<SpassResourceList>(
    facets === undefined
      ? html`<spass-resource-list .items=${items}></spass-resource-list>`
      : html`<spass-resource-list .items=${items} facets=${facets}></spass-resource-list>`,
  );

before(() => setViewport({width: 1280, height: 900}));

describe('<spass-resource-list> facets', () => {
  it('shows each with values, named and counted', async () => {
    const el = await show(threeResources);
    expect(queryTexts(el, 'legend')).to.deep.equal(['Rubrique', 'Type', 'Thème', 'Commune']);
    expect(facet(el, 'section')).to.deep.equal(['Médiathèque 2', 'Observatoire 1']);
    expect(facet(el, 'type')).to.deep.equal(['Document 1', 'Marqueur 1', 'Site 1']);
    expect(queryTexts(el, '#year option')).to.deep.equal([
      'Toutes',
      '2018 (1)',
      '2016 (1)',
      '2014 (1)',
      '2013 (1)',
      '2012 (1)',
    ]);
  });

  it('has empty boxes of a line, without the grey of browsers in the dark', async () => {
    const el = await show(threeResources);
    const boxes = queryAll<HTMLInputElement>(el, '.values input');
    for (const one of boxes) {
      const {appearance, backgroundColor, borderTopWidth} = getComputedStyle(one);
      expect([appearance, backgroundColor, borderTopWidth]).to.deep.equal([
        'none',
        'rgba(0, 0, 0, 0)',
        '1px',
      ]);
    }
    expect(boxes.length).to.be.above(2);
    await toggle(el, 'Médiathèque');
    expect(getComputedStyle(box(el, 'Médiathèque')!).appearance, 'chosen').to.equal('auto');
  });

  it('keeps a long word of a value in its column, and its count whole', async () => {
    const theme = 'Landschaftsentwicklungsgenossenschaft der Hochwasserschutzmaßnahmen';
    const items = Array.from({length: 1200}, (_, id) => ({
      id,
      title: `Fiche ${String(id)}`,
      themes: [theme],
    }));
    const el = await show(items, 'theme');
    const [group, field] = ['fieldset', '#q'].map(part =>
      queryAll(el, part)[0]!.getBoundingClientRect(),
    );
    const parts = queryAll(el, '.values span').map(part => part.getBoundingClientRect());
    expect(parts.length).to.be.above(1);
    for (const {right} of parts) expect(right).to.be.at.most(group!.right + 1);
    expect(group!.right).to.be.below(field!.left);
    expect(parts.at(-1)!.height, 'one line').to.be.below(30);
  });

  it('draws each value below the one before, however long they are', async () => {
    const themes = [...Array(8).keys()].map(i => `${'Histoire et patrimoine '.repeat(9)}${i}`);
    const el = await show([{id: 1, title: 'Halle', themes}], 'theme');
    const boxes = queryAll(el, '.values label > span:first-of-type').map(one =>
      one.getBoundingClientRect(),
    );
    expect(boxes).to.have.length(8);
    for (const [i, {bottom}] of boxes.slice(0, -1).entries())
      expect(boxes[i + 1]?.top).to.be.at.least(bottom - 1);
  });

  it('shows the requested ones, in order; none for an empty list', async () => {
    const el = await show(threeResources, 'theme, type');
    expect(queryTexts(el, 'legend')).to.deep.equal(['Thème', 'Type']);
    el.setAttribute('facets', '');
    await el.loadComplete;
    expect(queryTexts(el, 'legend')).to.deep.equal([]);
    expect(queryAll(el, '.fold').length).to.equal(0);
    el.removeAttribute('facets');
    await el.loadComplete;
    expect(queryTexts(el, 'legend').length).to.equal(4);
  });

  it('have neither a column nor a button if no resource has a value', async () => {
    const el = await show([{id: 1, title: 'Un'}], 'theme,keywords');
    const [field] = queryAll(el, '#q');
    expect(queryAll(el, '.fold, .facets').length).to.equal(0);
    expect(field?.getBoundingClientRect().left).to.equal(el.getBoundingClientRect().left);
    await search(el, 'rien de tel');
    expect(queryAll(el, '.fold, .facets').length).to.equal(0);
  });

  it('stay where they are while a search finds nothing', async () => {
    const el = await show(threeResources, 'theme');
    const left = (): number | undefined => queryAll(el, '#q')[0]?.getBoundingClientRect().left;
    const before = left();
    await search(el, 'rien de tel');
    expect(titles(el)).to.deep.equal([]);
    expect(left()).to.equal(before);
    await search(el, '');
    expect(queryTexts(el, 'legend')).to.deep.equal(['Thème']);
  });

  it('counts a facet with the other filters, and keeps the selection', async () => {
    const el = await show(threeResources);
    await toggle(el, 'Observatoire');
    expect(titles(el)).to.deep.equal(['Un lavoir']);
    expect(facet(el, 'section')).to.deep.equal(['Médiathèque 2', 'Observatoire 1']);
    expect(facet(el, 'type')).to.deep.equal(['Marqueur 1']);
    expect(statusText(el)).to.equal('1 résultat');
    await search(el, 'atlas');
    expect(titles(el)).to.deep.equal([]);
    expect(facet(el, 'section')).to.deep.equal(['Médiathèque 1', 'Observatoire 0']);
    expect(box(el, 'Observatoire')?.checked).to.equal(true);
  });

  it('sends one request to a server per change, with the facets it shows', async () => {
    const server = new StubServer({resources: threeResources});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list facets="type,theme"></spass-resource-list>`,
    );
    await toggle(el, 'Patrimoine');
    expect(server.queriesFor().map(({theme}) => theme)).to.deep.equal([[], ['Patrimoine']]);
    expect(server.queriesFor()[1]?.facets).to.deep.equal(['type', 'theme']);
    expect(titles(el)).to.deep.equal(['Murailles et jardins', 'Un lavoir']);
  });

  it('keeps the focus and the position of a selected value', async () => {
    const el = await show(manyResources(40), 'theme');
    await toggle(el, 'Thème 12');
    expect(el.shadowRoot?.activeElement === box(el, 'Thème 12')).to.equal(true);
    expect(facet(el, 'theme')[3]).to.contain('Thème 12');
  });

  it('opens the remaining values, with a field to search them', async () => {
    const el = await show(manyResources(40), 'theme');
    const [open] = queryAll(el, '.quiet.small');
    expect(open?.textContent.trim()).to.equal('12 autres…');
    open?.click();
    await el.updateComplete;
    await el.updateComplete;
    const field = el.shadowRoot?.activeElement as HTMLInputElement;
    expect(field.ariaLabel).to.equal('Chercher dans Thème');
    expect(facet(el, 'theme').length).to.equal(20);
    field.value = 'THEME 20';
    field.dispatchEvent(new InputEvent('input'));
    await el.updateComplete;
    expect(facet(el, 'theme')).to.deep.equal(['Thème 20 2']);
  });

  it('selects one year, and shows a period selected elsewhere', async () => {
    const el = await show(threeResources);
    let filter = {};
    el.addEventListener('spass-filter-change', (change: FilterChangeEvent) => {
      ({filter} = change);
    });
    const year = queryAll<HTMLSelectElement>(el, '#year')[0]!;
    year.value = '2013';
    year.dispatchEvent(new Event('change'));
    await el.loadComplete;
    expect(filter).to.deep.equal({from: '2013', to: '2013'});
    expect(titles(el)).to.deep.equal(['Murailles et jardins']);
    expect(year.value).to.equal('2013');
    year.value = '';
    year.dispatchEvent(new Event('change'));
    await el.loadComplete;
    expect(titles(el).length).to.equal(3);
  });

  it('offers no value that the page excludes', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list
        .items=${threeResources}
        section="mediatheque"
        theme="Patrimoine,Eau"
      ></spass-resource-list>`,
    );
    expect(queryTexts(el, 'legend')).to.deep.equal(['Type', 'Thème', 'Commune']);
    expect(facet(el, 'theme')).to.deep.equal(['Patrimoine 1']);
    expect(queryAll(el, '.chip').length).to.equal(0);
  });

  it('collapses into one button when it is narrow', async () => {
    await setViewport({width: 400, height: 900});
    const el = await show(threeResources);
    const [fold] = queryAll(el, '.fold');
    const [facets] = queryAll(el, '.facets');
    expect([fold?.textContent.trim(), fold?.ariaExpanded]).to.deep.equal(['Filtrer', 'false']);
    expect(facets?.checkVisibility()).to.equal(false);
    fold?.click();
    await el.updateComplete;
    expect(fold?.ariaExpanded).to.equal('true');
    expect(facets?.checkVisibility()).to.equal(true);
    await toggle(el, 'Médiathèque');
    await toggle(el, 'Patrimoine');
    expect(fold?.textContent.trim()).to.equal('Filtrer (2)');
    await setViewport({width: 1280, height: 900});
    expect(fold?.checkVisibility()).to.equal(false);
  });
});

describe('<spass-resource-list> chips', () => {
  const chips = (el: SpassResourceList) => queryTexts(el, '.chip');

  it('show the selected values, and remove them', async () => {
    const el = await show(threeResources);
    for (const label of ['Médiathèque', 'Patrimoine', 'Site']) await toggle(el, label);
    expect(chips(el)).to.deep.equal(['Médiathèque', 'Site', 'Patrimoine']);
    expect(queryAll(el, '.chip')[0]?.ariaLabel).to.equal('Retirer le filtre Médiathèque');
    const press = async (index: number) => {
      queryAll(el, '.chip')[index]?.focus();
      queryAll(el, '.chip')[index]?.click();
      await el.loadComplete;
      await el.updateComplete;
      return el.shadowRoot?.activeElement?.textContent.trim();
    };
    expect(await press(1), 'the next one').to.equal('Patrimoine');
    expect(await press(1), 'the one before').to.equal('Médiathèque');
    expect(await press(0), 'the count').to.equal('3 résultats');
    expect(chips(el)).to.deep.equal([]);
  });

  it('clear everything, the search text too, and move the focus to the count', async () => {
    const el = await show(threeResources);
    await toggle(el, 'Médiathèque');
    await search(el, 'atlas');
    queryAll(el, '.bar > .quiet')[0]?.click();
    await el.loadComplete;
    expect(queryAll<HTMLInputElement>(el, '#q')[0]?.value).to.equal('');
    expect(titles(el).length).to.equal(3);
    expect(el.shadowRoot?.activeElement?.className).to.equal('count');
  });

  it('keep a name when no record has it any more', async () => {
    const el = await show(threeResources);
    await toggle(el, 'Ors');
    await search(el, 'atlas');
    expect(chips(el)).to.deep.equal(['Ors']);
    expect(facet(el, 'commune')).to.include('Ors 0');
  });
});
