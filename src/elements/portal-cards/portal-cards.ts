import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {PagesController} from '../../controllers/pages-controller.js';
import {LoadError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import type {Query} from '../../model/query.js';
import {FAMILIES, type Family, type Portal} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf} from '../attributes.js';
import {familyMark, isFamily} from '../family-mark.js';
import {heading} from '../heading.js';
import {DataWidget} from '../widget.js';
import {type Cards, renderBones, renderCard} from './card.js';
import {loadSomeCards} from './load-some-cards.js';
import {styles} from './portal-cards.styles.js';
import type {Related} from './related.js';

/** Upper bound on placeholders: more cards are rarely visible at once. */
const MOST_BONES = 24;

/**
 * Shows portals as cards that link to them, optionally grouped by family.
 *
 * Its data come from `api`, from the surrounding `<spass-portal>`, or from `items`.
 *
 * @customElement spass-portal-cards
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a card; cancel to route it yourself.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more; cancel to stay.
 * @event {FilterChangeEvent} spass-filter-change - A reader clears the selection; cancel to keep it.
 * @event {LoadEvent} spass-load - The portals are there.
 * @event {LoadErrorEvent} spass-error - The portals could not be loaded.
 * @csspart card - One card.
 * @csspart cover - Its picture, or the pattern that stands for it.
 * @csspart link - Its title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart facts - What is known besides the text.
 * @csspart group - A family with its cards.
 * @csspart more - The button that shows more.
 * @csspart foot - Source, licence, date and funding.
 * @cssproperty [--spass-card-gap=1.25em] - The space between two cards.
 * @cssproperty [--spass-card-size=16em] - How narrow a card may become when there are several columns.
 */
export class SpassPortalCards extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, styles];

  /** Grouping of the cards: `family` makes one section per family. */
  @property({attribute: 'group-by', converter: oneOf('', 'family')}) groupBy: '' | 'family' = '';

  protected override readonly collection = 'portals';
  protected override readonly i18n = new LocalizeController(this);

  readonly #main = this.loadRecords('portals', () => this.question);
  readonly #pages = new PagesController<Portal>(this, {
    key: () => [this.openedSource, JSON.stringify(this.question)],
    load: (page, signal) => this.#load(page, signal),
    turned: () => void this.#turned(),
  });
  // The same queries in every widget, so that these collections are requested once per page.
  readonly #programmes = this.loadRecords('programmes', () => this.#whole(hasProgramme), 'all');
  readonly #projects = this.loadRecords('projects', () => this.#whole(isRelated), 'all');

  #portals: readonly Portal[] = [];
  #from: readonly unknown[] = [];
  #related: Related | undefined;
  #relating: readonly unknown[] = [];
  /** First portal of the page added last. */
  #newest: Portal | undefined;
  readonly #broken = new Set<string>();
  #some: Awaited<ReturnType<typeof loadSomeCards>> | undefined;
  #someComing: readonly Promise<void>[] | undefined;

  override disconnectedCallback(): void {
    this.#point(undefined);
    super.disconnectedCallback();
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#pages.pending, ...(this.#someComing ?? [])];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#collect();
    this.#relate();
  }

  /** Updates the portals of all loaded pages. */
  #collect(): void {
    const first = shownValue(this.#main.state)?.items;
    this.#pages.follow(first);
    const {page} = this.#pages;
    const from = [first, page];
    if (isSame(from, this.#from)) return;
    this.#from = from;
    const before = this.#portals.length;
    // A portal that has moved to a later page in the meantime is shown once.
    const byId = new Map(this.#pages.upTo(page).map(portal => [String(portal.id), portal]));
    this.#portals = [...byId.values()];
    this.#newest = page > 1 ? this.#portals[before] : undefined;
  }

  /** Updates the related records after a change of their collections. */
  #relate(): void {
    const projects = shownValue(this.#projects.state)?.items;
    const programmes = shownValue(this.#programmes.state)?.items;
    if (this.#portals.some(isRelated)) this.#needSome();
    const relating = [projects, programmes, this.#some];
    if (isSame(relating, this.#relating)) return;
    this.#relating = relating;
    this.#related = this.#some && new this.#some.Related(projects, programmes);
  }

  /** Returns a query for a complete collection if a portal on screen needs it. */
  #whole(needs: (portal: Portal) => boolean): Query | undefined {
    return this.#portals.some(needs) ? {lang: this.i18n.language} : undefined;
  }

  async #load(page: number, signal: AbortSignal): Promise<Iterable<Portal>> {
    const {openedSource: source, question} = this;
    if (!source || source instanceof LoadError || !question) return [];
    return (await source.find('portals', {...question, page}, {signal})).items;
  }

  #more(): void {
    const page = this.#pages.page + 1;
    const change = new PageChangeEvent(page);
    if (this.dispatchEvent(change)) this.#pages.go(page);
  }

  /** Announces the number of new cards and focuses the first: the "more" button may no longer exist. */
  async #turned(): Promise<void> {
    const before = this.#portals.length;
    await this.updateComplete;
    const {number, messages} = this.i18n;
    const shown = this.#portals.length;
    const added = shown - before;
    this.announce(messages.added(added, number(added), number(shown), number(this.#total)));
    const {activeElement, body} = document;
    if (activeElement !== body && !this.matches(':focus-within')) return; // The user has moved the focus elsewhere.
    const link = this.renderRoot.querySelector<HTMLElement>('#newest a');
    if (link) link.focus();
    else this.keepFocus();
  }

  get #total(): number {
    return shownValue(this.#main.state)?.total ?? 0;
  }

  /** True while programmes, or the code that shows them, are loading. */
  get #areProgrammesAwaited(): boolean {
    return this.#programmes.isPending || !!this.#someComing?.length;
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.portals(total, this.i18n.number(total));
  }

  protected override renderContent(): unknown {
    return this.renderState(
      this.#main.state,
      () => this.#renderPortals(),
      () => {
        const bones = new Array(Math.min(this.pageSize, MOST_BONES)).fill(renderBones());
        return html`<div class="cards">${bones}</div>`;
      },
    );
  }

  #renderPortals(): unknown {
    if (this.#portals.length === 0) {
      return html`<p class="empty">${this.renderEmpty(this.i18n.messages.noPortals)}</p>`;
    }
    const isGrouped = this.groupBy === 'family';
    const cards: Cards = {
      i18n: this.i18n,
      colon: this.colon,
      level: this.level + Number(isGrouped),
      isGrouped,
      related: this.#related,
      isAwaiting: this.#projects.isPending || this.#areProgrammesAwaited,
      selection: this.selection,
      broken: this.#broken,
      newest: this.#newest,
      link: portal => this.renderLink(portal),
      pattern: portal => this.#renderPattern(portal),
      point: portal => this.#point(portal),
      lose: picture => {
        this.#broken.add(picture);
        this.requestUpdate();
      },
    };
    return html`${isGrouped ? this.#renderGroups(cards) : renderList(this.#portals, cards)}
    ${this.#renderMore()}`;
  }

  #renderGroups(cards: Cards): unknown {
    const {messages} = this.i18n;
    return [...FAMILIES, undefined].map(family => {
      const portals = this.#portals.filter(portal => known(portal) === family);
      if (portals.length === 0) return nothing;
      return html`<section class="group" part="group">
        ${heading(this.level, family ? familyMark(messages, family) : messages.otherFamily)}
        ${family ? html`<p>${messages[`${family}Meaning`]}</p>` : nothing}
        ${renderList(portals, cards)}
      </section>`;
    });
  }

  /** Returns nothing: the card shows the language in its own line. */
  protected override renderForeign(): unknown {
    return nothing;
  }

  #renderPattern(portal: Portal): TemplateResult {
    this.#needSome();
    return this.#some ? this.#some.pattern(portal) : html`<span class="cover" part="cover"></span>`;
  }

  #needSome(): void {
    this.#someComing ??= [this.#fetchSome()];
  }

  async #fetchSome(): Promise<void> {
    try {
      this.#some = await loadSomeCards();
    } catch {
      // Covers stay blank and facts are missing. Covers contain no information.
    }
    this.#someComing = [];
    this.requestUpdate();
  }

  #renderMore(): unknown {
    const {number, messages} = this.i18n;
    const {page, failure} = this.#pages;
    if (page * this.pageSize >= this.#total) return nothing;
    return html`<div class="more">
      ${failure ? html`<p role="alert">${this.failure(failure)}</p>` : nothing}
      <button class="button" part="more" type="button" @click=${this.#more}>
        ${messages.more} · ${messages.shownOf(number(this.#portals.length), number(this.#total))}
      </button>
    </div>`;
  }

  #point(portal: Portal | undefined): void {
    this.selection.setPointed(portal && {collection: 'portals', id: portal.id}, this);
  }

  protected override renderFoot(answer: Answer): unknown {
    const funding = this.#related?.fundingOf(this.#portals, this.i18n) ?? nothing;
    const isAwaited = this.#portals.some(hasProgramme) && this.#areProgrammesAwaited;
    return super.renderFoot(
      answer,
      funding === nothing && !isAwaited ? nothing : html`<div class="funding">${funding}</div>`,
    );
  }
}

const hasProgramme = ({programme}: Portal): boolean => programme !== undefined;

/** True if projects or programmes may add facts about a portal. */
const isRelated = (portal: Portal): boolean => hasProgramme(portal) || !!portal.projects?.length;

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((part, i) => part === b[i]);

/** Returns the family of a portal if it is one of the three known ones. */
const known = ({family}: Portal): Family | undefined => (isFamily(family) ? family : undefined);

const renderList = (portals: readonly Portal[], cards: Cards): TemplateResult =>
  html`<ul class="cards">
    ${portals.map(portal => html`<li>${renderCard(portal, cards)}</li>`)}
  </ul>`;
