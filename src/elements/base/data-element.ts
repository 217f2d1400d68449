import {property} from 'lit/decorators.js';
import type {SourceName} from '../../data/sources/registry.js';
import {RecordsController} from '../../controllers/records-controller.js';
import {type Sort, SORTS} from '../../model/query.js';
import type {CollectionName, Family} from '../../model/records.js';
import {anyText, isoDate, oneOf, type OpenList} from './attribute-converters.js';
import {BaseElement} from './base-element.js';
import {replacePrerendered} from './prerendered-content.js';
import type {ElementView} from './widget-view.js';

/**
 * Base class of elements that load records: resolves the source, builds the query, loads and reloads. A base class
 * instead of a controller, because a controller cannot define the attributes that all these elements have in common.
 */
export abstract class DataElement<V extends ElementView = ElementView> extends BaseElement<V> {
  /** Base URL of a portal API, or URL of one JSON document that contains all collections. */
  @property({converter: anyText}) api = '';
  /** Kind of source that `api` names, for example `portal` or `document`. For several URLs, separated by spaces. */
  @property({converter: anyText}) source: OpenList<SourceName> = '';
  /** Field mapping of a foreign source. */
  @property({converter: anyText}) fields = '';
  /** URL of a table of commune centres. */
  @property({converter: anyText}) places = '';
  /** Allowed origins of links in the data, separated by spaces. Other links are shown as text. */
  @property({attribute: 'link-origin', converter: anyText}) linkOrigin = '';
  /** Families to include, separated by commas. */
  @property({converter: anyText}) family: OpenList<Family> = '';
  /** Ids of the portals to include, separated by commas. */
  @property({converter: anyText}) portal = '';
  /** Themes to include, separated by commas. */
  @property({converter: anyText}) theme = '';
  /** Sections to include, separated by commas. */
  @property({converter: anyText}) section = '';
  /** Types to include, separated by commas. */
  @property({converter: anyText}) type = '';
  /** INSEE codes of the communes to include, separated by commas. */
  @property({converter: anyText}) commune = '';
  /** SIREN numbers of the EPCI to include, separated by commas. Their communes are listed in `places`. */
  @property({converter: anyText}) epci = '';
  /** Codes of the départements to include (`59`, `2A`, `974`), separated by commas. */
  @property({converter: anyText}) departement = '';
  /** INSEE codes of the regions to include (`32`, `04`), separated by commas. */
  @property({converter: anyText}) region = '';
  /** Ids of the programmes to include, separated by commas. */
  @property({converter: anyText}) programme = '';
  /** Ids of the projects to include, separated by commas. */
  @property({converter: anyText}) project = '';
  /** Earliest date, ISO 8601 of any precision. Earlier records are excluded. */
  @property({converter: isoDate}) from = '';
  /** Latest date, ISO 8601 of any precision. Later records are excluded. */
  @property({converter: isoDate}) to = '';
  /** Search text. Records must contain all its words. */
  @property({converter: anyText}) q = '';
  /** Sort order: `title`, `-title`, `date` or `-date`. Default: the order of the source. */
  @property({converter: oneOf('', ...SORTS)}) sort: Sort | '' = '';
  /**
   * Keeps the data in the browser for at most 7 days: they are shown, with their date, if the server cannot be reached
   * the next time.
   */
  @property({type: Boolean}) keep = false;
  /** Records of the element's collection, used instead of `api`. */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  /** @internal */
  readonly records = new RecordsController(this);

  /**
   * Collection that the element shows.
   *
   * @internal
   */
  abstract readonly collection: CollectionName;

  protected override startReload(): Promise<void> {
    return this.records.reload();
  }

  protected override pending(): Promise<unknown>[] {
    return [...this.records.pending, ...super.pending()];
  }

  /** Replaces the prerendered content, which may start further work, such as creating a map. */
  protected override handleComplete(): boolean {
    return this.records.isLoaded && replacePrerendered(this);
  }
}
