import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {village as portal} from '../tests/support/portals.js';
import {
  lock,
  manyMapProjects,
  mapProjects,
  network,
  stackedProjects,
  trees,
} from '../tests/support/projects.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';
import {dataBlock} from './data-block.js';
import {applyFilter} from './apply-filter.js';

/** Projects on the fictitious island. */
const island = [
  {
    id: 'halle',
    title: 'Une halle pour le marché',
    family: 'projet',
    geo: {lat: 47.0085, lon: -5.6125},
  },
  {
    id: 'quai',
    title: 'Le quai rendu aux piétons',
    family: 'projet',
    geo: {lat: 47.0135, lon: -5.6165},
  },
];

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const server = (change: Partial<StubServer> = {}): StubServer =>
  Object.assign(new StubServer({projects: mapProjects, portals: [portal]}), change);

const meta = {
  title: 'Elements/Project map',
  component: 'spass-project-map',
  args: {
    'heading-level': 3,
    skin: 'plain',
    tiles: 'none',
    consent: 'ask',
    fit: 'data',
    load: 'visible',
  },
  render: args => {
    const map = html`<spass-project-map
      ${attributes(args)}
      .items=${args.items}
    ></spass-project-map>`;
    return args.items ? map : withSource(args.server ?? server(), map);
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

const inMap =
  (act: (root: ShadowRoot) => unknown): NonNullable<Story['play']> =>
  async ({canvasElement}) => {
    const map = canvasElement.querySelector('spass-project-map');
    await map?.loadComplete;
    if (map?.shadowRoot) await act(map.shadowRoot);
    await map?.updateComplete;
  };

/** Waits until the attribution of a basemap file is shown, or the error that it is missing: ten seconds at most. */
const attributionShown = inMap(async root => {
  const credit = () => root.querySelector('.credit')?.textContent.trim() ?? '';
  const isAnswered = () => root.querySelector('.ground') ?? /^(?!Natural Earth)./.test(credit());
  for (let frame = 0; frame < 600 && !isAnswered(); frame++)
    await new Promise(requestAnimationFrame);
});

export const Default: Story = {};
/** Records written in the tag as JSON, without an API. */
export const InlineData: Story = {
  render: args =>
    html`<spass-project-map ${attributes(args)}>${dataBlock(island)}</spass-project-map>`,
};
/** Search for an address; nothing is sent before the reader agrees. */
export const AddressSearch: Story = {args: {items: mapProjects, geocoder: 'ban'}};
/** The search for an address after the reader has agreed. */
export const AddressSearchAllowed: Story = {
  args: {items: mapProjects, geocoder: 'ban', consent: 'granted'},
};
/** The URL of the page contains the id of a record: its popup is open. */
export const OpenedByUrl: Story = {
  args: {items: mapProjects, 'sync-url': true, group: 'ouverte'},
  decorators: [
    story => {
      const url = new URL(location.href);
      url.searchParams.set('ouverte.item', 'dunes');
      history.replaceState(history.state, '', url);
      return story();
    },
  ],
};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const NoMatch: Story = {play: applyFilter('spass-project-map', {q: 'rien de tel'})};
/** One record is invalid: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {args: {items: [{title: 'Sans identifiant'}, ...mapProjects]}};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {
    server: server({
      extra: {
        staleSince: new Date(2026, 10, 3),
        cappedAt: 5,
        attribution: {text: 'CAUE du Nord', licence: 'Licence Ouverte', updated: '2026-11-03'},
        contact: 'mailto:contact@example.org',
      },
    }),
  },
};
export const One: Story = {args: {items: [trees]}};
/** A project alone, with `record`. */
export const SingleRecord: Story = {args: {record: String(trees.id)}};
export const Many: Story = {args: {items: manyMapProjects(10_000)}};
/** No record has coordinates: only the list is shown. */
export const Unlocated: Story = {args: {items: [network, {...network, id: 2, title: 'Un autre'}]}};
/** Records with the same coordinates, which no zoom separates: a popup lists them. */
export const StackedPoints: Story = {
  args: {items: stackedProjects},
  play: inMap(root => root.querySelector<HTMLElement>('[part=cluster]')?.click()),
};
export const PopupOpen: Story = {
  play: inMap(root => root.querySelector<HTMLElement>('[part=marker]')?.click()),
};
/** Third-party tiles: the user is asked for consent first. */
export const TilesConsent: Story = {args: {tiles: 'ign'}};
export const TilesDenied: Story = {args: {tiles: 'ign', consent: 'denied'}};
/** Tiles of the page's own site need no consent. */
export const OwnTiles: Story = {
  args: {tiles: 'demo/data/emblem-eu.svg?{z}/{x}/{y}', attribution: 'CAUE du Nord', zoom: 9},
};
/** Basemap from a single file, in the colours of the page, with a fictitious island. */
export const OwnBaseMap: Story = {
  args: {items: island, tiles: 'demo/fonds/ile.pmtiles', center: '47.0105,-5.612', zoom: 14},
  play: attributionShown,
};
export const OwnBaseMapFar: Story = {args: {tiles: 'demo/fonds/nord.pmtiles'}};
/** The file is missing: the outlines are shown instead. */
export const OwnBaseMapMissing: Story = {
  args: {tiles: 'demo/fonds/rien.pmtiles'},
  play: attributionShown,
};
/** A static picture; the map engine is loaded on click. */
export const OnClick: Story = {args: {load: 'click'}};
export const NoList: Story = {args: {'no-list': true}};
export const LowHeight: Story = {args: {height: '15em'}};
export const CustomCenter: Story = {args: {center: '48.86,2.35', zoom: 7, fit: 'none'}};
export const LongWords: Story = {
  args: {
    items: [
      {...trees, title: 'Stadtentwicklungsplanungsbeteiligung '.repeat(4)},
      {
        ...lock,
        title: 'Rindfleischetikettierung'.repeat(8),
        commune: {name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'},
      },
      {...network, title: 'Donaudampf'.repeat(12)},
      {id: 'bare', geo: {lat: 49.5, lon: 2.8}},
    ],
  },
  play: inMap(root => root.querySelector<HTMLElement>('[part=marker]')?.click()),
};
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
export const Filtered: Story = {play: applyFilter('spass-project-map', {q: 'ors'})};
