import {html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {contribute} from '../../i18n/fr/contribute.js';
import {placeSearch} from '../../i18n/fr/place-search.js';
import {map} from '../../i18n/fr/map.js';
import {places} from '../../i18n/fr/places.js';
import type {Geo} from '../../model/geo.js';
import {intersectFilters, type Query, splitList} from '../../model/query.js';
import type {Contribution} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {oneOf, anyText} from '../base/attribute-converters.js';
import {cssLength, latLon, zoomLevel} from '../base/map-attributes.js';
import {tilesValue} from '../parts/basemaps.js';
import {memo} from '../../model/memo.js';
import {DataWidget} from '../base/data-widget.js';
import {styles} from './contribute.styles.js';
import {ContributionForm} from './contribution-form.js';
import {ContributionMap} from './contribution-map.js';
import {type ContributionKind, CONTRIBUTION_KINDS} from './contribution-kinds.js';
import type {DataController} from './notices.js';
import {renderPublished} from './published.js';

/**
 * Form with which residents submit an idea, a photograph, a tree, a comment or a place, followed by the contributions
 * that the portal has published.
 *
 * Contributions are sent to the portal API in `api` or of the surrounding `<spass-portal>`, and retried until they
 * arrive. A place is chosen on the form's own map, or on another map of the page that shares its selection.
 *
 * @customElement spass-contribute
 * @slot - Fallback content, shown if the published contributions cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {ContributionSubmitEvent} spass-contribution-submit - Fired on submit; cancel to prevent sending.
 * @event {ConsentRequestEvent} spass-consent-request - Fired when a reader requests third-party tiles; cancelable.
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
  static override styles = [DataWidget.styles, familyStyles, mapFrameStyles, styles];

  /** Kind of contribution: `idea`, `photo`, `tree`, `comment` or `place`. */
  @property({converter: oneOf(...CONTRIBUTION_KINDS)}) kind: ContributionKind = 'idea';
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
  @property({converter: tilesValue}) tiles = 'none';
  /** Credit of a background given as a template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` shows a button; `granted` or `denied` if the page manages consent. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Height of the map, as a CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Hides the published contributions. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;

  @query('.map') private _map!: HTMLElement | null;
  @query('.stage') private _stage!: HTMLElement | null;

  @state() private _extraEntries = 0;

  /** @internal */
  override readonly collection = 'contributions';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {
    contribute,
    placeSearch,
    map,
    places,
  });
  readonly #contributions = this.loadRecords('contributions', () => this.query, 'all');
  readonly #form: ContributionForm = new ContributionForm(this, this.i18n, {
    endpoint: () => this.#endpoint,
    target: () => this.#target,
    selection: () => this.selection,
    dataController: () => this.#dataController,
    headingLevel: () => this.level,
    announce: sentence => this.announce(sentence),
    warn: line => this.warn(line),
    showOnMap: place => {
      if (!this.selection.hasMap) this.#map.show(place);
    },
  });
  readonly #map: ContributionMap = new ContributionMap(this, this.i18n, {
    container: () => this._map,
    published: () => this.#publishedContributions(),
    chosen: () => this.#form.draft.geo,
    choose: place => this.#form.choose(place),
    openEntry: index => void this.#showEntry(index),
    requestConsent: provider => this.dispatchEvent(new ConsentRequestEvent(provider)),
  });

  /** @internal */
  override get query(): Query | undefined {
    // A type chosen in another widget of the group is a resource type, not a kind of contribution.
    const {type: _type, ...chosen} = this.selection.filter;
    const filter = intersectFilters({...this.fixedFilter, type: [this.kind]}, chosen);
    return filter && {...filter, sort: this.sort || '-date', lang: this.i18n.language};
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#map.pending, ...this.#form.pending];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this._stage) this._stage.style.blockSize = this.height;
    if (!this.controller || !this.contact || !this.retention) {
      this.warn(
        'controller, contact and retention tell inhabitants who keeps what they send, and for how long (GDPR, article 13)',
      );
    }
  }

  get #endpoint(): string | undefined {
    const source = this.openedSource;
    return source instanceof LoadError ? undefined : source?.contributionsUrl;
  }

  /** First portal and first project that the attributes name. */
  get #target(): {portal?: string; project?: string} {
    const [portal] = splitList(this.portal);
    const [project] = splitList(this.project);
    return {...(portal ? {portal} : {}), ...(project ? {project} : {})};
  }

  get #dataController(): DataController {
    const [first] = [latestValue(this.#contributions.state)?.attribution ?? []].flat();
    const name = this.controller || (first?.text ?? '');
    return {name, contact: this.contact, retention: this.retention, policy: this.policy};
  }

  /** Published contributions of this kind. Pending and refused ones are removed, even if a server returns them. */
  readonly #publishedContributions = memo(
    () => [latestValue(this.#contributions.state)],
    (): readonly Contribution[] =>
      [...(latestValue(this.#contributions.state)?.items ?? [])].filter(
        ({state = 'published'}) => state === 'published',
      ),
  );

  // Rendering

  protected override renderContent(): unknown {
    if (!this.i18n.isReady) return html`<slot></slot>`;
    return html`<div class="parts">
      ${this.#renderForm()} ${this.noList ? nothing : this.#renderPublished()}
    </div>`;
  }

  #renderForm(): unknown {
    if (this.openedSource && !this.#endpoint)
      return html`<p class="notice">${this.i18n.messages.takesNone}</p>`;
    return this.#form.render(this.selection.hasMap ? nothing : this.#map.render());
  }

  #renderPublished(): unknown {
    const render = (): unknown =>
      renderPublished(this.#publishedContributions(), {
        i18n: this.i18n,
        headingLevel: this.level,
        visibleCount: this.pageSize + this._extraEntries,
        colon: this.colon,
        showOnMap: place => this.#showOnMap(place),
        showMore: () => void this.#showMore(),
      });
    return html`<section class="published">
      ${this.renderState(this.#contributions.state, render, () => html`<p class="bone">&nbsp;</p>`)}
    </section>`;
  }

  // Actions

  /** Scrolls to the list entry of a contribution chosen on the map. */
  async #showEntry(index: number): Promise<void> {
    this._extraEntries = Math.max(this._extraEntries, index + 1 - this.pageSize);
    await this.#form.focus(`entry-${index}`);
  }

  #showOnMap(place: Geo): void {
    if (this.selection.hasMap) {
      this.selection.showPlace(place);
      return;
    }
    this.#map.show(place);
    this._map?.scrollIntoView({block: 'nearest'});
    this._map?.focus({preventScroll: true});
  }

  async #showMore(): Promise<void> {
    const previousCount = this.pageSize + this._extraEntries;
    this._extraEntries += this.pageSize;
    const {messages, number} = this.i18n;
    const total = this.#publishedContributions().length;
    const visibleCount = Math.min(total, previousCount + this.pageSize);
    const added = visibleCount - previousCount;
    this.announce(messages.added(added, number(added), number(visibleCount), number(total)));
    await this.#form.focus(`entry-${previousCount}`);
  }
}
