import {html, nothing} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {ConsentRequestEvent} from '../../events/consent-request-event.js';
import {contribute} from '../../i18n/fr/contribute.js';
import {map} from '../../i18n/fr/map.js';
import {placeSearch} from '../../i18n/fr/place-search.js';
import {places} from '../../i18n/fr/places.js';
import type {Geo} from '../../model/geo/geo.js';
import {memo} from '../../model/memo.js';
import {intersectFilters, type Query, splitList} from '../../model/query.js';
import type {Contribution} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {mapFrameStyles} from '../../styles/map-frame.styles.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {renderState} from '../parts/states.js';
import {styles} from './contribute.styles.js';
import {ContributionForm, type FormSettings} from './contribution-form.js';
import {ContributionMap, type ContributionMapSettings} from './contribution-map.js';
import type {DataController} from './notices.js';
import {renderPublished} from './notices.js';

interface ContributeHost
  extends WidgetHost, FormSettings, ContributionMapSettings, Omit<DataController, 'name'> {
  readonly controller: string;
  readonly height: string;
  readonly noList: boolean;
}

/** Form of a contribution, and the published contributions. */
export class ContributeView extends WidgetView<ContributeHost> {
  static override readonly styles = [familyStyles, mapFrameStyles, styles];

  #extraEntries = 0;
  readonly #i18n = this.host.i18n.withSections({contribute, placeSearch, map, places});
  readonly #contributions = this.host.records.load('contributions', () => this.#query, 'all');
  readonly #form: ContributionForm = new ContributionForm(this.host, this.#i18n, {
    endpoint: () => this.#endpoint,
    target: () => this.#target,
    selection: () => this.host.selection,
    dataController: () => this.#dataController,
    headingLevel: () => this.host.level,
    announce: sentence => this.host.status.announce(sentence),
    warn: this.host.warn,
    showOnMap: place => {
      if (!this.host.selection.hasMap) this.#map.show(place);
    },
  });
  readonly #map: ContributionMap = new ContributionMap(this.host, this.#i18n, {
    container: () => this.#mapElement,
    published: () => this.#publishedContributions(),
    chosen: () => this.#form.draft.geo,
    choose: place => this.#form.choose(place),
    openEntry: index => void this.#showEntry(index),
    requestConsent: provider => this.host.dispatchEvent(new ConsentRequestEvent(provider)),
  });

  get #query(): Query | undefined {
    // A type chosen in another widget of the group is a resource type, not a kind of contribution.
    const {type: _type, ...chosen} = this.host.selection.filter;
    const filter = intersectFilters(
      {...this.host.records.fixedFilter, type: [this.host.kind]},
      chosen,
    );
    return filter && {...filter, sort: this.host.sort || '-date', lang: this.#i18n.language};
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

  get #mapElement(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.map');
  }

  get #endpoint(): string | undefined {
    const {source} = this.host.records;
    return source instanceof LoadError ? undefined : source?.contributionsUrl;
  }

  /** First portal and first project that the attributes name. */
  get #target(): {portal?: string; project?: string} {
    const [portal] = splitList(this.host.portal);
    const [project] = splitList(this.host.project);
    return {...(portal ? {portal} : {}), ...(project ? {project} : {})};
  }

  get #dataController(): DataController {
    const [first] = [latestValue(this.#contributions.state)?.attribution ?? []].flat();
    const {controller, contact, retention, policy} = this.host;
    return {name: controller || (first?.text ?? ''), contact, retention, policy};
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

  override render(): unknown {
    if (!this.#i18n.isReady) return html`<slot></slot>`;
    return html`<div class="parts">
      ${this.#renderForm()} ${this.host.noList ? nothing : this.#renderPublished()}
    </div>`;
  }

  #renderForm(): unknown {
    if (this.host.records.source && !this.#endpoint)
      return html`<p class="notice">${this.#i18n.messages.takesNone}</p>`;
    return this.#form.render(this.host.selection.hasMap ? nothing : this.#map.render());
  }

  #renderPublished(): unknown {
    const render = (): unknown =>
      renderPublished(this.#publishedContributions(), {
        i18n: this.#i18n,
        headingLevel: this.host.level,
        visibleCount: this.host.pageSize + this.#extraEntries,
        colon: this.#i18n.colon,
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
  async #showEntry(index: number): Promise<void> {
    this.#extraEntries = Math.max(this.#extraEntries, index + 1 - this.host.pageSize);
    this.host.requestUpdate();
    await this.#form.focus(`entry-${index}`);
  }

  #showOnMap(place: Geo): void {
    if (this.host.selection.hasMap) {
      this.host.selection.showPlace(place);
      return;
    }
    this.#map.show(place);
    this.#mapElement?.scrollIntoView({block: 'nearest'});
    this.#mapElement?.focus({preventScroll: true});
  }

  async #showMore(): Promise<void> {
    const previousCount = this.host.pageSize + this.#extraEntries;
    this.#extraEntries += this.host.pageSize;
    this.host.requestUpdate();
    const {messages, number} = this.#i18n;
    const total = this.#publishedContributions().length;
    const visibleCount = Math.min(total, previousCount + this.host.pageSize);
    const added = visibleCount - previousCount;
    this.host.status.announce(
      messages.added(added, number(added), number(visibleCount), number(total)),
    );
    await this.#form.focus(`entry-${previousCount}`);
  }
}
