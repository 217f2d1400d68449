import type {CSSResultOrNative, LitElement, ReactiveController} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {RecordAttributes, RecordsController} from '../../controllers/records-controller.js';
import type {StatusController, MessagePart} from '../../controllers/status-controller.js';
import type {QueryResult} from '../../data/source.js';
import type {WarningHandler} from '../../data/sources/shared/warning-log.js';
import type {MapMessages, MapPoints, PaintedBasemap} from '../../map/map-view.js';
import type * as PaperMap from '../../map/print/paper-map.js';
import type {Bbox} from '../../model/geo/geo.js';
import type {Filter, Query} from '../../model/query.js';
import type {CollectionName, PortalRecord} from '../../model/records.js';
import type {Selection} from '../../controllers/selection-controller.js';

/** Members of a widget that its view and the shared parts of templates use. */
export interface WidgetHost extends LitElement, RecordAttributes {
  readonly group: string;
  readonly syncUrl: boolean;
  /** Parts to leave out, separated by spaces. */
  readonly hide: string;
  readonly structuredData: boolean;

  readonly records: RecordsController;
  readonly i18n: LocalizeController;
  readonly status: StatusController;

  /** Collection that the widget shows. */
  readonly collection: CollectionName;
  readonly selection: Selection;
  /** True if other widgets may have the same selection. */
  readonly isShared: boolean;
  /** Query from attributes and selection; undefined if no record can match both. */
  readonly query: Query | undefined;
  /** Validated `limit`. */
  readonly pageSize: number;
  /** Validated `headingLevel`. */
  readonly level: number;
  /** True if the element has fallback content, shown until data is rendered. */
  readonly hasFallback: boolean;
  /** Resolves when the data or an error are rendered. */
  readonly loadComplete: Promise<void>;
  /** Returns the accessible name of a landmark, distinct from other landmarks in the page. */
  regionName(name: string): string;
  /** Rendered records and their collection. Set if structured data is enabled. */
  readonly renderedRecords?: Map<PortalRecord, CollectionName>;

  /**
   * Changes the selection, unless `spass-filter-change` is cancelled.
   *
   * @param announces False if the caller announces the result itself.
   * @returns True if the selection was changed.
   */
  applyFilter(filter: Filter, announces?: boolean): boolean;
  /** Logs a warning for the webmaster. Passed to the source with each query. */
  readonly warn: WarningHandler;
}

/** Content of a map for paper: its points, and the texts of those that are listed beside it. */
export interface PaperMapContent {
  readonly points: MapPoints;
  readonly messages: MapMessages;
  /** Title on paper, of a map that is not below a heading of its own. */
  readonly title?: string;
  /** Area on the screen; undefined to fit all points. */
  readonly area: Bbox | undefined;
  /** Archive that the map on the screen shows. */
  readonly basemap?: PaintedBasemap | undefined;
  readonly basemapCredit?: string;
  /** True if nothing is drawn where the outlines are coarse: a map of an archive, without its tiles. */
  readonly needsFineGround?: boolean;
  /** Indices of the records that are listed, in order. The others are drawn without a number. */
  readonly listed: readonly number[];
  /** Code of the drawing; undefined before the engine of the map has loaded, which contains it. */
  readonly drawing: typeof PaperMap | undefined;
  renderTitle(index: number): unknown;
  facts(index: number): string;
  /** Returns the name of the place of a record, which may have no coordinates; empty if it states none. */
  readonly placeName?: (index: number) => string;
}

/** Code of an element that is loaded on first need: a controller of the element, created once per element. */
export interface ElementView extends ReactiveController {
  /** Called before each update, before the loads that the view has created. */
  willUpdate?(): void;
  /** Promises that `loadComplete` waits for, in addition to loads and messages. */
  pending?(): readonly Promise<unknown>[];
}

/** Class of a view, with the style sheets that it adds to its element. */
export interface ViewClass<H, V extends ElementView = ElementView> {
  new (host: H): V;
  readonly styles?: readonly CSSResultOrNative[];
}

/** Returns the class of a view, or loads it. */
export type ViewLoader<H, V extends ElementView = ElementView> = () =>
  ViewClass<H, V> | Promise<ViewClass<H, V>>;

/**
 * Base class of the views of widgets. A view renders the content of its widget between heading and footer, and holds
 * the state that this needs. The widget has the attributes, the records, the selection and the language.
 */
export abstract class WidgetView<H extends WidgetHost = WidgetHost> implements ElementView {
  static readonly styles?: readonly CSSResultOrNative[];

  protected readonly host: H;

  constructor(host: H) {
    this.host = host;
  }

  abstract render(): unknown;

  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdated?(): void;
  willUpdate?(): void;
  pending?(): readonly Promise<unknown>[];
  /** Returns the message for screen readers about the records shown. Default: the number of results. */
  summary?(result: QueryResult): MessagePart;
  /** Loads what the screen shows only near it, for a reader who is about to print. */
  prepareForPrint?(): void;
  /** Fits its content to the width of a sheet, in a browser that has divided the page into sheets. */
  readonly fitToSheet?: () => void;
  /** Returns the map printed instead of the map on the screen; undefined before there are records. */
  readonly paperMap?: () => PaperMapContent | undefined;
}
