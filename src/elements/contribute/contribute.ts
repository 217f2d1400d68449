import {property} from 'lit/decorators.js';
import type {Geo} from '../../model/geo/geo.js';
import {anyText, oneOf} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import {
  consentMode,
  cssLength,
  geocoderName,
  latLon,
  type Tiles,
  tilesValue,
  zoomLevel,
} from '../base/shared-attributes.js';
import type {ViewLoader} from '../base/widget-view.js';
import {CONTRIBUTION_KINDS, type ContributionKind} from '../../model/records.js';
import type {ContributeView} from './contribute-view.js';

/**
 * Shows a form with which residents submit an idea, a photograph, a tree, a comment or a place, followed by the
 * contributions that the portal has published.
 *
 * Contributions are sent to the portal API in `api` or of the surrounding `<spass-portal>`, and retried until they
 * arrive. A place is chosen on the map of the form, which opens on the territory.
 *
 * @customElement spass-contribute
 * @slot - Fallback content, shown if the published contributions cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {ContributionSubmitEvent} spass-contribution-submit - Fired on submit; cancel to prevent sending.
 * @event {ConsentRequestEvent} spass-consent-request - Fired when a reader requests third-party tiles or the geocoder;
 *   cancelable.
 * @event {LoadEvent} spass-load - Fired when the published contributions are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the published contributions could not be loaded; does not bubble.
 * @csspart form - The form.
 * @csspart map - The map.
 * @csspart marker - Marker on the map.
 * @csspart cluster - Marker of several contributions that lie close together.
 * @csspart list - List of published contributions.
 * @csspart foot - Footer with source, licence and date.
 */
export class SpassContribute extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassContribute, ContributeView> = async () =>
    (await import('./contribute-view.js')).ContributeView;

  /** Kind of contribution: `idea`, `photo`, `tree`, `comment` or `place`. */
  @property({converter: oneOf(...CONTRIBUTION_KINDS)}) kind: ContributionKind = 'idea';
  /**
   * Id of a resource whose pictures a photograph continues: with `kind="photo"`, its last picture is shown over the view
   * of the camera, and its place is sent.
   */
  @property({converter: anyText}) series = '';
  /** Storage of drafts: `memory` keeps them as long as the page; `device` lets the author store them in the browser. */
  @property({converter: oneOf('memory', 'device')}) draft: 'memory' | 'device' = 'memory';
  /** Name of the data controller (GDPR art. 13), shown above the form; the portal's attribution by default. */
  @property({converter: anyText}) controller = '';
  /** Contact for requests about personal data: an e-mail address, a URL or text. */
  @property({converter: anyText}) contact = '';
  /** Retention period of personal data, as text. */
  @property({converter: anyText}) retention = '';
  /** URL of the privacy policy. */
  @property({converter: anyText}) policy = '';
  /**
   * Background of the map: `none`, `ign`, `ign-ortho`, `osm-be`, a template with `{z}`, `{x}`, `{y}`, or a `.pmtiles`
   * file.
   */
  @property({converter: tilesValue}) tiles: Tiles = 'none';
  /** Credit of a background given as a template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` shows a button; `granted` or `denied` if the page manages consent. */
  @property({converter: consentMode}) consent: string = 'ask';
  /**
   * Search for an address, which chooses the place: `ban`, the national French address database, after consent to IGN as
   * for its basemap. Default: none.
   */
  @property({converter: geocoderName}) geocoder: '' | 'ban' = '';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Height of the map, as a CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Hides the published contributions. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;

  /** @internal */
  override readonly collection = 'contributions';

  /** Without the form, the page's own content is all there is to show. */
  protected override createFallback(): undefined {}
}
