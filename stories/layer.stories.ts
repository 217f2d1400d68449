import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {monuments} from '../tests/support/monuments.js';
import {lock, mapProjects, trees, village} from '../tests/support/projects.js';
import {GeometryServer, sites} from '../tests/support/geometry-server.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {
  readonly items?: readonly unknown[];
  readonly server?: StubServer;
  /** Attributes of the map. */
  readonly map?: Args;
  readonly projects?: readonly unknown[] | undefined;
  /** A second layer. */
  readonly second?: readonly unknown[];
};

const meta = {
  title: 'Elements/Layer',
  component: 'spass-layer',
  args: {label: 'Monuments historiques', projects: mapProjects},
  render: args => {
    const {map: around, projects, second, items} = args;
    const layer = html`<spass-layer
      ${attributes(args)}
      ?hidden=${args['hidden']}
      .items=${items}
    ></spass-layer>`;
    const map = html`<spass-project-map ${attributes(around ?? {})} .items=${projects}>
      ${layer}
      ${
        second
          ? html`<spass-layer label="Moulins" color="#00676e" .items=${second}></spass-layer>`
          : nothing
      }
    </spass-project-map>`;
    return args.server ? withSource(args.server, map) : map;
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

const items = monuments;
const server = (change: Partial<StubServer> = {}): StubServer =>
  Object.assign(new StubServer({resources: monuments}), change);

export const Default: Story = {args: {items}};
/** Hidden at first: nothing is requested before it is shown. */
export const Hidden: Story = {args: {items, hidden: true}};
export const MinZoom: Story = {args: {items, 'min-zoom': 14}};
export const TwoLayers: Story = {args: {items: monuments.slice(0, 2), second: monuments.slice(2)}};
/** A colour with too little contrast is darkened, or lightened on a dark page. */
export const LowContrastColour: Story = {args: {items, color: '#ffe680'}};
/** Map without records of its own. */
export const OnlyLayer: Story = {args: {items, projects: undefined}};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const InvalidRecords: Story = {args: {items: [{title: 'Sans identifiant'}, ...monuments]}};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {
    server: server({
      extra: {
        staleSince: new Date(2026, 10, 3),
        attribution: {text: 'Base Mérimée', licence: 'Licence Ouverte', updated: '2026-11-03'},
      },
    }),
  },
};
export const One: Story = {args: {items: monuments.slice(0, 1), projects: [trees]}};
export const Many: Story = {
  args: {
    items: Array.from({length: 10_000}, (_, id) => ({
      id,
      title: `Monument ${id}`,
      url: `https://example.org/m/${id}`,
      geo: {lat: 50 + (id % 100) / 120, lon: 2.6 + Math.floor(id / 100) / 80},
    })),
  },
};
/** Geometries, drawn below their markers. */
export const LinesAndAreas: Story = {
  args: {server: new GeometryServer(sites), label: 'Paysages', color: '#2a7048'},
};
/** Lines and areas without marks. */
export const Outlines: Story = {
  args: {...LinesAndAreas.args, server: new GeometryServer(sites), shapes: 'outline'},
};
/** Only projects with a monument within 700 m, each with the nearest one. */
export const Near: Story = {args: {items, map: {near: 700}}};
export const NoneNearby: Story = {args: {items, map: {near: 20}}};
/** Only monuments with a project within 300 m. */
export const NearAProject: Story = {args: {items, near: 300}};
/** The layer has no records to measure from: all projects are shown. */
export const DistancesUnavailable: Story = {
  args: {server: server({isBroken: true}), map: {near: 500}},
};
export const LongWords: Story = {
  args: {
    label: 'Kulturdenkmalschutzverordnungen '.repeat(3),
    projects: [lock, village],
    items: [
      {...monuments[0], title: 'Rindfleischetikettierung'.repeat(8)},
      {
        ...monuments[1],
        commune: {name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'},
      },
      {id: 'bare', geo: {lat: 50.4, lon: 2.8}},
    ],
    map: {near: 900},
  },
};
export const OtherLanguage: Story = {args: {items, map: {lang: 'nl', near: 700}}};
export const Narrow: Story = {
  args: {items, map: {near: 700}},
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {args: {items, map: {near: 700}}, globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {items, map: {skin: 'dsfr'}}};
export const Caue: Story = {args: {items, map: {skin: 'caue', near: 700}}};
export const CaueDark: Story = {args: {items, map: {skin: 'caue'}}, globals: {scheme: 'dark'}};
