import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {
  onePerFamily,
  interreg,
  manyPortals,
  network,
  septentrion,
  sequel,
  village,
} from '../tests/support/portals.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';
import {applyFilter} from './apply-filter.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const portal = {portals: onePerFamily, programmes: [interreg], projects: [septentrion, sequel]};
const server = (change: Partial<StubServer> = {}, records = portal): StubServer =>
  Object.assign(new StubServer(records), change);
/** Portals with places: a network, a subject and a commune. */
const places = {
  portals: [
    ...onePerFamily
      .filter(({family}) => family !== 'jeu')
      .map(one => ({
        ...one,
        sections: ['observatoire'],
        ...(one === village && {
          territory: {
            name: 'Ors',
            level: 'commune',
            bbox: [3.5931, 50.0809, 3.6751, 50.1307] as const,
          },
        }),
      })),
    ...manyPortals(6),
  ],
  programmes: [interreg],
  projects: [
    {
      ...septentrion,
      lead: 'Département du Nord',
      partners: [
        {name: 'Département du Nord', geo: {lat: 50.6318, lon: 3.0471}},
        {name: 'Ypres', geo: {lat: 50.8513, lon: 2.8857}},
        {name: 'Bergues', geo: {lat: 50.9692, lon: 2.4334}},
        {name: 'Gravelines', geo: {lat: 50.997, lon: 2.144}},
        {name: 'Cambrai', geo: {lat: 50.1703, lon: 3.2423}},
        {name: 'Charleroi', geo: {lat: 50.4114, lon: 4.4446}},
      ],
    },
    sequel,
  ],
  resources: [
    {id: 1, title: 'Coupe', portals: [41], geo: {lat: 49.8507, lon: 2.3379}},
    {id: 2, title: 'Mont Noir', portals: [41], geo: {lat: 50.7686, lon: 2.7227}},
    {id: 3, title: 'Terril', portals: [41], geo: {lat: 50.3873, lon: 3.2652}},
    {id: 4, title: 'Carrière', portals: [41], geo: {lat: 50.4871, lon: 2.4031}},
  ],
};
const cover = {
  src: 'demo/data/emblem-eu.svg',
  alt: 'Le drapeau de l’Union européenne',
  credit: 'Union européenne',
  width: 270,
  height: 180,
};

const meta = {
  title: 'Elements/Portal cards',
  component: 'spass-portal-cards',
  args: {'group-by': '', layout: 'grid', limit: 12, 'heading-level': 3, skin: 'plain'},
  render: args => {
    const cards = html`<spass-portal-cards
      ${attributes(args)}
      .items=${args.items}
    ></spass-portal-cards>`;
    return args.items ? cards : withSource(args.server ?? server(), cards);
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
export const ByFamily: Story = {args: {'group-by': 'family'}};
/** The cover has files in two widths, and a point that stays visible where it is cropped. */
export const CoverFiles: Story = {
  args: {
    items: onePerFamily.map(portal => ({
      ...portal,
      cover: {...cover, sources: [{src: cover.src, width: 540}], focus: {x: 0, y: 0.5}},
    })),
  },
};
export const Loading: Story = {args: {server: server({isHeld: true}), limit: 4}};
export const Empty: Story = {args: {items: []}};
export const NoMatch: Story = {
  args: {items: onePerFamily},
  play: applyFilter('spass-portal-cards', {q: 'rien de tel'}),
};
export const InvalidRecords: Story = {
  args: {items: [{title: 'Sans identifiant : laissé de côté'}, ...onePerFamily]},
};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
export const One: Story = {args: {items: [network]}};
/** Markup of the page for each card. */
export const OwnTemplate: Story = {
  render: args =>
    html`<spass-portal-cards ${attributes(args)} .items=${args.items}>
      <template data-for="card">
        <h3>
          <a data-field="url"><span data-field="title"></span></a>
        </h3>
        <p>Famille : <strong data-field="family"></strong></p>
        <p data-field="description"></p>
      </template>
    </spass-portal-cards>`,
};
/** Errors of the page, shown in place to the webmaster. */
export const Diagnostics: Story = {
  render: args =>
    html`<spass-portal-cards
      diagnostics
      layout="grille"
      .items=${args.items}
    ></spass-portal-cards>`,
};
/** A portal alone, with `record`. */
export const SingleRecord: Story = {args: {record: String(network.id)}};
export const Many: Story = {args: {items: manyPortals(29)}};
export const Picture: Story = {
  args: {
    items: [
      {...village, cover},
      // Not a picture: the generated pattern replaces it.
      {...network, cover: {...cover, src: 'demo/data/about.json'}},
    ],
  },
};
export const MinimalRecords: Story = {args: {items: [{id: 'nu'}, {id: 7, title: 'Sans adresse'}]}};
export const LongWords: Story = {
  args: {
    items: [
      {
        ...network,
        title: 'Stadtentwicklungsplanungsbeteiligungsverfahren '.repeat(3),
        territory: {name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'},
      },
      ...onePerFamily,
    ],
  },
};
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const List: Story = {args: {layout: 'list'}};
export const FrontPage: Story = {args: {layout: 'une', skin: 'caue', server: server({}, places)}};
export const FrontPageNl: Story = {args: {...FrontPage.args, lang: 'nl'}};
export const FrontPageEn: Story = {args: {...FrontPage.args, lang: 'en'}};
export const FrontPageDe: Story = {args: {...FrontPage.args, lang: 'de'}};
export const Covers: Story = {args: {server: server({}, places)}};
export const LongTexts: Story = {
  args: {
    items: onePerFamily.map(portal => ({
      ...portal,
      description: 'Un canal, des ponts et des écluses racontent deux siècles. '.repeat(9),
    })),
  },
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
export const Filtered: Story = {
  args: {items: onePerFamily},
  play: applyFilter('spass-portal-cards', {family: ['projet']}),
};
