import {type Id, titleOf} from '../../../../src/model/records.js';
import {pickText, type Text} from '../../../../src/model/text.js';
import {html, type Html} from '../../markup.js';
import {type Language, messagesOf, type PublishMessages} from '../messages/messages.js';
import {type Addresses, type PageName} from '../pages/addresses.js';
import type {PortalConfig} from '../source/config.js';
import {
  PAGE_COLLECTIONS,
  type PageCollection,
  type PageRecord,
  type PortalRecords,
} from '../source/records.js';
import type {LongText} from '../source/texts.js';
import type {Media} from './media.js';

/** Everything that pages are made of. */
export interface SiteModel {
  readonly config: PortalConfig;
  readonly records: PortalRecords;
  readonly texts: readonly LongText[];
  readonly media: Media;
  readonly addresses: Addresses;
  /** Hash of each script of the widgets, for snippets. */
  readonly integrity: Readonly<Record<string, string>>;
  /** True if the folder is opened without a server. */
  readonly isArchive: boolean;
}

/** Returns the collections that have records, in the order of the navigation. */
export const filledCollections = ({records}: SiteModel): readonly PageCollection[] =>
  PAGE_COLLECTIONS.filter(
    name => records[name].length > 0 && !(name === 'portals' && records[name].length < 2),
  );

/** Returns what names of data files in a language have before their extension; '' in the first one. */
export const languageSuffix = ({config}: SiteModel, language: Language): string =>
  language === config.languages[0] ? '' : `.${language}`;

/** One page: its language, its address, and texts and links as seen from it. */
export class SitePage {
  readonly site: SiteModel;
  readonly language: Language;
  readonly messages: PublishMessages;
  readonly path: string;

  constructor(site: SiteModel, language: Language, path: string) {
    this.site = site;
    this.language = language;
    this.messages = messagesOf(language);
    this.path = path;
  }

  /** Returns the relative address of a path in the published folder. */
  url(path: string): string {
    return this.site.addresses.relative(this.path, path);
  }

  /** Returns the relative address of the published folder: `../../`. */
  root(): string {
    return '../'.repeat(this.path.split('/').length - 1);
  }

  pageUrl(name: PageName): string {
    return this.url(this.site.addresses.page(this.language, name));
  }

  recordUrl(collection: PageCollection, id: Id): string {
    return this.url(this.site.addresses.record(this.language, collection, id));
  }

  /** Returns a text as a plain string, in the language of the page or the nearest. */
  plain(text: Text | undefined): string {
    return pickText(text, this.language).value;
  }

  /** Returns a text, marked up if it is in another language than the page. */
  text(text: Text | undefined): Html {
    const {value, lang} = pickText(text, this.language);
    return lang === undefined ? html`${value}` : html`<span lang="${lang}">${value}</span>`;
  }

  title(record: PageRecord): Html {
    const title = titleOf(record);
    return title === undefined
      ? html`${this.messages.untitled(String(record.id))}`
      : this.text(title);
  }

  plainTitle(record: PageRecord): string {
    return this.plain(titleOf(record)) || this.messages.untitled(String(record.id));
  }
}
