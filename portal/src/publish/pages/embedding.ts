import {html, type Html, trusted} from '../../markup.js';
import {mainFile, SHARE_SIZE} from '../pictures/pictures.js';
import {type RecordEntry, pictureOf} from '../site/record-parts.js';
import {filledCollections, type SitePage} from '../site/site-model.js';
import {type HtmlAttributes, attributesHtml, collectionWidget, documentPath} from './widgets.js';

/** Widget that shows the content of a page in another site. */
export interface EmbeddedWidget {
  readonly noun: string;
  readonly attributes: HtmlAttributes;
  /** Height of the frame before its content is loaded, in CSS pixels. */
  readonly height: number;
}

const LIST_HEIGHT = 800;
const RECORD_HEIGHT = 480;

/** Returns the widget of the page of a collection. */
export function embeddedCollection(collection: Parameters<typeof collectionWidget>[0]) {
  const {noun, attributes} = collectionWidget(collection);
  const {'sync-url': _sync, ...shared} = attributes;
  return {noun, attributes: shared, height: LIST_HEIGHT};
}

/** Returns the widget of the home page, for the first collection. */
export const embeddedHome = (page: SitePage): EmbeddedWidget =>
  embeddedCollection(filledCollections(page.site)[0] ?? 'resources');

/** Returns the widget that shows one record. */
export function embeddedRecord(page: SitePage, {collection, record}: RecordEntry): EmbeddedWidget {
  const id = String(record.id);
  const widget = (
    noun: string,
    attributes: HtmlAttributes,
    height = RECORD_HEIGHT,
  ): EmbeddedWidget => ({
    noun,
    attributes,
    height,
  });
  switch (collection) {
    case 'portals':
      return widget('portal-cards', {record: id});
    case 'projects':
      return widget('project', {project: id}, LIST_HEIGHT);
    case 'resources':
      return widget('resource-list', {record: id});
    case 'events':
      return widget('agenda', {record: id});
    case 'organisations':
      return widget('directory', {q: page.plainTitle(record)});
    case 'programmes':
      return widget('programme-timeline', {programme: id});
    case 'stories':
      return widget('story', {story: id}, LIST_HEIGHT);
  }
}

/** Returns the lines that show a widget of this site in another one. */
function snippet(page: SitePage, {noun, attributes}: EmbeddedWidget): string | undefined {
  const {config, integrity} = page.site;
  if (config.base === undefined) return undefined;
  const all = {api: `${config.base}${documentPath(page)}`, lang: page.language, ...attributes};
  const script = html`<script
    src="${config.base}cdn/spass-widgets.js"
    integrity="${integrity['spass-widgets.js']}"
    crossorigin="anonymous"
    defer
  ></script>`;
  return `${script.source.replace(/\s+/g, ' ').replace(' ></', '></')}\n<spass-${noun}${attributesHtml(
    all,
  )
    .map(({source}) => source)
    .join('')}></spass-${noun}>`;
}

/** Returns the lines to copy, closed at first. */
export function embedDetails(page: SitePage, embedded: EmbeddedWidget): Html {
  const {messages, site} = page;
  if (site.isArchive) return html``;
  const code = snippet(page, embedded);
  return html`<details class="embed">
    <summary>${messages.embedTitle}</summary>
    ${
      code === undefined
        ? html`<p>${messages.embedNeedsBase}</p>`
        : html`<p>${messages.embedText}</p>
            <pre tabindex="0"><code>${trusted(escapeCode(code))}</code></pre>`
    }
  </details>`;
}

/** Escapes code, and keeps its line breaks in the page. */
const escapeCode = (code: string): string => html`${code}`.source;

/** Width of a frame in CSS pixels, for sites that set none. */
const FRAME_WIDTH = 600;

/**
 * Returns the oEmbed answer of a page: a frame with its widget, and a link for sites that show no frame. The frame is
 * in a sandbox; WordPress adds the same one.
 *
 * @param base Address of the site.
 */
export function oembedAnswer(
  page: SitePage,
  base: string,
  title: string,
  {noun, attributes, height}: EmbeddedWidget,
  entry?: RecordEntry,
): object {
  const parameters = new URLSearchParams({
    widget: noun,
    api: `${base}${documentPath(page)}`,
    lang: page.language,
    ...(page.site.config.skin !== 'caue' && {skin: page.site.config.skin}),
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, `${value}`])),
  });
  const frame = attributesHtml({
    src: `${base}cdn/embed.html?${parameters.toString()}`,
    width: FRAME_WIDTH,
    height,
    title,
    sandbox: 'allow-scripts allow-popups',
  });
  const link = html`<a href="${base}${page.path}">${title}</a>`;
  const picture = entry && page.site.media.picture(pictureOf(entry));
  const thumbnail = picture && thumbnailOf(picture);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: page.plain(page.site.config.title),
    provider_url: base,
    html: html`<blockquote>${link}</blockquote><iframe${frame}></iframe>`.source,
    width: FRAME_WIDTH,
    height,
    ...(thumbnail && {
      thumbnail_url: base + thumbnail.path,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  };
}

const thumbnailOf = (picture: Parameters<typeof mainFile>[0]) =>
  picture.share === undefined ? mainFile(picture) : {path: picture.share, ...SHARE_SIZE};
