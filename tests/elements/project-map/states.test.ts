import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/portal.js';
import '../../../src/define/family-filter.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {Selection} from '../../../src/controllers/selection-controller.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {village as portal} from '../../support/portals.js';
import {
  button,
  coastShown,
  facadePlaces,
  listedTitles,
  renderProjectMap,
  marker,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {dunes, mapProjects, trees} from '../../support/projects.js';
import {
  loadedFixtureWithSource,
  StubServer,
  fixtureWithSource,
} from '../../support/source-fixture.js';
import {recordWarnings} from '../../support/console.js';
import {waitUntil} from '../../support/wait-until.js';

recordWarnings();

const map = html`<spass-project-map></spass-project-map>`;

for (const width of [1280, 320])
  describe(`<spass-project-map> at ${width} px`, () => {
    before(() => setViewport({width, height: 900}));

    it('is accessible while it loads, and has the map’s height', async () => {
      const server = new StubServer({projects: mapProjects});
      server.isHeld = true;
      const el = await fixtureWithSource<SpassProjectMap>(server, map);
      await el.updateComplete;
      const [bone] = queryAll(el, '.stage.bone');
      expect(bone!.offsetHeight).to.equal(width === 320 ? 352 : 512);
      await expect(el).to.be.accessible();
    });

    it('covers nothing below it if the page gives it less height than it needs', async () => {
      const page = await fixture(
        html`<div>
          <spass-project-map style="height: 200px" .items=${mapProjects}></spass-project-map>
          <p>Suite</p>
        </div>`,
      );
      const [el, next] = [page.querySelector('spass-project-map')!, page.querySelector('p')!];
      await el.loadComplete;
      const {bottom} = el.shadowRoot!.querySelector('.root')!.getBoundingClientRect();
      expect(next.getBoundingClientRect().top).to.be.at.least(Math.floor(bottom));
    });

    it('has towns, scale and credit in the preview, and its button in the middle above them', async () => {
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map load="click" .items=${mapProjects}></spass-project-map>`,
      );
      await coastShown(el);
      const boxOf = (selector: string) => queryAll(el, selector)[0]!.getBoundingClientRect();
      const names = queryTexts(el, '.facade .town');
      expect(names.length).to.be.within(3, 24);
      const frame = boxOf('.stage');
      for (const name of queryAll(el, '.facade .town').map(one => one.getBoundingClientRect())) {
        expect(name.left, 'in the picture').to.be.within(frame.left, frame.right);
        expect(name.top, 'in the picture').to.be.within(frame.top, frame.bottom);
      }
      expect(queryTexts(el, '.facade .grid')).to.deep.equal(['Natural Earth']);
      const [stage, scale] = ['.stage', '.facade .scale'].map(boxOf);
      const ask = button(el, 'Afficher la carte').getBoundingClientRect();
      expect(scale!.bottom, 'scale in the picture').to.be.within(ask.bottom, stage!.bottom);
      expect(ask.left + ask.right).to.be.closeTo(stage!.left + stage!.right, 2);
      expect(stage!.bottom - ask.bottom).to.be.below(48);
    });

    it('has rings in the preview of many places, which would be one blot', async () => {
      const items = Array.from({length: 400}, (_, id) => ({
        id,
        title: `Projet ${id}`,
        family: 'projet',
        geo: {lat: 50.2 + (id % 20) / 30, lon: 2.6 + Math.floor(id / 20) / 20},
      }));
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map load="click" .items=${items}></spass-project-map>`,
      );
      await coastShown(el);
      const rings = queryAll(el, '.facade .near').map(number =>
        ['x', 'y'].map(axis => Number(number.getAttribute(axis))),
      );
      const dots = [...facadePlaces(el), ...rings];
      expect(dots.length).to.be.within(5, 100);
      for (const [i, [x = 0, y = 0]] of dots.entries())
        for (const [left = 0, top = 0] of dots.slice(i + 1))
          expect(Math.hypot(left - x, top - y), 'no ring over another').to.be.above(30);
    });

    it('draws the shapes of the families in the preview, parted by an edge', async () => {
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map
          load="click"
          .items=${[
            {id: 'a', title: 'Lille', geo: {lat: 50.63, lon: 3.06}, family: 'theme'},
            {id: 'b', title: 'Namur', geo: {lat: 50.46, lon: 4.86}, family: 'projet'},
          ]}
        ></spass-project-map>`,
      );
      await coastShown(el);
      const looks = ['.theme', '.projet'].map(family => {
        const [mark] = queryAll(el, `.facade .marker${family}`);
        const [edge, fill] = ['::before', '::after'].map(part => getComputedStyle(mark!, part));
        expect(edge!.backgroundColor, 'edge').not.to.equal(fill!.backgroundColor);
        return [mark!.dataset['letter'], fill!.clipPath];
      });
      expect(looks.map(([letter]) => letter)).to.deep.equal(['T', 'P']);
      expect(looks[0]![1]).to.contain('polygon');
      expect(looks[1]![1]).to.contain('inset');
    });

    it('draws coasts alone if its records cannot be loaded, above the button', async () => {
      const server = new StubServer({projects: mapProjects});
      server.isBroken = true;
      const el = await loadedFixtureWithSource<SpassProjectMap>(server, map);
      await waitUntil(() => queryAll(el, '.drawing .land').length > 0, 'coasts');
      const [stage] = queryAll(el, '.drawing .stage');
      const retry = queryAll(el, '.failure button')[0]!.getBoundingClientRect();
      expect(retry.top).to.be.above(stage!.getBoundingClientRect().bottom);
      await expect(el).to.be.accessible();
    });

    it('opens on the home country without places, not on the continent', async () => {
      const server = new StubServer({projects: []});
      const el = await loadedFixtureWithSource<SpassProjectMap>(server, map);
      await waitUntil(() => queryAll(el, '.scale text').length > 0, 'scale');
      expect(queryTexts(el, '.scale text').at(-1)).to.equal('200 km');
    });

    it('says that it has no places above the map, and has the way out below it', async () => {
      const server = new StubServer({projects: []});
      const el = await loadedFixtureWithSource<SpassProjectMap>(server, map);
      const [sentence, layout] = ['.empty', '.layout'].map(one =>
        queryAll(el, one)[0]!.getBoundingClientRect(),
      );
      expect(sentence!.bottom).to.be.at.most(layout!.top);
      expect(queryAll(el, '.way-out button')[0]!.getBoundingClientRect().top).to.be.above(
        layout!.bottom,
      );
    });

    it('is accessible with stale, partial data', async () => {
      const server = new StubServer({projects: mapProjects});
      server.extra = {staleSince: new Date(2026, 10, 3), cappedAt: 5};
      const el = await loadedFixtureWithSource<SpassProjectMap>(server, map);
      expect(queryTexts(el, '.notice')).to.deep.equal([
        'Le serveur ne répond pas : données du 3 novembre 2026. Réessayer',
        'Affichage limité aux 5 premiers.',
      ]);
      await expect(el).to.be.accessible();
    });
  });

describe('<spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('takes a family from the project’s portal', async () => {
    const server = new StubServer({projects: mapProjects, portals: [portal]});
    const el = await loadedFixtureWithSource<SpassProjectMap>(server, map);
    button(el, 'Voir sur la carte : Ors, un village et son canal').click();
    await mapUpdated(el);
    expect(marker(el, 'Ors').dataset['letter']).to.equal('P');
    expect(queryTexts(el, '.popup .family')).to.deep.equal(['PROJET']);
  });

  it('requests no portals if each project has a family', async () => {
    const server = new StubServer({projects: mapProjects.filter(({family}) => family)});
    await loadedFixtureWithSource<SpassProjectMap>(server, map);
    expect(server.queriesFor('portals').length).to.equal(0);
    expect(server.queriesFor('projects').length).to.equal(1);
  });

  it('applies the selection of others: family, programme, years, text and area', async () => {
    const el = await renderProjectMap(...mapProjects);
    const selection = selectionOf(el);
    for (const [filter, titles] of [
      [{family: ['theme']}, ['Observatoire des arbres']],
      [{programme: ['vi']}, ['Clim@Dunes']],
      [{to: '2010'}, []],
      [{q: 'ecluse'}, ['L’écluse d’Ors']],
      [{bbox: [3.5, 50, 3.7, 50.2]}, ['Ors, un village et son canal', 'L’écluse d’Ors']],
    ] as const) {
      selection.setFilter(filter);
      await mapUpdated(el);
      expect(listedTitles(el), JSON.stringify(filter)).to.deep.equal(titles);
    }
    selection.setFilter({bbox: [3.5, 50, 3.7, 50.2]});
    await mapUpdated(el);
    expect(queryTexts(el, '.towns text'), 'the map has gone there').to.include(
      'Le Cateau-Cambrésis',
    );
    expect(queryTexts(el, '[role=status]'), 'not its own reader’s act').to.deep.equal(['']);
  });

  it('states the funding of the projects that it shows, after a selection too', async () => {
    const funded = {...trees, programme: undefined, budget: {total: 100, eu: 60, funds: ['FEDER']}};
    const el = await renderProjectMap({...dunes, programme: undefined}, funded);
    const statements = (): number => queryAll(el, '[part=funding]').length;
    expect(statements()).to.equal(1);
    for (const [family, count] of [
      ['acteur', 0],
      ['theme', 1],
    ] as const) {
      selectionOf(el).setFilter({family: [family]});
      await mapUpdated(el);
      expect(statements(), family).to.equal(count);
    }
  });

  it('shares its selection with its group', async () => {
    const group = await fixture<HTMLElement>(
      html`<div>
        <spass-project-map group="g" .items=${mapProjects}></spass-project-map>
        <spass-project-map group="g" .items=${mapProjects}></spass-project-map>
      </div>`,
    );
    const [one, other] = [...group.querySelectorAll('spass-project-map')] as [
      SpassProjectMap,
      SpassProjectMap,
    ];
    await Promise.all([mapUpdated(one), mapUpdated(other)]);
    queryAll(one, '.list a')[0]!.focus();
    await mapUpdated(other);
    expect(queryTexts(other, '.lit .title')).to.deep.equal(['Clim@Dunes']);
    expect(selectionOf(one)).to.be.instanceOf(Selection);
    marker(one, 'Clim@Dunes').click();
    await mapUpdated(other);
    expect(queryTexts(other, '#popup-title')).to.deep.equal(['Clim@Dunes']);
    expect(other.matches(':focus-within'), 'the focus is the reader’s').to.equal(false);
  });

  it('changes its language live, towns and markers included, and marks text in another', async () => {
    const el = await renderProjectMap(...mapProjects);
    const towns = () => queryTexts(el, '.towns text');
    expect(towns()).to.include('Bruges');
    el.lang = 'nl';
    await mapUpdated(el);
    expect(queryAll(el, '.root')[0]?.lang).to.equal('nl');
    expect(queryTexts(el, '.in-view')).to.deep.equal(['In dit gebied: 4']);
    expect(marker(el, 'Klim@Duinen').getAttribute('data-letter')).to.equal('A');
    expect(queryAll(el, '.cluster')[0]?.ariaLabel).to.match(/^2 projecten/);
    expect(towns()).to.include('Brugge');
    await expect(el).to.be.accessible();
  });
});
