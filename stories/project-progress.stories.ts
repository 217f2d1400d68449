import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {centre, manyPhases, now, progressRecords, workshop} from '../tests/support/progress.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly now?: Date; readonly server?: StubServer};

const server = (change: Partial<StubServer> = {}, records: object = {}): StubServer =>
  Object.assign(new StubServer({...progressRecords, ...records}), change);
const serverWith = (project: object): StubServer =>
  server({}, {projects: [{...centre, ...project}]});

const meta = {
  title: 'Elements/Project progress',
  component: 'spass-project-progress',
  args: {server: server(), now},
  render: args =>
    withSource(
      args.server,
      html`<spass-project-progress ${attributes(args)} .now=${args.now}></spass-project-progress>`,
    ),
} satisfies Meta<StoryArgs & {readonly server: StubServer}>;

export default meta;
type Story = StoryObj<StoryArgs & {readonly server: StubServer}>;

export const Default: Story = {};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {server: server({}, {projects: []})}};
/** One field is invalid: the rest of the project is shown, and a warning is logged. */
export const InvalidRecords: Story = {
  args: {server: serverWith({participate: {...centre.participate, url: 'javascript:0'}})},
};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})}};
/** Phases only. */
export const One: Story = {
  args: {
    server: server(
      {},
      {
        projects: [{...centre, next: undefined, participate: undefined}],
        events: [],
        resources: [],
      },
    ),
  },
};
export const Many: Story = {args: {server: server({}, {projects: [manyPhases]})}};
export const Closed: Story = {args: {now: new Date('2026-12-20T10:00:00+01:00')}};
export const Soon: Story = {args: {state: 'soon'}};
export const OtherState: Story = {args: {state: 'Sur inscription'}};
export const MeetingCancelled: Story = {
  args: {server: server({}, {events: [{...workshop, status: 'cancelled'}]})},
};
/** All content comes from the page; nothing is requested. */
export const OwnContent: Story = {
  render: args =>
    html`<spass-project-progress
      ${attributes(args)}
      .now=${args.now}
      href="https://example.org/concertation"
      label="Donner mon avis"
      until="2026-12-12T12:00"
    >
      <h3 slot="heading">La place du village</h3>
      <p data-state="done">Diagnostic en marchant</p>
      <p data-state="now">Concertation sur <a href="https://example.org/e">l’esquisse</a></p>
      <p data-state="next">Travaux</p>
    </spass-project-progress>`,
};
/** Only a link to an external platform. */
export const AttributesOnly: Story = {
  render: args =>
    html`<spass-project-progress
      ${attributes(args)}
      .now=${args.now}
      href="https://example.org/concertation"
      label="Donner mon avis"
    ></spass-project-progress>`,
};
export const LongWords: Story = {
  args: {
    server: serverWith({
      title: 'Stadtentwicklungsplanungsbeteiligung '.repeat(4),
      phases: [{title: 'Bürgerbeteiligungsverfahrensordnung'.repeat(3), state: 'now'}],
      participate: {label: 'Bürgerbeteiligungsverfahren'.repeat(4), url: 'https://example.org/b'},
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
