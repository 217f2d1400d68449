import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {mapProjects} from '../tests/support/projects.js';
import {network, subject} from '../tests/support/portals.js';
import {threeResources} from '../tests/support/resources.js';
import {type DeskTag, StyleDesk} from './style-desk.js';

// Registered here, since the build drops modules of the package that are only imported for their side effects.
if (!customElements.get('story-style-desk')) customElements.define('story-style-desk', StyleDesk);

const TAGS: readonly DeskTag[] = [
  {
    tag: 'spass-resource-list',
    show: () =>
      html`<spass-resource-list .items=${threeResources} facets=""></spass-resource-list>`,
  },
  {
    tag: 'spass-portal-cards',
    show: () => html`<spass-portal-cards .items=${[network, subject]}></spass-portal-cards>`,
  },
  {
    tag: 'spass-project-map',
    show: () => html`<spass-project-map .items=${mapProjects}></spass-project-map>`,
  },
];

/** Custom properties and parts of a tag, changed while it is shown. */
const meta = {
  title: 'Tokens and skins/Tokens and parts',
  // Not an element of the package: it has no attributes to document.
  tags: ['!autodocs'],
  render: () => html`<story-style-desk .tags=${TAGS}></story-style-desk>`,
} satisfies Meta;

export default meta;

export const Desk: StoryObj = {};
