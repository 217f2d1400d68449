import {expect, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {render, type TemplateResult} from 'lit';
import fc from 'fast-check';
import type {SpassProjectMap} from '../../../src/index.js';
import type {Project, Resource} from '../../../src/model/records.js';
import {queryAll, loadedFixture, queryTexts, focusedElement} from '../../support/widget-fixture.js';
import {layerTemplate, layersIn, listOutline, layerToggles} from '../../support/layers.js';
import {monuments} from '../../support/monuments.js';
import {
  button,
  inViewText,
  listedTitles,
  marker,
  popup,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {dunes, lock, mapProjects, stackedProjects} from '../../support/projects.js';
import {GeometryServer, sites} from '../../support/geometry-server.js';
import {StubServer, fixtureWithSource} from '../../support/source-fixture.js';
import {recordWarnings} from '../../support/console.js';

const mapWith = (
  layers: unknown,
  projects: readonly unknown[] = mapProjects,
): Promise<SpassProjectMap> =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map .items=${projects}>${layers}</spass-project-map>`,
  );

const toggleLayer = async (el: SpassProjectMap, name: string): Promise<void> => {
  const found = queryAll<HTMLButtonElement>(el, '.legend button').find(one =>
    one.textContent.includes(name),
  );
  found?.click();
  await mapUpdated(el);
};

describe('a <spass-layer> in a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));
  const warnings = recordWarnings();

  it('stays when the map’s own records cannot be loaded, and tries them again', async () => {
    const server = new StubServer({projects: mapProjects});
    const el = await fixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map>${layerTemplate(monuments)}</spass-project-map>`,
    );
    await mapUpdated(el);
    const all = listOutline(el).length;
    server.isBroken = true;
    await el.reload();
    await mapUpdated(el);
    expect(queryTexts(el, '[role=alert]')).to.deep.equal([
      'Ces données ne sont pas accessibles pour le moment.',
    ]);
    expect(layerToggles(el)).to.deep.equal(['on M Monuments 4']);
    expect(listOutline(el)).to.deep.equal([
      'Monuments : 3',
      'Église Saint-Martin',
      'Maison forestière',
      'Moulin',
    ]);
    await expect(el).to.be.accessible();
    server.isBroken = false;
    queryAll(el, '.failure button')[0]?.focus();
    queryAll(el, '.failure button')[0]?.click();
    await mapUpdated(el);
    expect(listOutline(el).length).to.equal(all);
    expect(queryTexts(el, '[role=alert]')).to.deep.equal([]);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('adds its records to the map, to the legend and, under its own heading, to the list', async () => {
    const el = await mapWith(layerTemplate(monuments));
    expect(layerToggles(el)).to.deep.equal(['on M Monuments 4']);
    expect(inViewText(el)).to.equal('Dans cette zone : 7');
    expect(listOutline(el)).to.deep.equal([
      'Projets : 4',
      'Clim@Dunes',
      'Observatoire des arbres',
      'Ors, un village et son canal',
      'L’écluse d’Ors',
      'Monuments : 3',
      'Église Saint-Martin',
      'Maison forestière',
      'Moulin',
    ]);
    expect(queryTexts(el, 'summary')).to.deep.equal([
      '1 projet non localisé',
      '1 fiche non localisée',
    ]);
    expect(queryAll(el, '.list > h3').length, 'groups').to.equal(2);
    expect(queryAll(el, '.list > ul h4').length, 'records').to.equal(7);
    for (const {url} of monuments)
      expect(queryAll(el, `a[href="${String(url)}"]`).length, url).to.equal(1);
    await expect(el).shadowDom.to.be.accessible();
  });

  it('names a source once that it shares with the map', async () => {
    const dataBlock = (records: object): HTMLScriptElement => {
      const block = document.createElement('script');
      block.type = 'application/json';
      block.textContent = JSON.stringify({attribution: {text: 'Commune d’Ors'}, ...records});
      return block;
    };
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        >${dataBlock({projects: mapProjects})}<spass-layer collection="resources" label="Monuments"
          >${dataBlock({resources: monuments})}</spass-layer
        ></spass-project-map
      >`,
    );
    await mapUpdated(el);
    expect(layerToggles(el)).to.deep.equal(['on M Monuments 4']);
    expect(queryTexts(el, '.foot span')).to.deep.equal(['Source : Commune d’Ors']);
  });

  it('is switched off and on in the legend, and by the page', async () => {
    const el = await mapWith(layerTemplate(monuments));
    await toggleLayer(el, 'Monuments');
    expect(layerToggles(el)).to.deep.equal(['off M Monuments 4']);
    expect(listOutline(el).length).to.equal(5);
    expect(inViewText(el)).to.equal('Dans cette zone : 4');
    expect(layersIn(el)[0]!.hidden).to.equal(true);
    layersIn(el)[0]!.removeAttribute('hidden');
    await mapUpdated(el);
    expect(layerToggles(el)).to.deep.equal(['on M Monuments 4']);
    expect(listOutline(el).length).to.equal(9);
  });

  it('does not move the map away from the projects', async () => {
    const far = {id: 'far', title: 'Au loin', geo: {lat: 43.3, lon: 5.4}};
    const el = await mapWith(layerTemplate([far]), [dunes, lock]);
    expect(listedTitles(el)).to.deep.equal(['Clim@Dunes', 'L’écluse d’Ors']);
  });

  it('requests nothing before it is shown', async () => {
    const server = new StubServer({projects: mapProjects, resources: monuments});
    const el = await fixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map
        ><spass-layer label="Monuments" type="site" hidden></spass-layer
      ></spass-project-map>`,
    );
    await mapUpdated(el);
    expect(server.queriesFor('resources')).to.deep.equal([]);
    await toggleLayer(el, 'Monuments');
    expect(server.queriesFor('resources').map(({type}) => type)).to.deep.equal([['site']]);
    await toggleLayer(el, 'Monuments');
    await toggleLayer(el, 'Monuments');
    expect(server.queriesFor('resources').length, 'once').to.equal(1);
  });

  it('is shown from its minimum zoom', async () => {
    const el = await mapWith(
      html`<spass-layer label="Monuments" min-zoom="12" .items=${monuments}></spass-layer>`,
    );
    expect(layerToggles(el)).to.deep.equal(['on M Monuments (zoomez pour la voir)']);
    expect(listOutline(el).length).to.equal(5);
    layersIn(el)[0]!.minZoom = 5;
    await mapUpdated(el);
    expect(layerToggles(el)).to.deep.equal(['on M Monuments 4']);
    layersIn(el)[0]!.setAttribute('min-zoom', '12');
    await mapUpdated(el);
    queryAll(el, '.cluster')[0]!.click();
    await mapUpdated(el);
    expect(inViewText(el)).to.match(/ [45]$/);
    expect(listOutline(el)).to.include('Église Saint-Martin');
  });

  it('is followed when it is added, changed, moved and removed', async () => {
    const el = await mapWith('');
    const show = async (content: TemplateResult): Promise<string[]> => {
      render(content, el);
      await mapUpdated(el);
      return layerToggles(el);
    };
    const two = html`${layerTemplate(monuments)}${layerTemplate([monuments[2]], 'Moulins')}`;
    expect(await show(two)).to.deep.equal(['on M Monuments 4', 'on O Moulins 1']);
    const [first] = layersIn(el);
    el.append(first!);
    await mapUpdated(el);
    expect(layerToggles(el)).to.deep.equal(['on M Moulins 1', 'on O Monuments 4']);
    first!.label = 'Églises';
    first!.items = monuments.slice(0, 1);
    await mapUpdated(el);
    expect(layerToggles(el)).to.deep.equal(['on M Moulins 1', 'on G Églises 1'].map(one => one.replace('G', 'É'))); // prettier-ignore
    first!.remove();
    await mapUpdated(el);
    expect(layerToggles(el)).to.deep.equal(['on M Moulins 1']);
    layersIn(el)[0]!.remove();
    await mapUpdated(el);
    expect(queryAll(el, '.legend').length).to.equal(0);
    expect(listOutline(el)[0]).to.equal('Clim@Dunes');
  });

  it('leaves the others when it cannot be loaded, shows the error, and loads on retry', async () => {
    const server = new StubServer({projects: mapProjects, resources: monuments});
    const broken = new StubServer({resources: monuments});
    broken.isBroken = true;
    const el = await fixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map>
        ${layerTemplate([monuments[2]], 'Moulins')}
        <spass-layer
          label="Monuments"
          api="https://127.0.0.1:1/nowhere"
          source="rien"
        ></spass-layer>
      </spass-project-map>`,
    );
    await mapUpdated(el);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Couche indisponible pour le moment : Monuments. Réessayer',
    ]);
    expect(listOutline(el)).to.include.members(['Clim@Dunes', 'Moulin']);
    expect(warnings.filter(line => line.startsWith('<spass-layer>')).length).to.equal(1);
    layersIn(el)[1]!.items = monuments;
    await mapUpdated(el);
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
    expect(listOutline(el)).to.include('Maison forestière');
  });

  it('says how old it is while its server is down, and loads again on request', async () => {
    const server = new StubServer({projects: mapProjects, resources: monuments});
    const el = await fixtureWithSource<SpassProjectMap>(
      server,
      html`<spass-project-map .items=${mapProjects}
        ><spass-layer label="Monuments"></spass-layer
      ></spass-project-map>`,
    );
    await mapUpdated(el);
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
    server.extra = {staleSince: new Date(2026, 10, 3)};
    layersIn(el)[0]!.setAttribute('type', 'site');
    await mapUpdated(el);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Monuments – Le serveur ne répond pas : données du 3 novembre 2026. Réessayer',
    ]);
    server.extra = {};
    queryAll(el, '.notice button')[0]!.click();
    await mapUpdated(el);
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
  });

  it('opens a record by keyboard, names its layer, and returns the focus', async () => {
    const el = await mapWith(layerTemplate([monuments[2]]), [dunes]);
    button(el, 'Voir sur la carte : Clim@Dunes');
    el.center = {lat: 50.122, lon: 3.635};
    await mapUpdated(el);
    const mark = marker(el, 'Moulin');
    expect(mark.ariaLabel).to.equal('Moulin, Catillon-sur-Sambre, Monuments');
    mark.focus();
    await sendKeys({press: 'Enter'});
    await mapUpdated(el);
    expect(popup(el)?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'M Monuments Moulin Catillon-sur-Sambre',
    );
    expect(popup(el)?.querySelector('a')?.href).to.equal('https://example.org/PA3');
    await sendKeys({press: 'Escape'});
    await mapUpdated(el);
    expect(popup(el)?.isConnected ?? false).to.equal(false);
    expect(focusedElement(el)?.ariaLabel).to.equal(mark.ariaLabel);
  });

  it('is counted with the projects in a cluster and in a stack', async () => {
    const mill = {...monuments[2], geo: {lat: 50.5, lon: 3}};
    const el = await mapWith(layerTemplate([mill]), stackedProjects);
    const [cluster] = queryAll(el, '.cluster');
    expect(cluster?.ariaLabel).to.equal('4\u00a0: 3 projets, Monuments\u00a0: 1, zoomer');
    cluster?.click();
    await mapUpdated(el);
    for (let n = 0; n < 12 && !popup(el)?.isConnected; n++) {
      queryAll(el, '.cluster')[0]?.click();
      await mapUpdated(el);
    }
    expect(popup(el)?.querySelector('.title')?.textContent.trim()).to.equal(
      '3 projets, Monuments\u00a0: 1',
    );
    expect(popup(el)?.querySelectorAll('a').length).to.equal(4);
  });

  it('draws the lines and areas of its records, each with a marker and an entry', async () => {
    const el = await fixtureWithSource<SpassProjectMap>(
      new GeometryServer(sites),
      html`<spass-project-map><spass-layer label="Paysages"></spass-layer></spass-project-map>`,
    );
    await mapUpdated(el);
    expect(queryAll(el, '.shapes .area').length).to.equal(1);
    expect(queryAll(el, '.shapes .line').length).to.equal(1);
    expect(listOutline(el).slice(1)).to.deep.equal([
      'Paysages : 3',
      ...sites.map(({title}) => title),
    ]);
    const [area] = queryAll(el, '.shapes .area');
    area?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
    await mapUpdated(el);
    expect(popup(el)?.querySelector('a')?.href).to.equal('https://example.org/forest');
    expect(area?.classList.contains('marked')).to.equal(true);
    await toggleLayer(el, 'Paysages');
    expect(queryAll(el, '.shapes path').length).to.equal(0);
    expect(popup(el)?.isConnected ?? false).to.equal(false);
  });

  it('shows lines and areas as outlines, marks or both', async () => {
    const el = await fixtureWithSource<SpassProjectMap>(
      new GeometryServer(sites, []),
      html`<spass-project-map><spass-layer label="Paysages"></spass-layer></spass-project-map>`,
    );
    const [layer] = layersIn(el);
    for (const [shapes, paths, marks] of [
      ['', 2, 3],
      ['outline', 2, 1],
      ['marks', 0, 3],
      ['both', 2, 3],
      ['bubbles', 2, 3],
    ] as const) {
      layer!.setAttribute('shapes', shapes);
      await mapUpdated(el);
      expect(queryAll(el, '.shapes path').length, `drawn: ${shapes}`).to.equal(paths);
      expect(queryAll(el, '[part=marker]').length, `marks: ${shapes}`).to.equal(marks);
      expect(inViewText(el), 'all listed').to.equal('Dans cette zone : 3');
    }
    expect(warnings.join()).to.contain('shapes="bubbles"');
  });

  it('distinguishes its records from others with the same id', async () => {
    const same = (title: string) => [{...monuments[2], id: 'dunes', title}];
    const el = await mapWith(
      html`${layerTemplate(same('Un'), 'A')}${layerTemplate(same('Deux'), 'B')}`,
      [dunes],
    );
    el.center = {lat: 50.6, lon: 3};
    el.zoom = 7;
    await mapUpdated(el);
    const links = queryAll(el, '.list > ul a');
    links.find(link => link.textContent.trim() === 'Deux')?.focus();
    await mapUpdated(el);
    expect(queryTexts(el, '.lit .title')).to.deep.equal(['Deux']);
    expect(selectionOf(el).highlighted?.source).to.match(/^layer-/);
  });

  it('makes a map on its own, without projects', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map>${layerTemplate(monuments)}</spass-project-map>`,
    );
    expect(listOutline(el)).to.deep.equal([
      'Monuments : 3',
      'Église Saint-Martin',
      'Maison forestière',
      'Moulin',
    ]);
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
    expect(warnings).to.deep.equal([]);
  });

  it('has a legible colour, whatever the page sets', async () => {
    const el = await mapWith(
      html`<spass-layer
        label="Pâle"
        color="#ffee88"
        .items=${monuments.slice(0, 1)}
      ></spass-layer>`,
      [],
    );
    expect(getComputedStyle(marker(el, 'Église'), '::after').backgroundColor).not.to.equal('rgb(255, 238, 136)'); // prettier-ignore
    await expect(el).shadowDom.to.be.accessible();
  });

  it('warns once of invalid attributes', async () => {
    await mapWith(
      html`<spass-layer
        label="Sotte"
        color="rouge"
        min-zoom="99"
        near="-3"
        .items=${[]}
      ></spass-layer>`,
    );
    const strayLayer = document.createElement('spass-layer');
    document.body.append(strayLayer);
    await strayLayer.updateComplete;
    strayLayer.remove();
    expect(warnings).to.deep.equal([
      '<spass-layer>: color="rouge" is invalid and ignored',
      '<spass-layer>: min-zoom="99" is invalid and ignored',
      '<spass-layer>: near="-3" is invalid and ignored',
      '<spass-layer>: a layer is seen only in a <spass-project-map>',
    ]);
  });

  it('lists the records of the markers in view, and nothing else', async () => {
    const geo = fc.option(
      fc.record({
        lat: fc.double({min: 50, max: 50.5, noNaN: true}),
        lon: fc.double({min: 3, max: 3.6, noNaN: true}),
      }),
      {nil: null, freq: 6},
    );
    const some = (what: string) =>
      fc.array(geo, {maxLength: 25}).map(places =>
        places.map((place, id): Project & Resource => ({
          id,
          title: `${what} ${id}`,
          url: `https://example.org/${what}/${id}`,
          family: 'projet',
          geo: place,
        })),
      );
    const el = await mapWith(html`${layerTemplate([], 'A')}${layerTemplate([], 'B')}`, []);
    await fc.assert(
      fc.asyncProperty(
        some('p'),
        some('a'),
        some('b'),
        fc.array(fc.constantFrom('Zoomer', 'Tout voir', 'A', 'B'), {maxLength: 4}),
        async (projects, a, b, acts) => {
          el.items = projects;
          const layers = layersIn(el);
          layers[0]!.items = a;
          layers[1]!.items = b;
          await mapUpdated(el);
          for (const act of acts) {
            if (act.length === 1) await toggleLayer(el, act);
            else button(el, act).click();
            await mapUpdated(el);
          }
          for (
            let more = queryAll(el, '.list > button')[0];
            more;
            more = queryAll(el, '.list > button')[0]
          ) {
            more.click();
            await mapUpdated(el);
          }
          const inMarks =
            queryAll(el, '.marker').length +
            queryAll(el, '.cluster').reduce((sum, {textContent}) => sum + Number(textContent), 0);
          const rows = listedTitles(el);
          expect(new Set(rows).size).to.equal(rows.length);
          expect(rows.length).to.equal(inMarks);
          expect(inViewText(el)).to.equal(`Dans cette zone : ${rows.length}`);
          for (const mark of queryAll(el, '.marker'))
            expect(rows).to.include(mark.ariaLabel?.split(',')[0]);
          for (const [i, name] of ['a', 'b'].entries())
            if (layers[i]!.hidden) expect(rows.some(row => row.startsWith(name))).to.equal(false);
        },
      ),
      {numRuns: 20, seed: 11},
    );
  }).timeout(60_000);
});
