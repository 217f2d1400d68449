import {html, nothing} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import {contribute} from '../../i18n/fr/contribute.js';
import {map, places, placeSearch} from '../../i18n/fr/map.js';
import {records} from '../../i18n/fr/widgets.js';
import type {Bbox, Geo, NamedPlace} from '../../model/geo/geo.js';
import {memo} from '../../model/memo.js';
import {intersectFilters, type Query} from '../../model/query.js';
import type {Contribution} from '../../model/records.js';
import {addressSearchStyles} from '../../styles/address-search.styles.js';
import {familyStyles} from '../../styles/family.styles.js';
import {formMapStyles, formStepStyles} from '../../styles/contribution-form.styles.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {printStyles} from '../../styles/print.styles.js';
import {WidgetView} from '../base/widget-view.js';
import {renderState} from '../parts/states.js';
import {styles} from './contribute.styles.js';
import {ContributionForm, type FormHost, type FormView} from './contribution-form.js';
import {
  ContributionMap,
  type ContributionMapHost,
  type MappedContributions,
} from './contribution-map.js';
import {type DataController, renderPublished} from './notices.js';
import type {SketchField} from '../parts/sketch/sketch-field.js';

interface ContributeHost extends FormHost, ContributionMapHost, Omit<DataController, 'name'> {
  readonly controller: string;
  readonly height: string;
  readonly noList: boolean;
}

/** Form of a contribution, and the published contributions. */
export class ContributeView
  extends WidgetView<ContributeHost>
  implements FormView, MappedContributions
{
  static override readonly styles = [
    familyStyles,
    mapFrameStyles,
    addressSearchStyles,
    printStyles,
    styles,
    formMapStyles,
    ...formStepStyles,
  ];

  #extraEntries = 0;
  readonly #i18n = this.host.i18n.withSections({contribute, placeSearch, map, places, records});
  readonly #contributions = this.host.records.load('contributions', () => this.#query, 'all');
  /** Portals, of which the map shows the territory as long as there are no contributions on it. */
  readonly #portals = this.host.records.load(
    'portals',
    () => (this.#showsTerritory ? this.#portalQuery : undefined),
    'all',
  );
  readonly #form = new ContributionForm(this.host, this.#i18n, this);
  readonly #map = new ContributionMap(this.host, this.#i18n, this);

  get #query(): Query | undefined {
    // A type chosen in another widget of the group is a resource type, not a kind of contribution.
    const {type: _type, ...chosen} = this.host.selection.filter;
    const filter = intersectFilters(
      {...this.host.records.fixedFilter, type: [this.host.kind]},
      chosen,
    );
    return filter && {...filter, sort: this.host.sort || '-date', lang: this.#i18n.language};
  }

  get #portalQuery(): Query {
    const {portal} = this.host.records.fixedFilter;
    return {...(portal ? {portal} : {}), lang: this.#i18n.language};
  }

  get #showsTerritory(): boolean {
    const hasLoaded = latestValue(this.#contributions.state) !== undefined;
    return this.host.center === undefined && hasLoaded && !this.published.some(({geo}) => geo);
  }

  override pending(): readonly Promise<unknown>[] {
    return [...this.#map.pending, ...this.#form.pending];
  }

  override hostUpdated(): void {
    const {controller, contact, retention, renderRoot} = this.host;
    const stage = renderRoot.querySelector<HTMLElement>('.stage');
    if (stage) stage.style.blockSize = this.host.height;
    if (!controller || !contact || !retention) {
      this.host.warn(
        'controller, contact and retention tell inhabitants who keeps what they send, and for how long (GDPR, article 13)',
      );
    }
  }

  get chosenPlace(): Geo | undefined {
    return this.#form.draft.geo;
  }

  get sketch(): SketchField | undefined {
    return this.#form.sketch;
  }

  get territories(): readonly Bbox[] {
    return this.#territories();
  }

  /** Place of the series that a photograph continues, unless the page sets the centre. */
  get #seriesPlace(): Geo | undefined {
    return this.host.center ? undefined : this.#form.photoField.retake?.fields.geo;
  }

  readonly #territories = memo(
    () => [latestValue(this.#portals.state), this.#seriesPlace],
    (): readonly Bbox[] => {
      const {lat, lon} = this.#seriesPlace ?? {};
      if (lat !== undefined && lon !== undefined) return [[lon, lat, lon, lat]];
      return [...(latestValue(this.#portals.state)?.items ?? [])].flatMap(({territory}) =>
        territory?.bbox ? [territory.bbox] : [],
      );
    },
  );

  choosePlace(place: Geo): void {
    this.#form.choose(place);
  }

  showOnFormMap(place: Geo, keepsZoom?: boolean): void {
    this.#map.show(place, keepsZoom);
  }

  get dataController(): DataController {
    const [first] = [latestValue(this.#contributions.state)?.attribution ?? []].flat();
    const {controller, contact, retention, policy} = this.host;
    const name = controller ? {value: controller} : this.#i18n.text(first?.text, first?.lang);
    return {name, contact, retention, policy};
  }

  /** Published contributions of this kind. */
  get published(): readonly Contribution[] {
    return this.#selectPublished();
  }

  /** Removes pending and refused contributions, even if a server returns them. */
  readonly #selectPublished = memo(
    () => [latestValue(this.#contributions.state)],
    (): readonly Contribution[] =>
      [...(latestValue(this.#contributions.state)?.items ?? [])].filter(
        ({state = 'published'}) => state === 'published',
      ),
  );

  override summary(): string {
    const {messages, number} = this.#i18n;
    const {length} = this.published;
    return length ? messages.publishedCount(length, number(length)) : messages.noneYet;
  }

  // Rendering

  override render(): unknown {
    if (!this.#i18n.isReady) return html`<slot></slot>`;
    return html`<div class="parts">
      ${this.#renderForm()} ${this.host.noList ? nothing : this.#renderPublished()}
    </div>`;
  }

  #renderForm(): unknown {
    if (this.host.records.source && !this.#form.endpoint)
      return html`<p class="notice">${this.#i18n.messages.takesNone}</p>`;
    return this.#form.render(this.#map.render());
  }

  #renderPublished(): unknown {
    const render = (): unknown =>
      renderPublished(this.published, {
        i18n: this.#i18n,
        headingLevel: this.host.level,
        visibleCount: this.host.pageSize + this.#extraEntries,
        showOnMap: place => this.#showOnMap(place),
        showMore: () => void this.#showMore(),
      });
    return html`<section class="published">
      ${renderState(
        this.host,
        this.#contributions.state,
        render,
        () => html`<p class="bone">&nbsp;</p>`,
      )}
    </section>`;
  }

  // Actions

  /** Scrolls to the list entry of a contribution chosen on the map. */
  openEntry(index: number): void {
    this.#extraEntries = Math.max(this.#extraEntries, index + 1 - this.host.pageSize);
    this.host.requestUpdate();
    void this.#form.focus(`entry-${index}`);
  }

  #showOnMap(place: NamedPlace): void {
    this.#map.show(place);
    this.#map.element?.scrollIntoView({block: 'nearest'});
    this.#map.element?.focus({preventScroll: true});
  }

  async #showMore(): Promise<void> {
    const previousCount = this.host.pageSize + this.#extraEntries;
    this.#extraEntries += this.host.pageSize;
    this.host.requestUpdate();
    const {messages, number} = this.#i18n;
    const total = this.published.length;
    const visibleCount = Math.min(total, previousCount + this.host.pageSize);
    const added = visibleCount - previousCount;
    this.host.status.announce(
      messages.added(added, number(added), number(visibleCount), number(total)),
    );
    await this.#form.focus(`entry-${previousCount}`);
  }
}
