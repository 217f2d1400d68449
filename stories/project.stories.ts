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
