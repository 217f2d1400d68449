import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {network} from '../tests/support/portals.js';
import {StubServer} from '../tests/support/stub-server.js';
import {
  largePortalData,
  emptyPortalData,
  portalData,
  serverWithoutResources,
} from '../tests/support/portal-data.js';
import {type Args, attributes} from './attributes-directive.js';
import {applyFilter} from './apply-filter.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const server = (change: Partial<StubServer>): StubServer =>
  Object.assign(new StubServer(portalData), change);

/** Opens a tab, if there are tabs. */
const openTab =
  (view: string) =>
  ({canvasElement}: {canvasElement: HTMLElement}): void =>
    canvasElement
      .querySelector('spass-explorer')
      ?.shadowRoot?.querySelector<HTMLElement>(`#tab-${view}`)
      ?.click();

const narrow = (story: () => unknown) => html`<div style="max-inline-size: 20em">${story()}</div>`;
const medium = (story: () => unknown) => html`<div style="max-inline-size: 46em">${story()}</div>`;

const meta = {
  title: 'Elements/Explorer',
  component: 'spass-explorer',
  args: {items: [portalData], limit: 6},
  render: args => {
    const explorer = html`<spass-explorer
      ${attributes(args)}
      .items=${args.server ? undefined : args.items}
    ></spass-explorer>`;
    return args.server ? withSource(args.server, explorer) : explorer;
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: [emptyPortalData]}};
/** All requests fail: one message for all views. */
export const Failed: Story = {args: {server: server({isBroken: true})}};
/** The request for resources fails: the list shows an error, the other views their data. */
export const PartlyFailed: Story = {args: {server: serverWithoutResources()}};
/** One record is invalid: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {
  args: {items: [{...portalData, portals: [...portalData.portals, {title: 'Sans identifiant'}]}]},
};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
export const One: Story = {args: {items: [{...emptyPortalData, portals: [network]}]}};
export const Many: Story = {args: {items: [largePortalData]}};
/** A single view has neither tabs nor a heading. */
export const OneView: Story = {args: {views: 'map'}};
export const TwoViews: Story = {args: {views: 'map list'}};
/** The page is limited to one family: there is no family filter. */
export const OneFamily: Story = {args: {family: 'acteur'}};
export const LongWords: Story = {
  args: {
    items: [
      {
        ...portalData,
        portals: [{...network, title: 'Stadtentwicklungsplanungsbeteiligung'.repeat(3)}],
      },
    ],
  },
};
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {decorators: [narrow]};
export const NarrowList: Story = {decorators: [narrow], play: openTab('list')};
export const NarrowMap: Story = {decorators: [narrow], play: openTab('map')};
export const NarrowTimeline: Story = {decorators: [narrow], play: openTab('timeline')};
export const Medium: Story = {decorators: [medium]};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
export const Filtered: Story = {play: applyFilter('spass-explorer', {family: ['projet']})};
