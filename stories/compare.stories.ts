import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {
  goriaux,
  goriauxNow,
  goriauxThen,
  missingDrawing,
  orsNow,
  village,
  villageImages,
  villageSeries,
} from '../tests/support/drawings.js';
import {withSource} from '../tests/support/source-provider.js';
import {StubServer} from '../tests/support/stub-server.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]};

const [before, after] = goriaux;

/** Returns a portal that answers with these resources. */
const portalOf = (
  resources: readonly unknown[],
  properties: Partial<Pick<StubServer, 'isHeld' | 'isBroken'>> = {},
): StubServer => {
  const server = new StubServer({resources}, true);
  server.extra = {attribution: {text: 'CAUE du Nord', licence: 'Licence Ouverte'}};
  return Object.assign(server, properties);
};

/** Renders the pictures of a resource of a portal. */
const renderRecord = ({server}: Args) =>
  withSource(server as StubServer, html`<spass-compare record="place"></spass-compare>`);

const meta = {
  title: 'Elements/Compare',
  component: 'spass-compare',
  args: {items: goriaux},
  render: args => html`<spass-compare ${attributes(args)} .items=${args.items}></spass-compare>`,
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Default: Story = {};
/** Images of the page, without data. */
export const OwnImages: Story = {
  render: () =>
    html`<spass-compare>
      <h3 slot="heading">La mare à Goriaux</h3>
      <img
        src=${goriauxThen}
        alt="Un terril et une prairie"
        data-year="1910"
        data-credit="Croquis"
      />
      <img src=${goriauxNow} alt="Un étang bordé d’arbres" data-year="2026" />
      <p>Un affaissement de la mine, devenu un étang.</p>
    </spass-compare>`,
};
export const SideBySide: Story = {args: {mode: 'side'}};
/** Without years the labels are "earlier" and "later". */
export const WithoutYears: Story = {
  args: {items: goriaux.map(({src, alt}) => ({src, alt}))},
};
/** The frame has the aspect ratio of the first picture; the second fills it. */
export const UnequalSizes: Story = {
  args: {items: [{...before, width: 600, height: 900}, after]},
};
/** One of the two URLs is not allowed; a warning is logged. */
export const InvalidRecords: Story = {args: {items: [{...before, src: 'javascript:0'}, after]}};
export const OnePictureFailed: Story = {args: {items: [{...before, src: missingDrawing}, after]}};
export const BothPicturesFailed: Story = {
  args: {
    items: [
      {...before, src: missingDrawing},
      {...after, src: `${missingDrawing}?`},
    ],
  },
};
export const One: Story = {args: {items: [before]}};
export const AllBefore: Story = {
  play: ({canvasElement}) => {
    const compare = canvasElement.querySelector('spass-compare');
    compare?.shadowRoot?.querySelector<HTMLElement>('.choice .button')?.click();
  },
};
export const LongWords: Story = {
  args: {
    items: [
      {...before, credit: 'Archives départementales du Nord, fonds des houillères '.repeat(3)},
      {...after, src: orsNow, credit: 'Observatoire-photographique-du-paysage-'.repeat(3)},
    ],
  },
};
/** Three to twenty dated pictures, in any order: a filmstrip chooses the two that are compared. */
export const Series: Story = {args: {items: villageSeries}};
/** Images of the page; without JavaScript they are shown one below the other. */
export const SeriesOfOwnImages: Story = {
  render: () => html`<spass-compare>${villageImages}</spass-compare>`,
};
/** One picture shows through the other. */
export const SeriesFade: Story = {args: {items: villageSeries, mode: 'fade'}};
export const SeriesSideBySide: Story = {args: {items: villageSeries, mode: 'side'}};
/** All pictures, as they are printed. */
export const SeriesGrid: Story = {args: {items: villageSeries, mode: 'grid'}};
/** Pictures of one date are numbered; undated ones are last. */
export const SeriesEqualDates: Story = {
  args: {
    items: villageSeries.map((picture, index) => ({
      ...picture,
      date: index < 2 ? '1958' : undefined,
      datePrecision: undefined,
    })),
  },
};
/** The oldest picture and the nineteen most recent ones are shown; a warning is logged. */
export const SeriesTooLong: Story = {
  args: {
    items: Array.from({length: 21}, (_, index) => ({
      ...villageSeries[index % villageSeries.length],
      date: String(1906 + 6 * index),
      datePrecision: undefined,
    })),
  },
};
export const SeriesPictureFailed: Story = {
  args: {
    items: villageSeries.map((picture, index) =>
      index === 0 ? {...picture, src: missingDrawing, sources: []} : picture,
    ),
  },
};
export const SeriesPictureFailedInGrid: Story = {
  args: {...SeriesPictureFailed.args, mode: 'grid'},
};
/** The pictures of a resource of the portal, with its place on a map. */
export const SeriesOfRecord: Story = {args: {server: portalOf([village])}, render: renderRecord};
export const SeriesOfRecordLoading: Story = {
  args: {server: portalOf([village], {isHeld: true})},
  render: renderRecord,
};
export const SeriesOfRecordFailed: Story = {
  args: {server: portalOf([village], {isBroken: true})},
  render: renderRecord,
};
export const SeriesOfRecordEmpty: Story = {
  args: {server: portalOf([{...village, pictures: undefined}])},
  render: renderRecord,
};
export const SeriesNarrow: Story = {
  args: {items: villageSeries},
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const SeriesOtherLanguage: Story = {args: {items: villageSeries, lang: 'de'}};
export const SeriesDark: Story = {args: {items: villageSeries}, globals: {scheme: 'dark'}};
export const SeriesDsfr: Story = {args: {items: villageSeries, skin: 'dsfr'}};
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
