import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {
  exhibition,
  manyEvents,
  mixedEvents,
  now,
  ride,
  walk,
  workshop,
} from '../tests/support/events.js';
import {withSource} from '../tests/support/source-provider.js';
import {trees} from '../tests/support/projects.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';
import {applyFilter} from './apply-filter.js';

type StoryArgs = Args & {
  readonly items?: readonly unknown[];
  readonly now?: Date;
  readonly server?: StubServer;
};

const server = (change: Partial<StubServer>): StubServer =>
  Object.assign(new StubServer({events: mixedEvents}), change);

/** Server that fails for past events only. */
const failingForPastEvents = (): StubServer => {
  const source = new StubServer({events: mixedEvents});
  const find = source.find.bind(source);
  return Object.assign(source, {
    find: (...question: Parameters<typeof find>) => {
      source.isBroken = question[1].sort === '-date';
      return find(...question);
    },
  });
};

/** Shows the past events. */
const openPast = ({canvasElement}: {canvasElement: HTMLElement}): void =>
  canvasElement
    .querySelector('spass-agenda')
    ?.shadowRoot?.querySelector<HTMLElement>('[aria-expanded=false]')
    ?.click();

const meta = {
  title: 'Elements/Agenda',
  component: 'spass-agenda',
  args: {items: mixedEvents, now},
  render: args => {
    const agenda = html`<spass-agenda
      ${attributes(args)}
      .now=${args.now}
      .items=${args.server ? undefined : args.items}
    ></spass-agenda>`;
    return args.server ? withSource(args.server, agenda) : agenda;
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const NoUpcomingEvents: Story = {args: {items: [ride]}, play: openPast};
export const PastEvents: Story = {play: openPast};
export const PastEventsFailed: Story = {args: {server: failingForPastEvents()}, play: openPast};
export const Failed: Story = {args: {server: server({isBroken: true})}};
/** One record is invalid: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {
  args: {items: [...mixedEvents, {id: 'x', title: 'Sans dates'}]},
};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
export const One: Story = {args: {items: [walk]}};
/** Without the number of events and the calendar files. */
export const HiddenParts: Story = {args: {hide: 'count export'}};
/** An event alone, with `record`. */
export const SingleRecord: Story = {
  args: {items: manyEvents(9), record: String(manyEvents(9)[4]?.id)},
};
export const Many: Story = {args: {items: manyEvents(40), limit: 12}};
export const Cancelled: Story = {args: {items: [workshop]}};
export const WithPicture: Story = {
  args: {
    items: [
      {
        ...exhibition,
        image: {
          src: '/demo/data/emblem-eu.svg',
          alt: 'Douze étoiles en cercle',
          credit: 'CAUE du Nord',
        },
      },
    ],
  },
};
/** With a map in the same group: each place is a link to it. */
export const WithMap: Story = {
  render: args =>
    html`<spass-agenda
        group="agenda"
        .items=${args.items}
        .now=${args.now}
        ${attributes(args)}
      ></spass-agenda
      ><spass-project-map
        group="agenda"
        .items=${[{...trees, id: 'septentrion'}]}
      ></spass-project-map>`,
};
export const LongWords: Story = {
  args: {
    items: [
      {
        ...walk,
        title: 'Stadtentwicklungsplanungsbeteiligung'.repeat(3),
        place: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
        description: 'Bürgerbeteiligungsveranstaltung '.repeat(30),
      },
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
export const Filtered: Story = {play: applyFilter('spass-agenda', {q: 'remparts'})};
