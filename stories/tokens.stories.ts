import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ContrastDesk} from './contrast-desk.js';

// Here, since a module of the package that is imported for nothing but what it does is left out of a build.
if (!customElements.get('story-contrast-desk'))
  customElements.define('story-contrast-desk', ContrastDesk);

interface StoryArgs {
  readonly skin: string;
}

/** What a skin is made of, and whether it can be read. */
const meta = {
  title: 'Tokens and skins/Contrast',
  // No element of ours: it has no attributes to document.
  tags: ['!autodocs'],
  parameters: {layout: 'fullscreen'},
  args: {skin: 'caue'},
  argTypes: {skin: {control: 'inline-radio', options: ['plain', 'dsfr', 'caue']}},
  render: ({skin}) => html`<story-contrast-desk skin=${skin}></story-contrast-desk>`,
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;

export const Caue: Story = {};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Plain: Story = {args: {skin: 'plain'}};
