import {expect, html} from '@open-wc/testing';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import type {Portal, Project} from '../../../src/model/records.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {queryAll} from '../../support/widget-fixture.js';

const lille = {lat: 50.632, lon: 3.047};
const project: Project = {
  id: 'villes',
  portal: 'reseau',
  lead: 'Département du Nord',
  partners: [
    {name: 'Département du Nord', geo: lille},
    {name: 'Ypres', geo: {lat: 50.851, lon: 2.886}},
    {name: 'Bergues', geo: {lat: 50.969, lon: 2.433}},
    {name: 'Cambrai', geo: {lat: 50.17, lon: 3.242}},
  ],
};
const network: Portal = {
  id: 'reseau',
  family: 'acteur',
  title: 'Villes fortes',
  accent: '#8a2432',
  projects: ['villes'],
};
const commune: Portal = {
  id: 'ors',
  family: 'projet',
  title: 'Ors',
  territory: {name: 'Ors', level: 'commune', bbox: [3.59, 50.08, 3.67, 50.13]},
};
const subject: Portal = {id: 7, family: 'theme', title: 'Arbres', sections: ['observatoire']};
const placeless: Portal = {id: 8, family: 'theme', title: 'Sans lieu'};

const show = (
  portals: readonly Portal[],
  resources: readonly unknown[] = [],
  template = html`<spass-portal-cards></spass-portal-cards>`,
) =>
  loadedFixtureWithSource<SpassPortalCards>(
    new StubServer({portals, projects: [project], resources} as never),
    template,
  );
const drawings = (el: SpassPortalCards) => queryAll(el, '.cover.drawn');
/** Waits for covers, which are drawn after the cards. */
const drawn = async (el: SpassPortalCards, count: number): Promise<readonly Element[]> => {
  while (drawings(el).length < count) await new Promise(requestAnimationFrame);
  return drawings(el);
};
const pathOf = (cover: Element | undefined, name: string): string =>
  cover?.querySelector(`.${name}`)?.getAttribute('d') ?? '';
const boxes = (el: SpassPortalCards) =>
  queryAll(el, '.cover').map(cover => {
    const {width, height} = cover.getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  });

describe('<spass-portal-cards> covers drawn from places', () => {
  it('are drawn after the cards, in the place kept for them', async () => {
    const el = await show([network, commune]);
    const before = boxes(el);
    expect(queryAll(el, '[part=card]').length).to.equal(2);
    await drawn(el, 2);
    expect(boxes(el)).to.deep.equal(before);
    await expect(el).to.be.accessible();
  });

  it('link the towns of a network to its lead partner', async () => {
    const [cover] = await drawn(await show([network]), 1);
    expect(pathOf(cover, 'link').match(/L/g)?.length).to.equal(3);
    // The lead partner has a mark of its own.
    expect(pathOf(cover, 'mark').match(/M/g)?.length).to.equal(3);
    expect(cover?.querySelectorAll('.mark').length).to.equal(2);
    expect(pathOf(cover, 'land')).to.match(/^M/);
  });

  it('draw partners whose marks would overlap as one', async () => {
    const partners = [
      ...(project.partners ?? []),
      {name: 'Lomme', geo: {lat: 50.64, lon: 3.035}},
      {name: 'Zillebeke', geo: {lat: 50.845, lon: 2.9}},
    ];
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: [network], projects: [{...project, partners}]} as never),
      html`<spass-portal-cards></spass-portal-cards>`,
    );
    const [cover] = await drawn(el, 1);
    expect(pathOf(cover, 'mark').match(/M/g)?.length).to.equal(3);
    expect(pathOf(cover, 'link').match(/L/g)?.length).to.equal(3);
  });

  /** Size of the letters on a cover, in pixels. */
  const letters = (cover: Element): number => {
    const text = cover.querySelector('text')!;
    const unit = Math.max(cover.clientWidth / 400, cover.clientHeight / 200);
    return parseFloat(getComputedStyle(text).fontSize) * unit;
  };
  const names = (cover: Element | undefined) =>
    [...(cover?.querySelectorAll('text') ?? [])].map(text => text.textContent);
  const showAt = async (width: number): Promise<SpassPortalCards> => {
    const el = await show([network]);
    el.style.inlineSize = `${width}px`;
    return el;
  };

  for (const width of [260, 420, 700])
    it(`have letters of 12 px on a page ${width} px wide`, async () => {
      const [cover] = await drawn(await showAt(width), 1);
      expect(letters(cover!)).to.be.closeTo(12, 0.6);
    });

  it('keep the size of their letters when the page becomes wider, and name more places', async () => {
    const el = await showAt(230);
    const [cover] = await drawn(el, 1);
    const before = names(cover).length;
    el.style.inlineSize = '560px';
    while (letters(drawings(el)[0]!) > 13) await new Promise(requestAnimationFrame);
    expect(letters(drawings(el)[0]!)).to.be.closeTo(12, 0.6);
    expect(names(drawings(el)[0]).length).to.be.above(before);
  });

  it('have a scale bar as long as it says', async () => {
    const [cover] = await drawn(await showAt(420), 1);
    const [, kilometres] = /(\d+)\u00a0km/.exec(names(cover).join()) ?? [];
    const [, units] = /h(\d+)/.exec(pathOf(cover, 'bar')) ?? [];
    // From Bergues to Lille, 57.5 km, along the line that links them.
    const lines = [...pathOf(cover, 'link').matchAll(/M(\S+) (\S+?)L([\d.]+) ([\d.]+)/g)];
    const lengths = lines.map(([, ...ends]) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map(Number);
      return Math.hypot(x2 - x1, y2 - y1);
    });
    expect(Number(kilometres) / Number(units)).to.be.closeTo(57.5 / lengths[1]!, 0.05);
  });

  it('name the towns that are on them', async () => {
    const [cover] = await drawn(await showAt(420), 1);
    expect(names(cover)).to.include.members(['Lille', 'Ypres', 'Bergues', 'Cambrai']);
  });

  it('draw a circle for each kilometre around a commune', async () => {
    const [cover] = await drawn(await show([commune]), 1);
    expect(pathOf(cover, 'circle').match(/M/g)?.length).to.equal(4);
    expect(pathOf(cover, 'far').match(/M/g)?.length).to.be.above(10);
    expect(pathOf(cover, 'mark')).to.contain('h');
  });

  it('hatch the territory of a subject', async () => {
    const ring = [[2.5, 50.4], [3.5, 50.4], [3.5, 50.9], [2.5, 50.4]] as const; // prettier-ignore
    const territory = {outline: {type: 'Polygon', coordinates: [ring]}} as const;
    const [cover] = await drawn(await show([{...subject, territory}]), 1);
    expect(pathOf(cover, 'territory').match(/M/g)?.length).to.equal(1);
    expect(pathOf(cover, 'hatch').match(/M/g)?.length).to.be.above(10);
  });

  it('draw the resources of a subject', async () => {
    const resources = [
      {id: 1, title: 'Chêne', portals: [7], geo: lille},
      {id: 2, title: 'Hêtre', portals: ['7'], geo: {lat: 50.4, lon: 2.8}},
      {id: 3, title: 'Ailleurs', portals: [9], geo: {lat: 50.2, lon: 2.2}},
    ];
    const [cover] = await drawn(await show([subject], resources), 1);
    expect(pathOf(cover, 'dot').match(/M/g)?.length).to.equal(2);
  });

  it('draw the resources of actors without a network', async () => {
    const actors: Portal = {...network, id: 'marais', projects: [], sections: ['observatoire']};
    const resources = [
      {id: 1, title: 'Goulet', portals: ['marais'], geo: lille},
      {id: 2, title: 'Silos', portals: ['marais'], geo: {lat: 50.4, lon: 2.8}},
    ];
    const [cover] = await drawn(await show([actors], resources), 1);
    expect(pathOf(cover, 'dot').match(/M/g)?.length).to.equal(2);
  });

  it('leave the pattern to a portal without a place', async () => {
    const el = await show([placeless, network]);
    await drawn(el, 1);
    const [first, second] = queryAll(el, '.cover');
    expect(first!.classList.contains('pattern')).to.equal(true);
    expect(second!.classList.contains('pattern')).to.equal(false);
    const [, figure] = [...first!.querySelectorAll('path')].map(path => path.getAttribute('d'));
    expect(figure, 'the figure is closed by an outline').to.match(/Z$/);
  });

  it('have the ink of the family, and the colour of the portal only as a line below', async () => {
    const [cover] = await drawn(await show([network, {...network, id: 'x', accent: '#2a7048'}]), 1);
    const inks = [...cover!.querySelectorAll('path')].flatMap(path => {
      const {stroke, fill} = getComputedStyle(path);
      return [stroke, fill];
    });
    expect(inks.join(' ')).not.to.contain('138, 36, 50');
    expect(getComputedStyle(cover!).borderBlockEndColor).to.equal('rgb(138, 36, 50)');
  });

  it('name the towns of the lead in the language of the page, on a cover that is wide enough', async () => {
    const layout = html`<spass-portal-cards layout="une" lang="nl"></spass-portal-cards>`;
    const [cover] = await drawn(await show([network], [], layout), 1);
    expect(names(cover)).to.include.members(['Rijsel', 'Ieper', 'Bergues']);
  });

  it('name the lead of a network among its lines, also on a small cover', async () => {
    const partners = [50.1, 50.2, 50.4, 50.9, 51.1].flatMap(lat =>
      [2.2, 3.9].map(lon => ({name: `Ville ${lat} ${lon}`, geo: {lat, lon}})),
    );
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({
        portals: [network],
        projects: [{...project, partners: [...(project.partners ?? []), ...partners]}],
      } as never),
      html`<spass-portal-cards layout="list" style="inline-size: 60em"></spass-portal-cards>`,
    );
    const [cover] = await drawn(el, 1);
    expect(names(cover)).to.include('Lille');
  });

  it('draw marks that would overlap as one', async () => {
    const near = {lat: lille.lat + 0.02, lon: lille.lon + 0.02};
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({
        portals: [network],
        projects: [
          {...project, partners: [...(project.partners ?? []), {name: 'Voisine', geo: near}]},
        ],
      } as never),
      html`<spass-portal-cards></spass-portal-cards>`,
    );
    const [cover] = await drawn(el, 1);
    expect(pathOf(cover, 'link').match(/L/g)?.length).to.equal(3);
  });

  it('are back at once with a portal that a filter has left out for a while', async () => {
    const el = await show([network, commune]);
    await drawn(el, 2);
    const filter = async (portal: string) => {
      el.portal = portal;
      await el.updateComplete;
      await el.loadComplete;
      return queryAll(el, '[part=card]').length;
    };
    expect(await filter('ors')).to.equal(1);
    expect(await filter('')).to.equal(2);
    expect(drawings(el).length).to.equal(2);
  });

  it('survive places that are wrong', async () => {
    const odd: Project = {
      ...project,
      partners: [
        {name: 'Pôle', geo: {lat: 90, lon: 0}},
        {name: 'Antiméridien', geo: {lat: 0, lon: 180}},
        {name: 'Nulle part', geo: null},
      ],
    };
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      new StubServer({portals: [network, commune], projects: [odd]} as never),
      html`<spass-portal-cards></spass-portal-cards>`,
    );
    for (const cover of await drawn(el, 2)) expect(cover.innerHTML).not.to.match(/NaN|Infinity/);
  });
});
