import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {manyPortals} from '../tests/support/portals.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const server = (change: Partial<StubServer> = {}, portals = manyPortals(29)): StubServer =>
  Object.assign(new StubServer({portals}), change);

const meta = {
  title: 'Elements/Family filter',
  component: 'spass-family-filter',
  args: {of: 'portals', multiple: false, skin: 'plain'},
  render: args => {
    const filter = html`<spass-family-filter
      ${attributes(args)}
      .items=${args.items}
    ></spass-family-filter>`;
    return args.items ? filter : withSource(args.server ?? server(), filter);
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
export const Selected: Story = {
  play: ({canvasElement}) => {
    const {shadowRoot} = canvasElement.querySelector('spass-family-filter') ?? {};
    shadowRoot?.querySelector<HTMLElement>('.acteur')?.click();
  },
};
export const Multiple: Story = {args: {multiple: true}};
export const TwoFamilies: Story = {args: {family: 'acteur, projet'}};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
export const One: Story = {args: {items: manyPortals(1)}};
export const Many: Story = {args: {server: server({}, manyPortals(44_480))}};
/** One record is invalid: the others are counted, and a warning is logged. */
export const InvalidRecords: Story = {
  args: {items: [{title: 'Sans identifiant'}, ...manyPortals(5)]},
};
/** The longest words of the filter in the narrowest space. */
export const LongWords: Story = {
  args: {lang: 'de', server: server({}, manyPortals(44_480))},
  decorators: [story => html`<div style="max-inline-size: 15em">${story()}</div>`],
};
export const OtherLanguage: Story = {args: {lang: 'de'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
