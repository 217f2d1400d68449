import {join} from 'node:path';
import {PublishError} from '../command-line.js';
import {csvOf, geoJsonOf} from '../api/exports.js';
import {atomFeed, calendar, jsonFeed} from '../feeds/feeds.js';
import {isSharded, writeShards} from '../api/shards.js';
import {type Language, messagesOf, type PublishMessages} from '../messages/messages.js';
import type {AddTextFile, FileSink, OutputFolder} from '../output/output-folder.js';
import {Addresses} from '../pages/addresses.js';
import {PageWriter} from '../pages/page-writer.js';
import {drawShare} from '../pictures/share-picture.js';
import {type PdfTexts, searchDocuments} from '../search/search-documents.js';
import {writeSearchIndex} from '../search/search-index.js';
import {focusSuffix, mainFile} from '../pictures/pictures.js';
import type {Source} from '../source/read-source.js';
import {type Assets, readAssets} from './assets.js';
import {portalDocument} from './api-records.js';
import type {BuildCache} from './build-cache.js';
import {strayTexts} from './long-texts.js';
import {Media} from './media.js';
import {addSiteFiles} from './site-files.js';
import {isTiled, recordTiles} from '../tiles/record-tiles.js';
import {filledCollections, languageSuffix, type SiteModel} from './site-model.js';

export interface BuildOptions {
  readonly isArchive?: boolean;
}

/** Collects all files of a site in the output folder. Returns the number of pages. */
export async function buildSite(
  source: Source,
  out: OutputFolder,
  cache: BuildCache,
  {isArchive = false}: BuildOptions = {},
): Promise<number> {
  const {config, records, texts} = source;
  const messages = messagesOf(config.languages[0]);
  const media = new Media(source, messages);
  const add = (path: string, content: Uint8Array | string): void => out.add(path, content);
  await media.publish(cache, out);
  for (const {path} of strayTexts(texts, records)) source.report(messages.textWithoutRecord(path));
  const assets = await readAssets();
  const site: SiteModel = {
    config,
    records,
    texts,
    media,
    addresses: new Addresses(config.languages, records, isArchive),
    integrity: assets.integrity,
    isArchive,
  };
  addAssets(site, isArchive ? assets.archiveFiles : assets.files, add);
  const pages = new PageWriter(site, add);
  const pdfTexts = isArchive
    ? new Map<string, readonly string[]>()
    : await readPdfTexts(source, media, cache, messages);
  for (const language of config.languages) {
    pages.writeAll(language, assets.assessments);
    if (isArchive) continue;
    addData(site, language, add);
    addFeeds(site, language, add);
    writeSearchIndex(`api/recherche/${language}/`, searchDocuments(site, language, pdfTexts), add);
  }
  if (isArchive)
    add('donnees/portail.json', JSON.stringify(portalDocument(site, config.languages[0])));
  else add(SITE_FILE, `${JSON.stringify(siteFile(site))}\n`);
  const styles = `${String(assets.files.get('assets/site.css'))}${themeStyles(site)}`;
  addSiteFiles(site, pages.paths, add, styles);
  if (config.base !== undefined && !isArchive) add('assets/partage.jpg', await drawShare(site));
  return pages.count;
}

/** Returns the text of each published PDF; reports those that have none or cannot be read. */
async function readPdfTexts(
  source: Source,
  media: Media,
  cache: BuildCache,
  messages: PublishMessages,
): Promise<PdfTexts> {
  const texts = new Map<string, readonly string[]>();
  for (const {path, file} of media.documents().values()) {
    if (file === undefined || !/\.pdf$/i.test(path) || texts.has(path)) continue;
    try {
      const pages = await cache.pdfPages(join(source.folder, file));
      texts.set(path, pages);
      if (pages.every(text => text.trim() === '')) source.report(messages.pdfWithoutText(file));
    } catch (error) {
      if (error instanceof PublishError) throw error;
      source.report(pdfProblem(file, error as Error, messages));
    }
  }
  return texts;
}

/** Returns the sentence for a PDF whose text cannot be read. The names of errors come from pdf.js. */
function pdfProblem(file: string, {name, message}: Error, messages: PublishMessages): string {
  if (name === 'PasswordException') return messages.protectedPdf(file);
  if (name === 'InvalidPDFException') return messages.brokenPdf(file);
  return messages.unreadablePdf(file, message.split('\n')[0] ?? '');
}

function addAssets(site: SiteModel, files: Assets['files'], add: FileSink['add']): void {
  for (const [path, bytes] of files) add(path, bytes);
  add('assets/theme.css', themeStyles(site));
  if (!site.isArchive)
    add('cdn/embed.json', `${JSON.stringify({apis: ['../api/'], images: []})}\n`);
}

/** Returns the styles of this site alone: its colour, and the points around which pictures are cropped. */
function themeStyles({config: {accent}, media}: SiteModel): string {
  const points = new Map(media.focusPoints().map(point => [focusSuffix(point), point]));
  const rules = [...points]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, {x, y}]) => `.focus${name} {\n  object-position: ${percent(x)} ${percent(y)};\n}\n`,
    );
  const colour = accent === undefined ? '' : `:root {\n  --accent: ${accent};\n}\n`;
  return colour + rules.join('') || '/* No colour of its own. */\n';
}

const percent = (fraction: number): string => `${Math.round(100 * fraction)}%`;

/** Adds the records in a language: one document, GeoJSON, CSV, and tiles of many places. */
function addData(site: SiteModel, language: Language, add: FileSink['add']): void {
  const suffix = languageSuffix(site, language);
  add(`api/portail${suffix}.json`, JSON.stringify(portalDocument(site, language)));
  if (isSharded(site)) writeShards(site, language, `api/fiches${suffix}/manifeste.json`, add);
  for (const collection of filledCollections(site)) {
    const places = geoJsonOf(site, language, collection);
    if (places) add(`api/${collection}${suffix}.geojson`, JSON.stringify(places));
    if (isTiled(site, collection))
      add(`api/${collection}${suffix}.pmtiles`, recordTiles(site, language, collection));
    add(`api/${collection}${suffix}.csv`, csvOf(site, language, collection));
  }
}

/** Adds the feeds in a language. Those of news need the address of the site. */
function addFeeds(site: SiteModel, language: Language, add: AddTextFile): void {
  if (site.records.events.length > 0) add(`flux/${language}.ics`, calendar(site, language));
  if (site.config.base === undefined) return;
  add(`flux/${language}.atom`, atomFeed(site, language));
  add(`flux/${language}.json`, jsonFeed(site, language));
}

/** Path of the settings and texts of a site, from which `archive` makes the same pages again. */
const SITE_FILE = 'api/site.json';

/** Returns the settings of a site that its pages show, and its longer texts. */
function siteFile({config, texts, media}: SiteModel): object {
  const {keep: _keep, ignore: _ignore, base: _base, cover: _cover, ...shown} = config;
  const cover = media.cover();
  return {
    version: '1',
    ...shown,
    ...(cover !== undefined && {cover: `../${mainFile(cover).path}`}),
    texts: texts.map(({path, markdown}) => ({path, markdown})),
  };
}
