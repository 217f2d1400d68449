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
import {SKINS} from '../src/styles/tokens.styles.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const portal = {portals: onePerFamily, programmes: [interreg], projects: [septentrion, sequel]};
const server = (change: Partial<StubServer> = {}, records = portal): StubServer =>
  Object.assign(new StubServer(records), change);
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
  args: {groupBy: '', limit: 12, headingLevel: 3, skin: 'plain'},
  argTypes: {
    groupBy: {control: 'inline-radio', options: ['', 'family']},
    skin: {control: 'inline-radio', options: [...SKINS]},
  },
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
export const ByFamily: Story = {args: {groupBy: 'family'}};
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
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
export const Filtered: Story = {
  args: {items: onePerFamily},
  play: applyFilter('spass-portal-cards', {family: ['projet']}),
};
