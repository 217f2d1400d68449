import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {storeDraft} from '../src/data/contributions/draft-store.js';
import type {SpassContribute} from '../src/index.js';
import {contributions} from '../tests/support/contribution-records.js';
import {village} from '../tests/support/drawings.js';
import {withSource} from '../tests/support/source-provider.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly server?: StubServer};

/** Endpoint of the stories: a port without a server. */
const ENDPOINT = 'http://127.0.0.1:9/contributions';

const server = (change: Partial<StubServer> = {}): StubServer =>
  Object.assign(new StubServer({contributions}), {contributionsUrl: ENDPOINT}, change);

const serverWith = (published: readonly unknown[]): StubServer =>
  Object.assign(new StubServer({contributions: published}), {contributionsUrl: ENDPOINT});

const meta = {
  title: 'Elements/Contribute',
  component: 'spass-contribute',
  args: {
    kind: 'idea',
    draft: 'memory',
    controller: 'CAUE du Nord',
    contact: 'droits@caue.example',
    retention: 'deux ans',
    policy: 'https://caue.example/confidentialite',
    'heading-level': 3,
    skin: 'plain',
    tiles: 'none',
  },
  render: args =>
    withSource(
      args.server ?? server(),
      html`<spass-contribute ${attributes(args)}></spass-contribute>`,
    ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

const inForm =
  (act: (root: ShadowRoot, form: SpassContribute) => unknown): NonNullable<Story['play']> =>
  async ({canvasElement}) => {
    const form = canvasElement.querySelector('spass-contribute');
    await form?.loadComplete;
    if (form?.shadowRoot) await act(form.shadowRoot, form);
    await form?.loadComplete;
  };

const typeText = (root: ShadowRoot, id: string, words: string): void => {
  const field = root.getElementById(id) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input'));
  field.dispatchEvent(new Event('change'));
};
const clickSend = (root: ShadowRoot): void => root.querySelector<HTMLElement>('.send')?.click();

/** Form with a draft stored on the device. */
const withStoredDraft = (
  project: string,
  rest: object,
  act: (root: ShadowRoot) => unknown = () => undefined,
): Story => ({
  args: {draft: 'device', kind: 'tree'},
  play: inForm(async (root, form) => {
    const name = JSON.stringify([ENDPOINT, 'tree', null, project]);
    await storeDraft(name, {key: 'story', text: '', photos: [], ...rest});
    form.project = project;
    await form.updateComplete;
    await form.loadComplete;
    await act(root);
  }),
});

export const Idea: Story = {};
/** The team of the portal has replied to a contribution, in French. */
export const Reply: Story = {
  args: {
    server: serverWith([
      {
        id: 'I1',
        kind: 'idea',
        state: 'published',
        text: 'Un banc sous le tilleul.',
        created: '2026-04-01',
        reply: {fr: 'Merci ! Le banc sera posé au printemps.'},
      },
    ]),
  },
};
export const Photograph: Story = {args: {kind: 'photo'}};
export const Tree: Story = {args: {kind: 'tree'}};
export const Comment: Story = {args: {kind: 'comment'}};
export const Place: Story = {args: {kind: 'place', places: '/communes.json'}};
export const PlaceChosen: Story = {
  args: {kind: 'tree'},
  play: inForm(root => typeText(root, 'coordinates', '50.391, 3.487')),
};
/** An area of four points, the second of which is selected: the next place moves it. */
export const Area: Story = withStoredDraft(
  'area',
  {
    shape: 'area',
    vertices: [
      {lat: 50.102, lon: 3.628},
      {lat: 50.102, lon: 3.636},
      {lat: 50.098, lon: 3.636},
      {lat: 50.099, lon: 3.629},
    ],
  },
  root => {
    const list = root.getElementById('vertex') as HTMLSelectElement | null;
    if (!list) return;
    list.value = '1';
    list.dispatchEvent(new Event('change'));
  },
);
/** The sides of the area cross: the form says which. */
export const AreaCrossing: Story = withStoredDraft(
  'crossing',
  {
    shape: 'area',
    vertices: [
      {lat: 50.102, lon: 3.628},
      {lat: 50.098, lon: 3.636},
      {lat: 50.102, lon: 3.636},
      {lat: 50.098, lon: 3.628},
    ],
  },
  clickSend,
);
/** Search for an address, to choose the place; nothing is sent before the author agrees. */
export const AddressSearch: Story = {args: {kind: 'tree', geocoder: 'ban'}};
export const Line: Story = {
  args: {kind: 'idea'},
  play: inForm(root => root.getElementById('shape-line')?.click()),
};
export const ValidationErrors: Story = {
  args: {kind: 'tree'},
  play: inForm(root => clickSend(root)),
};
export const PhotoUnreadable: Story = {
  args: {kind: 'photo'},
  play: inForm(root => {
    const files = new DataTransfer();
    files.items.add(new File(['<html>'], 'vue.jpg', {type: 'image/jpeg'}));
    const field = root.getElementById('photo-0') as HTMLInputElement;
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
  }),
};
export const DraftOnDevice: Story = {args: {draft: 'device'}};
export const DraftRestored: Story = withStoredDraft('found', {text: 'Un vieux poirier, derrière'});
export const WaitingToSend: Story = withStoredDraft('waiting', {
  text: 'Un vieux poirier',
  isSent: true,
});
export const Sent: Story = withStoredDraft('arrived', {
  receipt: {id: '7F3K-29QX', url: 'https://desk.example/receipts/7F3K-29QX'},
});
export const Loading: Story = {args: {server: server({isHeld: true})}};
export const Empty: Story = {args: {server: serverWith([])}};
/** One record has no kind: the others are shown, and a warning is logged. */
export const InvalidRecords: Story = {
  args: {kind: 'tree', server: serverWith([...contributions, {id: 'x', text: 'Sans genre'}])},
};
export const Failed: Story = {args: {server: server({isBroken: true})}};
export const Stale: Story = {
  args: {server: server({extra: {staleSince: new Date(2026, 10, 3)}})},
};
export const One: Story = {args: {kind: 'idea'}};
export const Many: Story = {
  args: {
    kind: 'tree',
    server: serverWith(
      Array.from({length: 40}, (_, i) => ({
        ...contributions[1],
        id: i,
        text: `Arbre ${i + 1}`,
        geo: {lat: 50.1 + i / 2000, lon: 3.63 + (i % 7) / 1000},
      })),
    ),
  },
};
export const LongWords: Story = {
  args: {
    kind: 'tree',
    controller: 'Stadtentwicklungsplanungsbeteiligung'.repeat(3),
    contact: `${'Llanfairpwllgwyngyllgogerychwyrndrobwll'.repeat(2)}@caue.example`,
    server: serverWith([
      {
        ...contributions[0],
        text: 'Stadtentwicklungsplanungsbeteiligung'.repeat(5),
        name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      },
    ]),
  },
};
export const OtherLanguage: Story = {args: {lang: 'de', kind: 'tree'}};
export const Narrow: Story = {
  args: {kind: 'tree'},
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const NotAccepted: Story = {args: {server: new StubServer({contributions})}};
export const FormOnly: Story = {args: {'no-list': true}};
export const Dsfr: Story = {args: {skin: 'dsfr', kind: 'tree'}};
export const Caue: Story = {args: {skin: 'caue', kind: 'tree'}};
export const Dark: Story = {args: {skin: 'caue', kind: 'tree'}, globals: {scheme: 'dark'}};
const observatory = (resources: readonly unknown[]): StubServer =>
  Object.assign(new StubServer({contributions, resources}), {contributionsUrl: ENDPOINT});
/** A photograph that continues a series: the last picture is shown, and laid over the view of the camera. */
export const Series: Story = {
  args: {kind: 'photo', series: 'place', server: observatory([village])},
};
export const SeriesMissing: Story = {
  args: {kind: 'photo', series: 'nowhere', server: observatory([village])},
};
