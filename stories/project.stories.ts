import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {hills, now, sheetRecords, withPartners} from '../tests/support/project-sheet.js';
import {withSource} from '../tests/support/source-provider.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly now?: Date; readonly server?: StubServer};

const server = (change: Partial<StubServer> = {}, records: object = {}): StubServer =>
  Object.assign(new StubServer({...sheetRecords, ...records}), change);
const serverWith = (project: object): StubServer =>
  server({}, {projects: [{...hills, ...project}]});

const meta = {
  title: 'Elements/Project',
  component: 'spass-project',
  args: {server: server(), now, project: 'monts'},
  render: args =>
    withSource(
      args.server,
      html`<spass-project ${attributes(args)} .now=${args.now}></spass-project>`,
    ),
} satisfies Meta<StoryArgs & {readonly server: StubServer}>;

export default meta;
type Story = StoryObj<StoryArgs & {readonly server: StubServer}>;

export const Default: Story = {};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {server: server({}, {projects: []})}};
/** Addresses that run code are left out, with a warning. */
export const InvalidRecords: Story = {
  args: {
    server: serverWith({
      url: 'javascript:0',
      documents: [{url: 'javascript:0', title: 'Un fichier'}],
      budget: {total: 'beaucoup'},
      period: {start: 'bientôt'},
    }),
  },
};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})}};
/** The programme and the events could not be loaded: the rest is shown. */
export const PartMissing: Story = {args: {server: server({broken: ['programmes', 'events']})}};
/** Nothing but a title. */
export const One: Story = {
  args: {server: server({}, {projects: [{id: 'monts', title: 'Les monts de Flandre'}]})},
};
/** Two hundred partners. */
export const Many: Story = {args: {server: server({}, {projects: [withPartners(200)]})}};
/** A portfolio: its projects open in place. */
export const Portfolio: Story = {args: {project: 'portefeuille'}};
/** Without dates, partners and budget. */
export const Undated: Story = {
  args: {
    server: serverWith({
      period: undefined,
      partners: [],
      lead: undefined,
      budget: undefined,
      geo: null,
      next: undefined,
    }),
  },
};
/** Without support of the European Union: no statement, and no emblem. */
export const Unfunded: Story = {
  args: {server: serverWith({programme: undefined, budget: {total: 12_000, currency: 'EUR'}})},
};
/** The participation is over. */
export const Closed: Story = {
  args: {
    server: serverWith({
      participate: {label: 'Donner mon avis', url: 'https://example.org/avis', until: '2026-10-01'},
    }),
  },
};
/** The statement and the emblem of the programme. */
export const OwnEmblem: Story = {
  args: {
    server: server(
      {},
      {
        programmes: [
          {
            ...sheetRecords.programmes[0],
            funding: {
              text: {
                fr: 'Avec le soutien du Fonds européen de développement régional',
                nl: 'Met steun van het Europees Fonds voor Regionale Ontwikkeling',
              },
              logo: {src: '/demo/data/emblem-eu.svg', alt: {fr: 'Drapeau de l’Union européenne'}},
            },
          },
        ],
      },
    ),
  },
};
/** One page of A3, printed alone. */
export const PosterA3: Story = {args: {poster: 'a3'}};
export const PosterA4: Story = {args: {poster: 'a4', lang: 'nl'}};
/** Texts end in an ellipsis; the last facts and partners are left out. The emblem and the code stay on the page. */
export const PosterOverfull: Story = {
  args: {
    poster: 'a4',
    server: server(
      {},
      {
        projects: [
          {
            ...withPartners(60),
            title: 'Pour une trame écologique renforcée des monts de Flandre '.repeat(5),
            aims: 'Relier les haies des deux côtés de la frontière. '.repeat(200),
            extra: Object.fromEntries(
              Array.from({length: 30}, (_, i) => [`Champ propre ${i + 1}`, `Valeur ${i + 1}`]),
            ),
          },
        ],
      },
    ),
  },
};
export const LongWords: Story = {
  args: {
    server: serverWith({
      title: 'Stadtentwicklungsplanungsbeteiligung '.repeat(4),
      lead: 'Bürgerbeteiligungsverfahrensordnungsamt'.repeat(3),
      commune: {name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2)},
    }),
  },
};
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
