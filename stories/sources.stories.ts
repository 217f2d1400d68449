import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import type {PortalEvent} from '../src/model/records.js';
import {withSource} from '../tests/support/source-provider.js';
import {simulatedSource} from '../tests/support/simulated-source.js';
import {threeResources, manyResources} from '../tests/support/resources.js';

const events: readonly PortalEvent[] = [
  {
    id: 'visite',
    title: {fr: 'Visite du canal', nl: 'Bezoek aan het kanaal'},
    period: {start: '2099-06-06T10:00:00+02:00', end: '2099-06-06T12:00:00+02:00'},
    place: 'Écluse d’Ors',
    geo: {lat: 50.1, lon: 3.63},
    url: 'https://example.org/visite',
  },
];
const simulatedData = {resources: [...threeResources, ...manyResources(40)], events};

const list = html`<spass-resource-list facets="theme,type" limit="5"></spass-resource-list>`;
const map = html`<spass-project-map height="20em"></spass-project-map>`;

interface Args {
  /** Kind of the source. */
  readonly source: string;
  /** Path on the simulated server. */
  readonly path: string;
  readonly content: TemplateResult;
}

/** All source kinds, served by a simulated server in the page. */
const meta = {
  title: 'Data/Sources',
  args: {source: 'geojson', path: 'fichiers/ressources.geojson', content: list},
  argTypes: {
    source: {description: 'Kind of the source: the attribute `source`.'},
    path: {description: 'Path on the simulated server: the end of the attribute `api`.'},
    content: {control: false, table: {disable: true}},
  },
  render: ({source, path, content}) =>
    withSource(simulatedSource(source, path, simulatedData), content),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const Geojson: Story = {};
export const GeojsonOnAMap: Story = {args: {content: map}};
export const Csv: Story = {args: {source: 'csv', path: 'fichiers/ressources.csv'}};
export const Json: Story = {args: {source: 'json', path: 'fichiers/ressources.json'}};
export const Opendatasoft: Story = {
  args: {source: 'opendatasoft', path: 'ods/explore/dataset/ressources/'},
};
export const Tabular: Story = {
  args: {source: 'tabular', path: 'tabular/api/resources/demo/data/'},
};
export const OgcFeatures: Story = {args: {source: 'ogc-features', path: 'ogc', content: map}};
export const Wordpress: Story = {args: {source: 'wordpress', path: 'wp/'}};
export const Openagenda: Story = {
  args: {
    source: 'openagenda',
    path: 'openagenda/v2/agendas/1/events?key=demo',
    content: html`<spass-agenda></spass-agenda>`,
  },
};
export const Ics: Story = {
  args: {
    source: 'ics',
    path: 'fichiers/agenda.ics',
    content: html`<spass-agenda></spass-agenda>`,
  },
};
export const Rss: Story = {args: {source: 'rss', path: 'fichiers/actualites.xml'}};
/** Only records of one département, by the INSEE codes of their communes. */
export const Territory: Story = {
  args: {
    content: html`<spass-resource-list
      departement="59"
      facets="commune"
      limit="5"
    ></spass-resource-list>`,
  },
};
/** A name instead of a code: all records are shown, and a warning is logged. */
export const UnknownTerritory: Story = {
  args: {content: html`<spass-resource-list departement="Nord" limit="5"></spass-resource-list>`},
};
/** URL that does not exist. */
export const SourceNotFound: Story = {args: {source: 'wordpress', path: 'wp/wp-json/wp/v2/rien'}};
