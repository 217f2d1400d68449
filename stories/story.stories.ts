import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {missingDrawing, orsThen} from '../tests/support/drawings.js';
import {withSource} from '../tests/support/source-provider.js';
import {canal, library, longStory} from '../tests/support/story.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly server?: StubServer};

const server = (change: Partial<StubServer> = {}): StubServer =>
  Object.assign(new StubServer(library), change);
const serverWith = (change: object): StubServer =>
  new StubServer({...library, stories: [{...canal, ...change}]});

const meta = {
  title: 'Elements/Story',
  component: 'spass-story',
  args: {server: server()},
  render: args => withSource(args.server, html`<spass-story ${attributes(args)}></spass-story>`),
} satisfies Meta<StoryArgs & {readonly server: StubServer}>;

export default meta;
type Story = StoryObj<StoryArgs & {readonly server: StubServer}>;

export const Default: Story = {};
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {server: new StubServer({stories: []})}};
/** One field of a step is invalid: the rest is shown, and a warning is logged. */
export const InvalidRecords: Story = {
  args: {
    server: serverWith({
      steps: [
        {title: 'Ici', geo: {lat: 500, lon: 3}},
        {title: 'Là', year: 'hier'},
      ],
    }),
  },
};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})}};
export const One: Story = {args: {server: serverWith({steps: canal.steps?.slice(0, 1)})}};
export const Many: Story = {args: {server: new StubServer({stories: [longStory(30)]})}};
/** Steps with a line and an area, drawn on the map. */
export const LinesAndAreas: Story = {
  args: {
    server: serverWith({
      steps: [
        {
          title: 'Le chemin de halage',
          geo: {lat: 50.1, lon: 3.63},
          geometry: {
            type: 'LineString',
            coordinates: [
              [3.62, 50.09],
              [3.63, 50.1],
              [3.65, 50.11],
            ],
          },
        },
        {
          title: 'Le pré communal',
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [3.62, 50.09],
                [3.64, 50.09],
                [3.63, 50.11],
              ],
            ],
          },
        },
      ],
    }),
  },
};
export const WithoutMap: Story = {args: {'no-map': true}};
/** Third-party basemap: a button asks for consent before anything is requested. */
export const TilesConsent: Story = {args: {tiles: 'ign'}};
export const PictureFailed: Story = {
  args: {
    server: serverWith({steps: [{title: 'Ici', image: {src: missingDrawing, alt: 'Une maison'}}]}),
  },
};
/** The sections of the page are the steps; nothing is requested. */
export const OwnSections: Story = {
  render: args =>
    html`<spass-story ${attributes(args)}>
      <h2 slot="heading">Le canal, d’écluse en écluse</h2>
      <section data-year="1838" data-geo="50.1003,3.6347" data-zoom="13">
        <h3>On creuse</h3>
        <p>La terre est portée à dos d’homme, <a href="https://example.org/">dit-on</a>.</p>
      </section>
      <section data-year="1932">
        <h3>Une maison</h3>
        <img src=${orsThen} alt="Une maison de brique" style="max-inline-size: 100%" />
      </section>
      <section data-geo="50.6,3.06">
        <h3>Plus loin</h3>
        <p>À Lille.</p>
      </section>
    </spass-story>`,
};
export const LongWords: Story = {
  args: {
    server: serverWith({
      title: 'Landschaftsbeobachtungsgeschichte '.repeat(3),
      steps: [
        {title: 'Wasserstraßenverwaltungsgebäude'.repeat(3), text: 'Schleusenwärterhaus'.repeat(9)},
        {title: 'Kurz'},
      ],
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
