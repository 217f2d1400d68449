import {messagesOf, type Language} from '../messages/messages.js';
import type {AddTextFile} from '../output/output-folder.js';
import {hasLongText} from '../site/long-texts.js';
import {type RecordEntry, entryOf, leadOf, pictureOf} from '../site/record-parts.js';
import {SitePage, type SiteModel} from '../site/site-model.js';
import {PAGE_COLLECTIONS, type PageRecord} from '../source/records.js';
import type {PageName} from './addresses.js';
import {collectionContent} from './collection-page.js';
import {
  type EmbeddedWidget,
  embeddedCollection,
  embeddedHome,
  embeddedRecord,
  oembedAnswer,
} from './embedding.js';
import {homeContent} from './home.js';
import {indexContent, indexParts, indexPath} from './index-pages.js';
import {type PageOptions, renderPage} from './layout.js';
import {
  aboutContent,
  accessibilityContent,
  type Assessment,
  legalContent,
  searchContent,
} from './other-pages.js';
import {recordContent} from './record-page.js';
import {collectionData, homeData, recordPageData} from './structured-data.js';

interface PageContent extends Omit<PageOptions, 'pathIn' | 'oembed'> {
  /** Widget that shows the page in another site. */
  readonly embedded?: EmbeddedWidget;
  /** Record that the page is about. */
  readonly entry?: RecordEntry;
}

/** Renders the pages of a site. */
export class PageWriter {
  /** Paths of the pages that search engines should find. */
  readonly paths: string[] = [];
  count = 0;
  readonly #site: SiteModel;
  readonly #add: AddTextFile;

  constructor(site: SiteModel, add: AddTextFile) {
    this.#site = site;
    this.#add = add;
  }

  /** Writes all pages in a language. */
  writeAll(language: Language, assessments: readonly Assessment[]): void {
    const site = this.#site;
    const messages = messagesOf(language);
    const {title, subtitle} = site.config;
    const named = (
      name: PageName,
      pageTitle: string,
      options: (page: SitePage) => Omit<PageContent, 'title'>,
    ): void =>
      this.#write(
        language,
        other => site.addresses.page(other, name),
        page => ({title: pageTitle, section: name, ...options(page)}),
      );
    named('home', '', page => ({
      description: page.plain(subtitle ?? title),
      content: homeContent(page),
      hasWidgets: true,
      jsonLd: homeData(page),
      embedded: embeddedHome(page),
    }));
    for (const collection of PAGE_COLLECTIONS.filter(name => site.records[name].length > 0)) {
      const parts = indexParts(new SitePage(site, language, ''), collection);
      named(collection, messages.names[collection], page => ({
        description: `${messages.counts[collection](site.records[collection].length)}. ${page.plain(title)}`,
        content: collectionContent(page, collection, parts),
        hasWidgets: true,
        jsonLd: collectionData(page, collection),
        embedded: embeddedCollection(collection),
      }));
      for (const part of parts)
        this.#write(
          language,
          other => indexPath(site.addresses, other, part),
          page => ({
            title: `${messages.index(messages.names[collection])} (${part.number})`,
            section: collection,
            content: indexContent(page, parts, part),
          }),
        );
    }
    for (const collection of PAGE_COLLECTIONS)
      for (const record of site.records[collection] as readonly PageRecord[]) {
        const entry = entryOf(collection, record);
        this.#write(
          language,
          other => site.addresses.record(other, collection, record.id),
          page => ({
            title: page.plainTitle(record),
            section: collection,
            description: page.plain(leadOf(entry)) || page.plainTitle(record),
            content: recordContent(page, entry),
            hasWidgets: true,
            jsonLd: recordPageData(page, entry),
            embedded: embeddedRecord(page, entry),
            entry,
            share: site.media.picture(pictureOf(entry))?.share,
          }),
        );
      }
    if (!site.isArchive)
      named('search', messages.search, page => ({
        content: searchContent(page),
        scripts: ['assets/search.js'],
        isIndexed: false,
      }));
    if (hasLongText(site, 'about'))
      named('about', messages.about, page => ({content: aboutContent(page)}));
    named('legal', messages.legal, page => ({content: legalContent(page)}));
    named('accessibility', messages.accessibilityTitle, page => ({
      content: accessibilityContent(page, assessments),
    }));
  }

  #write(
    language: Language,
    pathIn: (language: Language) => string,
    contentOf: (page: SitePage) => PageContent,
  ): void {
    const path = pathIn(language);
    const page = new SitePage(this.#site, language, path);
    const content = contentOf(page);
    const oembed = this.#writeOembed(page, content);
    this.#add(`${path}index.html`, renderPage(page, {...content, pathIn, oembed}));
    this.count++;
    if (content.isIndexed !== false) this.paths.push(path);
  }

  /** Writes what other sites show for the address of the page. Returns its path. */
  #writeOembed(page: SitePage, {title, embedded, entry}: PageContent): string | undefined {
    const {config, isArchive} = page.site;
    if (config.base === undefined || isArchive || !embedded) return undefined;
    const path = `${page.path}oembed.json`;
    const name = title || page.plain(config.title);
    this.#add(path, JSON.stringify(oembedAnswer(page, config.base, name, embedded, entry)));
    return path;
  }
}
