import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {SpassPortalCards} from '../src/index.js';
import {given} from '../tests/support/given.js';
import {
  each,
  interreg,
  manyPortals,
  network,
  septentrion,
  sequel,
  village,
} from '../tests/support/portals.js';
import {StubServer} from '../tests/support/stub-server.js';

type Args = Partial<SpassPortalCards> & {server?: StubServer};

const portal = {portals: each, programmes: [interreg], projects: [septentrion, sequel]};
const server = (change: Partial<StubServer> = {}, records = portal): StubServer =>
  Object.assign(new StubServer(records), change);
const cover = {
  src: '/demo/data/emblem-eu.svg',
  alt: 'Le drapeau de l’Union européenne',
  credit: 'Union européenne',
  width: 270,
  height: 180,
};

const meta = {
  title: 'Elements/Portal cards',
  component: 'spass-portal-cards',
  args: {groupBy: '', limit: 12, headingLevel: 3, skin: 'plain'},
  argTypes: {
    groupBy: {control: 'inline-radio', options: ['', 'family']},
    skin: {control: 'inline-radio', options: ['plain', 'dsfr', 'caue']},
  },
  render: args => {
    const cards = html`<spass-portal-cards
      lang=${ifDefined(args.lang || undefined)}
      skin=${ifDefined(args.skin)}
      group=${ifDefined(args.group)}
      group-by=${ifDefined(args.groupBy || undefined)}
      heading-level=${ifDefined(args.headingLevel)}
      limit=${ifDefined(args.limit)}
      family=${ifDefined(args.family)}
      portal=${ifDefined(args.portal)}
      section=${ifDefined(args.section)}
      commune=${ifDefined(args.commune)}
      programme=${ifDefined(args.programme)}
      project=${ifDefined(args.project)}
      from=${ifDefined(args.from)}
      to=${ifDefined(args.to)}
      q=${ifDefined(args.q)}
      sort=${ifDefined(args.sort || undefined)}
      ?sync-url=${args.syncUrl}
      .items=${args.items}
    ></spass-portal-cards>`;
    return args.items ? cards : given(args.server ?? server(), cards);
  },
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {};
export const ByFamily: Story = {args: {groupBy: 'family'}};
export const Loading: Story = {args: {server: server({isHeld: true}), limit: 4}};
export const Empty: Story = {args: {items: []}};
export const NothingMatches: Story = {args: {q: 'rien de tel'}};
export const Unreadable: Story = {
  args: {items: [{title: 'Sans identifiant : laissé de côté'}, ...each]},
};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
export const One: Story = {args: {items: [network]}};
export const Many: Story = {args: {items: manyPortals(29)}};
export const Picture: Story = {
  args: {
    items: [
      {...village, cover},
      {...network, cover: {...cover, src: '/absent.jpg'}},
    ],
  },
};
export const Bare: Story = {args: {items: [{id: 'nu'}, {id: 7, title: 'Sans adresse'}]}};
export const LongWords: Story = {
  args: {
    items: [
      {
        ...network,
        title: 'Stadtentwicklungsplanungsbeteiligungsverfahren '.repeat(3),
        territory: {name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'},
      },
      ...each,
    ],
  },
};
export const InDutch: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
