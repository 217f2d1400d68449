import {html, type Html} from '../../markup.js';
import {
  type RecordEntry,
  entryOf,
  leadOf,
  newsDay,
  pictureOf,
  placeOf,
} from '../site/record-parts.js';
import {languageSuffix, type SitePage} from '../site/site-model.js';
import {longTextOf} from '../site/long-texts.js';
import {embedDetails, embeddedHome} from './embedding.js';
import {collectionFigures, frontPage, rows} from './lists.js';
import type {PageCollection} from '../source/records.js';
import {isTiled} from '../tiles/record-tiles.js';
import {renderFiles} from './pictures.js';
import {attributesHtml, communeZoom, documentPath, sharedPortal, widget} from './widgets.js';

/** Number of records on the front page: one large, two medium, the rest as an index. */
const FEATURED = 9;
const UPCOMING = 3;

/** Returns the content of the home page: title, figures, records to read, map, agenda. */
export function homeContent(page: SitePage): Html {
  const {site, messages} = page;
  const {config} = site;
  const intro = longTextOf(page, 'home');
  const cover = site.media.cover();
  return html`<div class="opening">
      <div>
        ${config.territory === undefined ? '' : html`<p class="kind">${page.text(config.territory)}</p>`}
        <h1>${page.text(config.title)}</h1>
        ${config.subtitle === undefined ? '' : html`<p class="lead">${page.text(config.subtitle)}</p>`}
      </div>
      ${collectionFigures(page)}
    </div>
    ${
      cover
        ? html`<div class="cover">
            ${renderFiles(page, cover, {sizes: '92vw', isLazy: false, alt: ''})}
          </div>`
        : ''
    }
    ${intro ? html`<div class="prose">${intro}</div>` : ''}
    ${section('featured', messages.featured, frontPage(page, featured(page), 3))}
    ${sharedPortal(page, html`${placesMap(page)} ${upcoming(page)}`)}
    ${embedDetails(page, embeddedHome(page))}`;
}

/** Returns the next events. */
function upcoming(page: SitePage): Html {
  const {messages} = page;
  const {events} = page.site.records;
  if (events.length === 0) return html``;
  const entries = [...events]
    .reverse()
    .slice(0, UPCOMING)
    .map(one => entryOf('events', one));
  const attributes = {limit: UPCOMING, 'heading-level': 3, hide: 'search export'};
  return section(
    'upcoming',
    messages.names.events,
    html`${widget(page, 'agenda', attributes, rows(page, entries, 3), {isInPortal: true})}
      <p class="more">
        <a href="${page.pageUrl('events')}">${messages.seeAll(messages.names.events)}</a>
      </p>`,
  );
}

const section = (id: string, title: string, content: Html): Html =>
  html`<section class="block" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`;

/** Returns the records to show first: those with a picture and a text, stories before others, the newest first. */
function featured(page: SitePage): readonly RecordEntry[] {
  const {records, media} = page.site;
  const entries: RecordEntry[] = [
    ...records.stories.map(one => entryOf('stories', one)),
    ...records.projects.map(one => entryOf('projects', one)),
    ...records.resources.map(one => entryOf('resources', one)),
  ];
  const rank = (entry: RecordEntry): number =>
    (media.picture(pictureOf(entry)) ? 2 : 0) +
    (leadOf(entry) === undefined ? 0 : 1) +
    (entry.collection === 'stories' ? 0.5 : 0);
  return entries
    .map((entry, i) => ({entry, i, rank: rank(entry), day: newsDay(entry)}))
    .sort((a, b) => b.rank - a.rank || compare(b.day, a.day) || a.i - b.i)
    .slice(0, FEATURED)
    .map(({entry}) => entry);
}

/** Compares two days; infinite ones are equal. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Attributes that name what a map reads. */
interface MapSource {
  readonly api: string;
  readonly source: string;
}

/** Returns a map of projects with the located resources as a layer; of resources alone if no project is located. */
function placesMap(page: SitePage): Html {
  const {messages, site} = page;
  const {records} = site;
  const isPlaced = (entry: RecordEntry): boolean => placeOf(entry) !== undefined;
  const projects = records.projects.map(one => entryOf('projects', one)).filter(isPlaced);
  const resources = records.resources.map(one => entryOf('resources', one)).filter(isPlaced);
  if (projects.length + resources.length === 0) return html``;
  const fallback = rows(page, [...projects, ...resources].slice(0, 12), 3);
  const attributes = {
    ...communeZoom([...projects, ...resources]),
    'no-list': true as const,
    'heading-level': 3,
    height: '28em',
  };
  const layer =
    projects.length > 0 && resources.length > 0 && !site.isArchive
      ? html`<spass-layer${attributesHtml({
          api: page.url(documentPath(page)),
          ...tilesSource(page, 'resources'),
          label: messages.names.resources,
          color: '#2a7048',
        })}></spass-layer>`
      : html``;
  const source = site.isArchive ? undefined : mapSource(page, projects.length > 0);
  return section(
    'map',
    messages.onTheMap,
    widget(page, 'project-map', {...source, ...attributes}, fallback, {
      children: layer,
      isInPortal: true,
      records: {projects: [...projects, ...resources].map(entry => mapItem(page, entry))},
    }),
  );
}

/** Returns a record of any collection as an item of a map. */
const mapItem = (page: SitePage, entry: RecordEntry): object => ({
  id: `${entry.collection}/${entry.record.id}`,
  title: page.plainTitle(entry.record),
  geo: placeOf(entry),
  url: page.recordUrl(entry.collection, entry.record.id),
});

/** Returns the attributes of a map of many records, which reads them as tiles. */
const tilesSource = (page: SitePage, collection: PageCollection): MapSource | undefined =>
  isTiled(page.site, collection)
    ? {
        api: page.url(`api/${collection}${languageSuffix(page.site, page.language)}.pmtiles`),
        source: 'pmtiles',
      }
    : undefined;

/** Returns the attributes of a map that does not read projects from the document of the site. */
function mapSource(page: SitePage, hasProjects: boolean): MapSource | undefined {
  const tiles = tilesSource(page, hasProjects ? 'projects' : 'resources');
  if (tiles !== undefined || hasProjects) return tiles;
  return {
    api: page.url(`api/resources${languageSuffix(page.site, page.language)}.geojson`),
    source: 'geojson',
  };
}
