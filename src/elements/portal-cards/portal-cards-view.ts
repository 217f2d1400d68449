import {renderFooter} from '../parts/footer.js';
import {FundingController} from '../parts/funding/funding-controller.js';
import {renderEmpty} from '../parts/empty-state.js';
import {renderState} from '../parts/states.js';
import {html, nothing} from 'lit';
import {latestValue, type LoadController} from '../../controllers/load-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {PagedRecords} from '../../controllers/pagination-controller.js';
import type {QueryResult} from '../../data/source.js';
import {records, singleRecord, portalCards} from '../../i18n/fr/widgets.js';
import {memo} from '../../model/memo.js';
import {type Query, splitList} from '../../model/query.js';
import {FAMILIES, type Family, type Portal} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {renderFamilyLabel, isKnownFamily} from '../parts/records/family-label.js';
import {renderHeading} from '../parts/elements.js';
import {renderMore} from '../parts/page-control.js';
import {entryHighlight} from '../parts/entry-highlight.js';
import {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import {type CardContext, hasPicture, renderList, renderSkeleton} from './card.js';
import {styles} from './portal-cards.styles.js';
import {hasProgramme, hasRelated, RelatedRecords} from './facts.js';
import {skeletonTextStyles} from '../../styles/skeleton-text.styles.js';

/** Upper bound on placeholders: more cards are rarely visible at once. */
const MAX_PLACEHOLDERS = 24;

interface CardsHost extends WidgetHost {
  /** Grouping of the cards: `family` makes one section per family. */
  readonly groupBy: '' | 'family';
  readonly layout: 'grid' | 'list' | 'une';
  readonly portals: LoadController<readonly unknown[], QueryResult<Portal>>;
}

/** Cards of portals, by pages, optionally grouped by family. */
export class PortalCardsView extends WidgetView<CardsHost> {
  static override readonly styles = [printStyles, familyStyles, ...styles, skeletonTextStyles];

  readonly preparesPrint = preparePrint();
  readonly #i18n = this.host.i18n.withSections({portalCards, singleRecord, records});
  readonly #paged: PagedRecords<'portals'> = new PagedRecords(
    this.host,
    'portals',
    () => this.host.query,
    {
      entries: 'article.card',
      message: (added, shown) => {
        const {number, messages} = this.#i18n;
        return messages.added(added, number(added), number(shown), number(this.#paged.total));
      },
    },
    this.host.portals,
  );
  // The same queries in every widget, so that these collections are requested once per page.
  readonly #programmes = this.host.records.load(
    'programmes',
    () => this.#allIf(hasProgramme),
    'all',
  );
  readonly #projects = this.host.records.load('projects', () => this.#allIf(hasRelated), 'all');

  readonly #funding = new FundingController(this.host, {
    programmes: () => this.#portals.flatMap(one => this.#related().programmeOf(one) ?? []),
  });

  readonly #failedPictures = new Set<string>();
  readonly #templates = new RecordTemplateController(this.host, 'card');
  readonly #highlight = entryHighlight(this.host);
  readonly #layouts = new LazyModuleController(
    this.host,
    () => this.host.layout !== 'grid',
    async () => {
      const layouts = await import('./layouts.js');
      adoptStyles(this.host, layouts.layoutStyles);
      return layouts;
    },
  );
  readonly #covers = new LazyModuleController(
    this.host,
    () => this.#mayDraw,
    async () =>
      new (await import('./covers.js')).Covers(this.host, {
        portals: () => this.#portalsToDraw,
        related: this.#related,
      }),
  );
  override readonly fitToSheet = (): void => this.#covers.value?.fitToSheet();
  /** Covers are loaded when the cards are near the screen, after the cards have been shown. */
  #observer: IntersectionObserver | undefined;
  #isNearScreen = false;
  #mayDraw = false;
  readonly #related = memo(
    () => [latestValue(this.#projects.state)?.items, latestValue(this.#programmes.state)?.items],
    () =>
      new RelatedRecords(
        latestValue(this.#projects.state)?.items,
        latestValue(this.#programmes.state)?.items,
      ),
  );

  override hostUpdated(): void {
    if (this.#observer || this.#isNearScreen || this.#portalsToDraw.length === 0) return;
    this.#observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        this.#stopObserving();
        void this.#drawCovers();
      },
      {rootMargin: '50%'},
    );
    this.#observer.observe(this.host);
  }

  override prepareForPrint(): void {
    if (this.#isNearScreen || this.#portalsToDraw.length === 0) return;
    this.#stopObserving();
    void this.#drawCovers();
  }

  /** Loads and draws covers when everything else has arrived. */
  async #drawCovers(): Promise<void> {
    this.#isNearScreen = true;
    await this.host.loadComplete;
    this.#mayDraw = true;
    this.host.requestUpdate();
  }

  #stopObserving(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** Portals of all pages loaded. */
  get #portals(): readonly Portal[] {
    return this.#paged.items;
  }

  /** Portals without a picture of their own. */
  get #portalsToDraw(): readonly Portal[] {
    return this.#portals.filter(portal => !hasPicture(portal, this.#failedPictures));
  }

  override hostDisconnected(): void {
    this.#stopObserving();
  }

  override pending(): readonly Promise<unknown>[] {
    const parts = [this.#paged, this.#layouts, this.#templates, this.#funding];
    return parts.flatMap(({pending}) => pending);
  }

  /** Returns a query for a complete collection if a portal on screen needs it. */
  #allIf(isNeededBy: (portal: Portal) => boolean): Query | undefined {
    return this.#portals.some(isNeededBy) ? {lang: this.#i18n.language} : undefined;
  }

  override summary({total}: QueryResult): string {
    return this.#i18n.messages.portals(total, this.#i18n.number(total));
  }

  override render(): unknown {
    return renderState(
      this.host,
      this.#templates.stateOf(this.host.portals.state),
      () => this.#renderPortals(),
      () => {
        const {record, pageSize, portal} = this.host;
        const ids = splitList(portal).length || MAX_PLACEHOLDERS;
        return this.#renderSkeleton(record ? 1 : Math.min(pageSize, MAX_PLACEHOLDERS, ids));
      },
      {renderFooter: result => this.#renderFooter(result)},
    );
  }

  #renderPortals(): unknown {
    if (this.#portals.length === 0) {
      const {noPortals, noSuchRecord} = this.#i18n.messages;
      const missing = this.host.record ? noSuchRecord : undefined;
      return html`<p class="empty">${renderEmpty(this.host, missing ?? noPortals, missing)}</p>`;
    }
    const isGrouped = this.host.groupBy === 'family' && !this.host.record;
    const context: CardContext = {
      host: this.host,
      i18n: this.#i18n,
      headingLevel: this.host.level + Number(isGrouped),
      isGrouped,
      related: this.#related(),
      isLoadingRelated: this.#projects.isPending || this.#programmes.isPending,
      covers: this.#covers.value,
      failedPictures: this.#failedPictures,
      templates: this.#templates,
      highlight: this.#highlight,
      onPictureError: url => {
        this.#failedPictures.add(url);
        this.host.requestUpdate();
      },
    };
    return html`${isGrouped ? this.#renderGroups(context) : this.#renderCards(this.#portals, context)}
    ${this.#renderMoreButton()}`;
  }

  #renderCards(portals: readonly Portal[], context: CardContext): unknown {
    const {layout} = this.host;
    if (layout === 'grid' || this.#layouts.hasFailed) return renderList(portals, context, 'grid');
    return (
      this.#layouts.value?.renderLayout(this.host, portals, context) ??
      this.#renderSkeleton(portals.length)
    );
  }

  #renderSkeleton(count: number): unknown {
    const {layout} = this.host;
    return layout === 'grid' || !this.#layouts.value
      ? html`<div class="cards grid">
          ${new Array(count).fill(html`<div>${renderSkeleton()}</div>`)}
        </div>`
      : this.#layouts.value.renderLayoutSkeleton(layout, count);
  }

  #renderGroups(context: CardContext): unknown {
    const {messages} = this.#i18n;
    return [...FAMILIES, undefined].map(family => {
      const portals = this.#portals.filter(portal => knownFamily(portal) === family);
      if (portals.length === 0) return nothing;
      return html`<section class="group" part="group">
        ${renderHeading(this.host.level, family ? renderFamilyLabel(messages, family) : messages.otherFamily)}
        ${family ? html`<p>${messages[`${family}Meaning`]}</p>` : nothing}
        ${this.#renderCards(portals, context)}
      </section>`;
    });
  }

  #renderMoreButton(): unknown {
    const {hasMore, items, total, error, showNext} = this.#paged;
    return hasMore ? renderMore(this.host, {shown: items.length, total, error, showNext}) : nothing;
  }

  #renderFooter(result: QueryResult): unknown {
    const funding = this.#funding.render();
    const {pending} = this.#funding;
    const isLoading =
      pending.length > 0 || (this.#portals.some(hasProgramme) && this.#programmes.isPending);
    const isEmpty = funding === nothing && !isLoading;
    const reserved = isEmpty ? nothing : html`<div class="funding">${funding}</div>`;
    return renderFooter(this.host, result, reserved);
  }
}

/** Returns the family of a portal if it is one of the three known ones. */
const knownFamily = ({family}: Portal): Family | undefined =>
  isKnownFamily(family) ? family : undefined;
