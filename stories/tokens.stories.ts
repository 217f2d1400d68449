import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ContrastTable} from './contrast-table.js';
import {SKINS} from '../src/styles/tokens.styles.js';

// Registered here, since the build drops modules of the package that are only imported for their side effects.
if (!customElements.get('story-contrast-desk'))
  customElements.define('story-contrast-desk', ContrastTable);

interface StoryArgs {
  readonly skin: string;
}

/** Custom properties of a skin and their contrast. */
const meta = {
  title: 'Tokens and skins/Contrast',
  // Not an element of the package: it has no attributes to document.
  tags: ['!autodocs'],
  parameters: {layout: 'fullscreen'},
  args: {skin: 'caue'},
  argTypes: {skin: {control: 'inline-radio', options: [...SKINS]}},
  render: ({skin}) => html`<story-contrast-desk skin=${skin}></story-contrast-desk>`,
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Caue: Story = {};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Plain: Story = {args: {skin: 'plain'}};
