import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {
  goriaux,
  goriauxNow,
  goriauxThen,
  missingDrawing,
  orsNow,
} from '../tests/support/drawings.js';
import {type Args, attributes} from './attributes-directive.js';

type StoryArgs = Args & {readonly items?: readonly unknown[]};

const [before, after] = goriaux;

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
export const OtherLanguage: Story = {args: {lang: 'nl'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
