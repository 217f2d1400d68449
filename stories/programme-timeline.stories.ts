import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {
  heritage,
  interregIv,
  manyProjects,
  mixed,
  programmes,
  projects,
} from '../tests/support/programmes.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';
import {dataBlock} from './data-block.js';
import {applyFilter} from './apply-filter.js';

type StoryArgs = Args & {
  readonly items?: readonly unknown[];
  readonly now?: Date;
  readonly server?: StubServer;
};

const portal = {programmes, projects};
const server = (change: Partial<StubServer>): StubServer =>
  Object.assign(new StubServer(portal), change);

/** Server that fails for projects only. */
const withoutProjects = (): StubServer => server({broken: ['projects']});

const meta = {
  title: 'Elements/Programme timeline',
  component: 'spass-programme-timeline',
  args: {items: mixed, now: new Date(2026, 10, 24)},
  render: args => {
    const timeline = html`<spass-programme-timeline
      ${attributes(args)}
      .now=${args.now}
      .items=${args.server ? undefined : args.items}
    ></spass-programme-timeline>`;
    return args.server ? withSource(args.server, timeline) : timeline;
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
/** Records written in the tag as JSON, without an API. */
export const InlineData: Story = {
  render: args =>
    html`<spass-programme-timeline ${attributes(args)} .now=${args.now}
      >${dataBlock(mixed)}</spass-programme-timeline
    >`,
};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const NoProjects: Story = {args: {server: new StubServer({programmes})}};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const ProjectsFailed: Story = {args: {server: withoutProjects()}};
/** One record is invalid: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {args: {items: [...mixed, {title: 'Sans identifiant'}]}};
/** Details of a project, with their sources. */
export const Details: Story = {
  play: async ({canvasElement}) => {
    const timeline = canvasElement.querySelector('spass-programme-timeline');
    await timeline?.loadComplete;
    timeline?.shadowRoot?.querySelector<HTMLElement>('.info')?.click();
  },
};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3), cappedAt: 7}})},
};
export const One: Story = {args: {items: [interregIv, heritage]}};
/** A first page with projects of every generation, and a button for more. */
export const Many: Story = {args: {items: manyProjects(586)}};
/** As many projects as a page may show at once. */
export const ManyAtOnce: Story = {args: {items: manyProjects(586), limit: 500}};
/** Programmes without a generation have a row each; those without projects take one line. */
export const OtherProgrammes: Story = {
  args: {
    items: [
      {id: 1, title: 'LEADER', strand: 'A', period: {start: '2014', end: '2020'}},
      {id: 2, title: 'Plan Paysage', strand: 'A', period: {start: '2018'}},
      {...heritage, programme: 2},
      ...programmes,
    ],
  },
};
export const OneProgramme: Story = {args: {programme: 'iv-fwv'}};
export const SomeYears: Story = {args: {from: '2020'}};
export const LongWords: Story = {
  args: {
    items: [
      ...mixed,
      {...heritage, id: 'long', title: 'Stadtentwicklungsplanungsbeteiligung '.repeat(4)},
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
  play: applyFilter('spass-programme-timeline', {programme: ['iv-fwv']}),
};
