import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassProjectMap} from '../../../src/index.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  statusText,
  focusedElement,
  waitForStatus,
} from '../../support/widget-fixture.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {
  button,
  inViewText,
  listedTitles,
  renderProjectMap,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {dunes, mapProjects, network} from '../../support/projects.js';

const find = async (el: SpassProjectMap, name: string) => {
  const [field] = queryAll<HTMLInputElement>(el, '#commune');
  field!.focus();
  field!.value = name;
  field!.dispatchEvent(new Event('change', {bubbles: true}));
  await mapUpdated(el);
  await el.updateComplete;
};

describe('place search on a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('goes to a commune of the data, and shows the number of its records', async () => {
    const el = await renderProjectMap(...mapProjects);
    expect(
      queryAll<HTMLOptionElement>(el, 'datalist option').map(({value}) => value),
    ).to.deep.equal(['Dunkerque', 'Lille', 'Ors']);
    await find(el, 'ors');
    expect(listedTitles(el)).to.deep.equal(['Ors, un village et son canal', 'L’écluse d’Ors']);
    expect(statusText(el)).to.equal('Ors – Dans cette zone : 2');
    await find(el, 'Lille');
    expect(listedTitles(el)).to.deep.equal(['Observatoire des arbres']);
  });

  it('goes to a commune of thousands of records, typed before they have been read', async () => {
    const communes = ['Ors', 'Lille', ''];
    const many = Array.from({length: 3000}, (_, i) => ({
      id: i,
      title: `Projet ${i}`,
      geo: {lat: 50 + (i % 3) / 4, lon: 3},
      commune: {name: communes[i % 3] ?? ''},
    }));
    const rare = {...dunes, id: 'rare', commune: {name: 'Zuydcoote'}};
    const el = await renderProjectMap(...many.slice(0, 1500), rare, ...many.slice(1500));
    await find(el, 'zuydcoote');
    expect(listedTitles(el)).to.deep.equal(['Clim@Dunes']);
    await find(el, 'Bruges');
    await waitForStatus(el, '« Bruges » ne figure pas dans ces données.');
  });

  it('reports when a commune has no records, and stays', async () => {
    const el = await renderProjectMap(...mapProjects);
    await find(el, 'Paris');
    expect(statusText(el)).to.equal('« Paris » ne figure pas dans ces données.');
    expect(listedTitles(el).length).to.equal(4);
    await expect(el).to.be.accessible();
  });

  it('loads the map that waits for a click', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map load="click" .items=${mapProjects}></spass-project-map>`,
    );
    await find(el, 'Dunkerque');
    expect(listedTitles(el)).to.deep.equal(['Clim@Dunes']);
    expect(queryAll(el, '.facade').length).to.equal(0);
  });

  it('goes to a place requested by another widget, as long as it is on the page', async () => {
    const el = await renderProjectMap(...mapProjects);
    const selection = selectionOf(el);
    expect(selection.hasMap).to.equal(true);
    selection.showPlace({lat: 51.03, lon: 2.38});
    await mapUpdated(el);
    await el.updateComplete;
    expect(listedTitles(el)).to.deep.equal(['Clim@Dunes']);
    expect(focusedElement(el)?.className).to.contain('map');
    el.remove();
    expect(selection.hasMap).to.equal(false);
  });

  it('has no field if there is nothing to find', async () => {
    for (const items of [[dunes, network], [network], []]) {
      const el = await renderProjectMap(...items);
      expect(queryAll(el, '#commune').length).to.equal(0);
    }
  });

  describe('location of the reader', () => {
    let where: StubGeolocation;
    beforeEach(() => {
      where = new StubGeolocation();
    });
    afterEach(() => where.restore());

    it('is requested only after a click; the list follows the map', async () => {
      const el = await renderProjectMap(...mapProjects);
      expect(where.requestCount).to.equal(0);
      button(el, 'Autour de moi').click();
      await mapUpdated(el);
      expect(where.requestCount).to.equal(1);
      where.succeed(50.65, 3.06);
      await mapUpdated(el);
      await el.updateComplete;
      expect(listedTitles(el)).to.deep.equal(['Observatoire des arbres']);
      expect(statusText(el)).to.equal('Autour de moi – Dans cette zone : 1');
    });

    it('shows an error if it is unavailable', async () => {
      const el = await renderProjectMap(...mapProjects);
      button(el, 'Autour de moi').click();
      where.deny();
      await mapUpdated(el);
      expect(queryTexts(el, '.tools [role=alert]')).to.deep.equal([
        'Votre position n’a pas pu être déterminée.',
      ]);
      expect(inViewText(el)).to.equal('Dans cette zone : 4');
      await expect(el).to.be.accessible();
    });
  });
});
