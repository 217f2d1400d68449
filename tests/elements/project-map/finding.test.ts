import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassProjectMap} from '../../../src/index.js';
import {all, shown, texts} from '../../support/element.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {
  button,
  focused,
  inView,
  listed,
  mapOf,
  said,
  selectionOf,
  settled,
} from '../../support/project-map.js';
import {dunes, mapped, network} from '../../support/projects.js';

const find = async (el: SpassProjectMap, name: string) => {
  const [field] = all<HTMLInputElement>(el, '#commune');
  field!.focus();
  field!.value = name;
  field!.dispatchEvent(new Event('change', {bubbles: true}));
  await settled(el);
  await el.updateComplete;
};

describe('place search on a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('goes to a commune of the data, and shows the number of its records', async () => {
    const el = await mapOf(...mapped);
    expect(all<HTMLOptionElement>(el, 'datalist option').map(({value}) => value)).to.deep.equal([
      'Dunkerque',
      'Lille',
      'Ors',
    ]);
    await find(el, 'ors');
    expect(listed(el)).to.deep.equal(['Ors, un village et son canal', 'L’écluse d’Ors']);
    expect(said(el)).to.equal('Dans cette zone : 2');
    await find(el, 'Lille');
    expect(listed(el)).to.deep.equal(['Observatoire des arbres']);
  });

  it('reports when a commune has no records, and stays', async () => {
    const el = await mapOf(...mapped);
    await find(el, 'Paris');
    expect(said(el)).to.equal('« Paris » ne figure pas dans ces données.');
    expect(listed(el).length).to.equal(4);
    await expect(el).to.be.accessible();
  });

  it('loads the map that waits for a click', async () => {
    const el = await shown<SpassProjectMap>(
      html`<spass-project-map load="click" .items=${mapped}></spass-project-map>`,
    );
    await find(el, 'Dunkerque');
    expect(listed(el)).to.deep.equal(['Clim@Dunes']);
    expect(all(el, '.facade').length).to.equal(0);
  });

  it('goes to a place requested by another widget, as long as it is on the page', async () => {
    const el = await mapOf(...mapped);
    const selection = selectionOf(el);
    expect(selection.canShow).to.equal(true);
    selection.show({lat: 51.03, lon: 2.38});
    await settled(el);
    await el.updateComplete;
    expect(listed(el)).to.deep.equal(['Clim@Dunes']);
    expect(focused(el)?.className).to.contain('map');
    el.remove();
    expect(selection.canShow).to.equal(false);
  });

  it('has no field if there is nothing to find', async () => {
    for (const items of [[dunes, network], [network], []]) {
      const el = await mapOf(...items);
      expect(all(el, '#commune').length).to.equal(0);
    }
  });

  describe('location of the reader', () => {
    let where: StubGeolocation;
    beforeEach(() => {
      where = new StubGeolocation();
    });
    afterEach(() => where.end());

    it('is requested only after a click; the list follows the map', async () => {
      const el = await mapOf(...mapped);
      expect(where.asked).to.equal(0);
      button(el, 'Autour de moi').click();
      await settled(el);
      expect(where.asked).to.equal(1);
      where.answer(50.65, 3.06);
      await settled(el);
      await el.updateComplete;
      expect(listed(el)).to.deep.equal(['Observatoire des arbres']);
      expect(said(el)).to.equal('Dans cette zone : 1');
    });

    it('shows an error if it is unavailable', async () => {
      const el = await mapOf(...mapped);
      button(el, 'Autour de moi').click();
      where.refuse();
      await settled(el);
      expect(texts(el, '.tools [role=alert]')).to.deep.equal([
        'Votre position n’a pas pu être lue.',
      ]);
      expect(inView(el)).to.equal('Dans cette zone : 4');
      await expect(el).to.be.accessible();
    });
  });
});
