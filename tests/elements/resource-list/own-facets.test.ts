import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import '../../../src/define/explorer.js';
import type {SpassExplorer, SpassResourceList} from '../../../src/index.js';
import {
  focusedElement,
  loadedFixture,
  queryAll,
  queryTexts,
  settled,
} from '../../support/widget-fixture.js';

const buildings = [
  {id: 1, title: 'Préau', extra: {Modèle: 'T10', 'Année de pose': '1953'}},
  {id: 2, title: 'Halle', extra: {Modèle: ' t10', 'Année de pose': ['1953', '1960']}},
  {id: 3, title: 'Cour', extra: {Modèle: 'T 20'}},
  {id: 4, title: 'Mur', type: 'document'},
];

const show = (names: string, items: readonly unknown[] = buildings, extra = {}) =>
  loadedFixture<SpassResourceList>(
    html`<spass-resource-list
      .items=${items}
      facets="type"
      facet-fields=${names}
      ?sync-url=${'syncUrl' in extra}
      group=${'syncUrl' in extra ? 'batis' : ''}
    ></spass-resource-list>`,
  );
const labels = (el: SpassResourceList, name: string) =>
  queryTexts(el, `[data-facet="extra.${name}"] label`);
const titles = (el: SpassResourceList) => queryTexts(el, '[part=title]');
const choose = async (el: SpassResourceList, label: string) => {
  queryAll(el, '.values label')
    .find(one => one.textContent.includes(label))
    ?.click();
  await el.loadComplete;
  await el.updateComplete;
};

describe('own fields as facets', () => {
  const address = location.href;
  before(() => setViewport({width: 1280, height: 900}));
  afterEach(() => history.replaceState(history.state, '', address));

  it('come after the others, named and counted, one option for several spellings', async () => {
    const el = await show('modèle, Année de pose');
    expect(queryTexts(el, 'legend')).to.deep.equal(['Type', 'Modèle', 'Année de pose']);
    expect(labels(el, 'modèle')).to.deep.equal(['T10 2', 'T 20 1']);
    expect(labels(el, 'Année de pose')).to.deep.equal(['1953 2', '1960 1']);
  });

  it('narrow the list, and can be removed again', async () => {
    const el = await show('extra.modele, annee_de_pose');
    expect(queryTexts(el, 'legend')).to.deep.equal(['Type', 'Modele', 'Annee de pose']);
    await choose(el, 'T10');
    expect(titles(el)).to.deep.equal(['Préau', 'Halle']);
    queryAll<HTMLButtonElement>(el, '[part=chips] button')[0]?.click();
    await el.loadComplete;
    expect(titles(el).length).to.equal(4);
  });

  it('are kept in the address, and read from it', async () => {
    const el = await show('modèle', buildings, {syncUrl: true});
    await choose(el, 'T 20');
    expect(new URL(location.href).searchParams.getAll('batis.extra.modèle')).to.deep.equal([
      'T 20',
    ]);
    el.remove();
    const again = await show('modèle', buildings, {syncUrl: true});
    expect(titles(again)).to.deep.equal(['Cour']);
    await choose(again, 'T 20');
    expect(location.href).not.to.contain('batis.extra');
  });

  it('find their values by a field that has a name, if they are many', async () => {
    const many = Array.from({length: 90}, (_, i) => ({
      id: i,
      title: `Arbre ${i}`,
      extra: {'Nom latin': `Quercus ${i}`},
    }));
    const el = await show('nom latin', many);
    queryAll<HTMLButtonElement>(el, '[data-facet] button')
      .find(one => one.textContent.includes('autres…'))
      ?.click();
    await settled(el);
    const field = focusedElement(el) as HTMLInputElement;
    const hint = field.getAttribute('aria-describedby') ?? '';
    expect(queryAll(el, `[id="${hint}"]`)[0]?.textContent).to.contain('50 sur 90');
    expect(labels(el, 'nom latin').length).to.equal(50);
  });

  it('are offered by the list of an explorer, and leave its other views alone', async () => {
    const explorer = await loadedFixture<SpassExplorer>(
      html`<spass-explorer
        views="cards list"
        facet-fields="modèle"
        .items=${[{portals: [{id: 'p', title: 'Portail'}], resources: buildings}]}
      ></spass-explorer>`,
    );
    const list = explorer.shadowRoot?.querySelector('spass-resource-list') as SpassResourceList;
    const cards = explorer.shadowRoot?.querySelector('spass-portal-cards');
    await choose(list, 'T10');
    await explorer.loadComplete;
    expect(titles(list)).to.deep.equal(['Préau', 'Halle']);
    expect(cards?.shadowRoot?.textContent).to.contain('Portail');
  });
});
