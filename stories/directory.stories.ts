import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withSource} from '../tests/support/source-provider.js';
import {
  caue,
  manyOrganisations,
  recordsWithoutOrganisations,
  projects,
  province,
} from '../tests/support/organisations.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';
import {applyFilter} from './apply-filter.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]; readonly server?: StubServer};

const server = (change: Partial<StubServer> = {}): StubServer =>
  Object.assign(new StubServer(recordsWithoutOrganisations), change);

/** Server that fails for projects only. */
const withoutProjects = (): StubServer => server({broken: ['projects']});

const meta = {
  title: 'Elements/Directory',
  component: 'spass-directory',
  render: args => {
    const directory = html`<spass-directory
      ${attributes(args)}
      .items=${args.server ? undefined : args.items}
    ></spass-directory>`;
    return args.server ? withSource(args.server, directory) : directory;
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {args: {server: server()}};
export const Organisations: Story = {args: {items: [caue, province]}};
export const ByRole: Story = {args: {server: server(), 'group-by': 'role'}};
export const Ungrouped: Story = {args: {server: server(), 'group-by': 'none'}};
export const OneProject: Story = {args: {server: server(), project: 'eutopia'}};
/** With a map in the same group, filtered by the selected actor. */
export const WithMap: Story = {
  render: () =>
    withSource(
      server(),
      html`<spass-directory group="actors"></spass-directory
        ><spass-project-map group="actors" .items=${projects}></spass-project-map>`,
    ),
};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {items: []}};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const ProjectsFailed: Story = {args: {server: withoutProjects()}};
/** One record is invalid: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {args: {items: [caue, province, {id: 'nameless'}]}};
export const Stale: Story = {args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})}};
export const One: Story = {args: {items: [caue]}};
export const Many: Story = {args: {items: manyOrganisations(120), limit: 24}};
export const LongWords: Story = {
  args: {
    items: [
      {
        ...caue,
        name: 'Stadtentwicklungsplanungsbeteiligungsgesellschaft'.repeat(2),
        role: 'Bürgerbeteiligungsveranstaltungsmoderation '.repeat(3),
      },
    ],
  },
};
export const OtherLanguage: Story = {args: {server: server(), lang: 'nl'}};
export const Narrow: Story = {
  args: {server: server()},
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {args: {server: server()}, globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {server: server(), skin: 'dsfr'}};
export const Caue: Story = {args: {server: server(), skin: 'caue'}};
export const CaueDark: Story = {
  args: {server: server(), skin: 'caue'},
  globals: {scheme: 'dark'},
};
export const Filtered: Story = {
  args: {server: server()},
  play: applyFilter('spass-directory', {project: ['other']}),
};
