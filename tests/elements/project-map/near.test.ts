import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import type {SpassProjectMap} from '../../../src/index.js';
import {all, shown, texts} from '../../support/element.js';
import {layerOf, layersIn, outline} from '../../support/layers.js';
import {monuments} from '../../support/monuments.js';
import {
  inView,
  listed,
  marker,
  popup,
  said,
  selectionOf,
  settled,
} from '../../support/project-map.js';
import {lock, mapped, village} from '../../support/projects.js';

const {warn} = console;
let warned: string[] = [];

const mapNear = (
  near: string,
  layers: unknown,
  projects: readonly unknown[] = mapped,
): Promise<SpassProjectMap> =>
  shown<SpassProjectMap>(
    html`<spass-project-map near=${near} .items=${projects}>${layers}</spass-project-map>`,
  );
const nearby = (el: SpassProjectMap, where = '.entry'): string[] =>
  texts(el, `${where} .nearby li`);

describe('proximity on a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => {
    warned = [];
    console.warn = (line: string) => warned.push(line);
  });
  after(() => {
    console.warn = warn;
  });

  it('shows the projects with a neighbour, each with its nearest monuments, distances and links', async () => {
    const el = await mapNear('700', layerOf(monuments));
    expect(outline(el).slice(0, 3)).to.deep.equal([
      '2 projets',
      'Ors, un village et son canal',
      'L’écluse d’Ors',
    ]);
    expect(nearby(el)).to.deep.equal([
      'Église Saint-Martin, à 602 m',
      'Église Saint-Martin, à 40 m',
      'Maison forestière, à 210 m',
    ]);
    expect(texts(el, 'summary'), 'no project without a place').to.deep.equal([
      '1 fiche non localisée',
    ]);
    expect(all<HTMLAnchorElement>(el, '.nearby a')[0]?.href).to.equal('https://example.org/PA1');
    await expect(el).shadowDom.to.be.accessible();
  });

  it('is shown in the popup too', async () => {
    const el = await mapNear('500', html`<spass-layer hidden .items=${monuments}></spass-layer>`);
    marker(el, 'L’écluse d’Ors').click();
    await settled(el);
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
    const el = await mapNear('1500', layerOf(steps), [lock]);
    expect(nearby(el)).to.deep.equal([
      'Borne 0, à 0 m',
      'Borne 1, à 111 m',
      'Borne 2, à 222 m',
      'et 2 autres à moins de 1,5 km',
    ]);
  });

  it('is computed again when the distance, the selection or a layer changes', async () => {
    const el = await mapNear('500', layerOf(monuments));
    expect(listed(el)).to.include('L’écluse d’Ors').and.not.include('Ors, un village et son canal');
    el.near = 700;
    await settled(el);
    expect(listed(el)).to.include('Ors, un village et son canal');
    selectionOf(el).setFilter({q: 'village'});
    await settled(el);
    expect(listed(el)).to.include('Ors, un village et son canal').and.not.include('L’écluse d’Ors');
    selectionOf(el).setFilter({});
    layersIn(el)[0]!.items = monuments.slice(2);
    await settled(el);
    expect(texts(el, '.notice')).to.deep.equal(['Aucun projet à moins de 700 m de : Monuments.']);
    el.removeAttribute('near');
    await settled(el);
    expect(outline(el)[0]).to.equal('4 projets');
    expect(nearby(el)).to.deep.equal([]);
  });

  it('shows a specific message when nothing is near', async () => {
    const el = await mapNear(
      '20',
      html`${layerOf(monuments)}${layerOf(monuments.slice(2), 'Moulins')}`,
    );
    expect(texts(el, '.notice')).to.deep.equal([
      'Aucun projet à moins de 20 m de : Monuments et Moulins.',
    ]);
    selectionOf(el).setFilter({q: 'rien de tel'});
    await settled(el);
    expect(texts(el, '.notice')[0]).to.match(/^Aucun projet ne correspond\./);
  });

  it('applies to announcements and events', async () => {
    const el = await mapNear('500', layerOf(monuments));
    let total: number | undefined;
    el.addEventListener('spass-load', event => (total = event.total));
    await el.reload();
    expect(total).to.equal(1);
    expect(inView(el)).to.equal('Dans cette zone : 4');
    expect(said(el)).to.equal('');
  });

  it('hides records of a layer without a project nearby', async () => {
    const layer = (near: string): TemplateResult =>
      html`<spass-layer label="Monuments" near=${near} .items=${monuments}></spass-layer>`;
    const el = await shown<SpassProjectMap>(
      html`<spass-project-map .items=${mapped}>${layer('100')}</spass-project-map>`,
    );
    expect(outline(el).slice(-2)).to.deep.equal(['Monuments : 1', 'Église Saint-Martin']);
    expect(nearby(el)).to.deep.equal(['L’écluse d’Ors, à 40 m']);
    layersIn(el)[0]!.near = 10;
    await settled(el);
    expect(texts(el, '.empty')).to.deep.equal(['Rien à moins de 10 m d’un projet.']);
    selectionOf(el).setFilter({q: 'ecluse'});
    layersIn(el)[0]!.near = 300;
    await settled(el);
    expect(nearby(el)).to.deep.equal(['L’écluse d’Ors, à 40 m', 'L’écluse d’Ors, à 210 m']);
  });

  it('shows all projects if there is nothing to measure from, with the reason', async () => {
    const el = await mapNear('500', html`<spass-layer label="Monuments" api="x" source="rien"></spass-layer>`); // prettier-ignore
    expect(outline(el)[0]).to.equal('4 projets');
    expect(texts(el, '.notice')).to.deep.equal([
      'Couche absente pour le moment : Monuments. Les distances ne peuvent pas être mesurées : tous les projets sont montrés. Réessayer',
    ]);
    const bare = await mapNear('500', '');
    expect(outline(bare)[0]).to.equal('Clim@Dunes');
    await settled(bare);
    expect(warned.filter(line => line.includes('near'))).to.deep.equal([
      '<spass-project-map>: near="500" measures from the records of a <spass-layer>, and there is none',
    ]);
  });

  it('ignores an invalid distance', async () => {
    const el = await mapNear('bientôt', layerOf(monuments), [village]);
    expect(listed(el)).to.include('Ors, un village et son canal');
    expect(warned).to.deep.equal([
      '<spass-project-map>: near="bientôt" makes no sense and is taken as if it were absent',
    ]);
  });
});
