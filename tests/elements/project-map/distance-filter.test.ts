import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import type {SpassProjectMap} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, statusText} from '../../support/widget-fixture.js';
import {layerTemplate, layersIn, listOutline} from '../../support/layers.js';
import {monuments} from '../../support/monuments.js';
import {
  inViewText,
  listedTitles,
  marker,
  popup,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {lock, mapProjects, village} from '../../support/projects.js';
import {recordWarnings} from '../../support/console.js';

const mapNear = (
  near: string,
  layers: unknown,
  projects: readonly unknown[] = mapProjects,
): Promise<SpassProjectMap> =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map near=${near} .items=${projects}>${layers}</spass-project-map>`,
  );
const nearby = (el: SpassProjectMap, where = '.entry'): string[] =>
  queryTexts(el, `${where} .nearby li`);

describe('proximity on a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));
  const warnings = recordWarnings();

  it('shows the projects with a neighbour, each with its nearest monuments, distances and links', async () => {
    const el = await mapNear('700', layerTemplate(monuments));
    expect(listOutline(el).slice(0, 3)).to.deep.equal([
      'Projets : 2',
      'Ors, un village et son canal',
      'L’écluse d’Ors',
    ]);
    expect(nearby(el)).to.deep.equal([
      'Église Saint-Martin, à 602 m',
      'Église Saint-Martin, à 40 m',
      'Maison forestière, à 210 m',
    ]);
    expect(queryAll(el, '.nearby li')[0]!.textContent).to.match(/,\s+à\u00a0602\s/u);
    expect(queryTexts(el, 'summary'), 'no project without a place').to.deep.equal([
      '1 fiche non localisée',
    ]);
    expect(queryAll<HTMLAnchorElement>(el, '.nearby a')[0]?.href).to.equal(
      'https://example.org/PA1',
    );
    await expect(el).shadowDom.to.be.accessible();
  });

  it('is shown in the popup too', async () => {
    const el = await mapNear('500', html`<spass-layer hidden .items=${monuments}></spass-layer>`);
    marker(el, 'L’écluse d’Ors').click();
    await mapUpdated(el);
    const lines = [...(popup(el)?.querySelectorAll('.nearby li') ?? [])].map(line =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).to.deep.equal(['Église Saint-Martin, à 40 m', 'Maison forestière, à 210 m']);
  });

  it('names three and counts the others', async () => {
    const steps = [0, 1, 2, 3, 4].map(n => ({
      id: n,
      title: `Borne ${n}`,
      geo: {lat: 50.104 + n / 1000, lon: 3.635},
    }));
    const el = await mapNear('1500', layerTemplate(steps), [lock]);
    expect(nearby(el)).to.deep.equal([
      'Borne 0, à 0 m',
      'Borne 1, à 111 m',
      'Borne 2, à 222 m',
      'et 2 autres à moins de 1,5 km',
    ]);
  });

  it('is computed again when the distance, the selection or a layer changes', async () => {
    const el = await mapNear('500', layerTemplate(monuments));
    expect(listedTitles(el))
      .to.include('L’écluse d’Ors')
      .and.not.include('Ors, un village et son canal');
    el.near = 700;
    await mapUpdated(el);
    expect(listedTitles(el)).to.include('Ors, un village et son canal');
    selectionOf(el).setFilter({q: 'village'});
    await mapUpdated(el);
    expect(listedTitles(el))
      .to.include('Ors, un village et son canal')
      .and.not.include('L’écluse d’Ors');
    selectionOf(el).setFilter({});
    layersIn(el)[0]!.items = monuments.slice(2);
    await mapUpdated(el);
    expect(queryTexts(el, '.empty')).to.deep.equal([
      'Aucun projet à moins de 700 m de : Monuments.',
    ]);
    el.removeAttribute('near');
    await mapUpdated(el);
    expect(listOutline(el)[0]).to.equal('Projets : 4');
    expect(nearby(el)).to.deep.equal([]);
  });

  it('shows a specific message when nothing is near', async () => {
    const el = await mapNear(
      '20',
      html`${layerTemplate(monuments)}${layerTemplate(monuments.slice(2), 'Moulins')}`,
    );
    expect(queryTexts(el, '.empty')).to.deep.equal([
      'Aucun projet à moins de 20 m de : Monuments et Moulins.',
    ]);
    selectionOf(el).setFilter({q: 'rien de tel'});
    await mapUpdated(el);
    expect(queryTexts(el, '.empty')[0]).to.match(/^Aucun projet ne correspond à la sélection\./);
  });

  it('applies to announcements and events', async () => {
    const el = await mapNear('500', layerTemplate(monuments));
    let total: number | undefined;
    el.addEventListener('spass-load', event => (total = event.total));
    await el.reload();
    expect(total).to.equal(1);
    expect(inViewText(el)).to.equal('Dans cette zone : 4');
    expect(statusText(el)).to.equal('');
  });

  it('hides records of a layer without a project nearby', async () => {
    const layer = (near: string): TemplateResult =>
      html`<spass-layer label="Monuments" near=${near} .items=${monuments}></spass-layer>`;
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map .items=${mapProjects}>${layer('100')}</spass-project-map>`,
    );
    expect(listOutline(el).slice(-2)).to.deep.equal(['Monuments : 1', 'Église Saint-Martin']);
    expect(nearby(el)).to.deep.equal(['L’écluse d’Ors, à 40 m']);
    layersIn(el)[0]!.near = 10;
    await mapUpdated(el);
    expect(queryTexts(el, '.empty')).to.deep.equal(['Aucun résultat à moins de 10 m d’un projet.']);
    selectionOf(el).setFilter({q: 'ecluse'});
    layersIn(el)[0]!.near = 300;
    await mapUpdated(el);
    expect(nearby(el)).to.deep.equal(['L’écluse d’Ors, à 40 m', 'L’écluse d’Ors, à 210 m']);
  });

  it('shows all projects if there is nothing to measure from, with the reason', async () => {
    const el = await mapNear('500', html`<spass-layer label="Monuments" api="x" source="rien"></spass-layer>`); // prettier-ignore
    expect(listOutline(el)[0]).to.equal('Projets : 4');
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Couche indisponible pour le moment : Monuments. Les distances ne peuvent pas être calculées : tous les projets sont affichés. Réessayer',
    ]);
    const bare = await mapNear('500', '');
    expect(listOutline(bare)[0]).to.equal('Clim@Dunes');
    await mapUpdated(bare);
    expect(warnings.filter(line => line.includes('near'))).to.deep.equal([
      '<spass-project-map>: near="500" measures from the records of a <spass-layer>, and there is none',
    ]);
  });

  it('ignores an invalid distance', async () => {
    const el = await mapNear('bientôt', layerTemplate(monuments), [village]);
    expect(listedTitles(el)).to.include('Ors, un village et son canal');
    expect(warnings).to.deep.equal(['<spass-project-map>: near="bientôt" is invalid and ignored']);
  });
});
