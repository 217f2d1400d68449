import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {manyPortals} from '../tests/support/portals.js';
import {mixed} from '../tests/support/programmes.js';
import {mapProjects} from '../tests/support/projects.js';
import {type Args, attributes} from './attributes-directive.js';

const portals = manyPortals(6);

const meta = {
  title: 'Elements/Portal',
  component: 'spass-portal',
  args: {skin: 'plain'},
  render: args =>
    html`<spass-portal ${attributes(args)}>
      <spass-family-filter .items=${portals}></spass-family-filter>
      <p>Le texte de la page reste où il est.</p>
      <spass-portal-cards .items=${portals}></spass-portal-cards>
    </spass-portal>`,
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {};
export const InEnglish: Story = {args: {lang: 'en'}};
/** Readers can choose the language of the widgets inside. */
export const Languages: Story = {args: {languages: 'fr nl en'}};
export const Narrow: Story = {
  decorators: [story => html`<div style="max-inline-size: 20em">${story()}</div>`],
};
export const Dark: Story = {globals: {scheme: 'dark'}};
export const Dsfr: Story = {args: {skin: 'dsfr'}};
export const Caue: Story = {args: {skin: 'caue'}};
export const CaueDark: Story = {args: {skin: 'caue'}, globals: {scheme: 'dark'}};
/** Handles on the timeline choose a period: meanwhile the marks of its projects grow, and the others fade. */
export const TimeAndTerritory: Story = {
  render: args =>
    html`<spass-portal ${attributes(args)}>
      <spass-programme-timeline .items=${mixed}></spass-programme-timeline>
      <spass-project-map .items=${mapProjects}></spass-project-map>
    </spass-portal>`,
};
/** Without an API, widgets without data of their own show that they are not configured. */
export const NoSource: Story = {
  render: () => html`<spass-portal><spass-portal-cards></spass-portal-cards></spass-portal>`,
};
