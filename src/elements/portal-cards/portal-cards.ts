import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import type {Answer} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import type {Query} from '../../model/query.js';
import {FAMILIES, type Picture, type Portal} from '../../model/records.js';
import {relationsOf, type Relations} from '../../model/relations.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf} from '../attributes.js';
import {familyMark, isFamily} from '../family-mark.js';
import {heading} from '../heading.js';
import {DataWidget} from '../widget.js';
import {pattern} from './cover.js';
import {factsOf, yearsOf} from './facts.js';
import {styles} from './portal-cards.styles.js';

/** As many bones as cards a page may hold. */
const MOST_BONES = 24;

/**
 * Portals as cards, each a link to the portal, grouped or not by family.
 *
 * Its data come from `api`, from the `<spass-portal>` around it, or from `items`.
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

  /** `family`: a section for each family. */
  @property({attribute: 'group-by', converter: oneOf('', 'family')}) groupBy: '' | 'family' = '';

  protected override readonly collection = 'portals';

  readonly #first = this.loadRecords('portals', () => this.question);
  readonly #next = this.loadRecords('portals', () =>
    this.#page > 1 && this.question ? {...this.question, page: this.#page} : undefined,
  );
  // What facts need is asked for in the same words by every widget, so that it is asked for once a page.
  readonly #programmes = this.loadRecords(
    'programmes',
    () => this.#whole(portal => portal.programme !== undefined),
    'all',
  );
  readonly #projects = this.loadRecords(
    'projects',
    () => this.#whole(portal => portal.programme !== undefined || !!portal.projects?.length),
    'all',
  );

  /** What the pages belong to: with another source or question, the first is the only one. */
  #asked: readonly unknown[] = [];
  #page = 1;
  #answer: Answer<Portal> | undefined;
  #added: Answer<Portal> | undefined;
  #portals: readonly Portal[] = [];
  #isLast = false;
  #relations: Relations = relationsOf([], [], []);
  #related: readonly unknown[] = [];
  /** The card that gets the focus when it has been drawn. */
  #newAt: number | undefined;
  readonly #broken = new Set<string>();

  override disconnectedCallback(): void {
    this.selection.setPointed(undefined, this);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const asked = [this.openedSource, JSON.stringify(this.question)];
    if (asked.some((part, i) => part !== this.#asked[i])) this.#page = 1;
    this.#asked = asked;
    const answer = shownValue(this.#first.state);
    if (answer !== this.#answer) {
      this.#answer = answer;
      this.#page = 1;
      this.#portals = answer ? [...answer.items] : [];
      this.#isLast = false;
    }
    const {state} = this.#next;
    if (this.#page > 1 && state.status === 'ready' && state.value !== this.#added)
      this.#add(state.value);
    this.#relate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#newAt === undefined) return;
    this.#newAt = undefined;
    const link = this.renderRoot.querySelector<HTMLElement>('#new a');
    if (link) link.focus();
    else this.keepFocus();
  }

  /** Appends the page that has come. */
  #add(page: Answer<Portal>): void {
    this.#added = page;
    if (page.items.length > 0) this.#newAt = this.#portals.length;
    this.#isLast = page.items.length === 0;
    this.#portals = [...this.#portals, ...page.items];
    const {number, messages} = this.i18n;
    const [added, shown] = [page.items.length, this.#portals.length];
    this.announce(
      messages.added(added, number(added), number(shown), number(Math.max(shown, this.#total))),
    );
  }

  #relate(): void {
    const sources = [
      this.#portals,
      shownValue(this.#projects.state)?.items ?? [],
      shownValue(this.#programmes.state)?.items ?? [],
    ] as const;
    if (sources.every((source, i) => source === this.#related[i])) return;
    this.#related = sources;
    this.#relations = relationsOf(sources[0], [...sources[1]], [...sources[2]]);
  }

  /** All of a collection, when some portal on screen needs it. */
  #whole(needs: (portal: Portal) => boolean): Query | undefined {
    return this.#portals.some(needs) ? {lang: this.i18n.language} : undefined;
  }

  get #total(): number {
    return this.#isLast ? this.#portals.length : (this.#answer?.total ?? 0);
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.portals(total, this.i18n.number(total));
  }

  protected override renderContent(): unknown {
    return this.renderState(
      this.#first.state,
      () => this.#renderPortals(),
      () => this.#renderSkeleton(),
    );
  }

  #renderSkeleton(): TemplateResult {
    const bones = new Array<undefined>(Math.min(this.pageSize, MOST_BONES)).fill(undefined);
    return html`<div class="cards">
      ${bones.map(
        () =>
          html`<div class="card">
            <span class="cover"></span><span class="bone mark"></span
            ><span class="bone title"></span>
          </div>`,
      )}
    </div>`;
  }

  #renderPortals(): unknown {
    if (this.#portals.length === 0) {
      return html`<div class="empty">
        <p>${this.i18n.messages.noPortals}</p>
        ${this.renderWayOut()}
      </div>`;
    }
    return html`${this.groupBy ? this.#renderGroups() : this.#renderList(this.#portals)}${this.#renderMore()}`;
  }

  #renderGroups(): unknown {
    const {messages} = this.i18n;
    return [...FAMILIES, undefined].map(family => {
      const portals = this.#portals.filter(
        portal => (isFamily(portal.family) ? portal.family : undefined) === family,
      );
      if (portals.length === 0) return nothing;
      return html`<section class="group" part="group">
        ${heading(this.level, family ? familyMark(messages, family) : messages.otherFamily)}
        ${family ? html`<p>${messages[`${family}Meaning`]}</p>` : nothing}
        ${this.#renderList(portals)}
      </section>`;
    });
  }

  #renderList(portals: readonly Portal[]): TemplateResult {
    return html`<ul class="cards">
      ${portals.map(portal => html`<li>${this.#renderCard(portal)}</li>`)}
    </ul>`;
  }

  #renderCard(portal: Portal): TemplateResult {
    const {i18n} = this;
    const {id, family, accent, status} = portal;
    const {value, lang} = i18n.text(portal.description);
    const foreign = lang ?? i18n.text(portal.title).lang;
    const marks = [
      yearsOf(portal, i18n, this.#relations),
      status === 'archive' && i18n.messages.archived,
      foreign && i18n.messages.inLanguage(i18n.languageName(foreign)),
    ].filter(Boolean);
    const classes = [isFamily(family) && family, accent && 'tinted', this.#isLit(portal) && 'lit'];
    const point = (): void => this.selection.setPointed({collection: 'portals', id}, this);
    const leave = (): void => this.selection.setPointed(undefined, this);
    return html`<article
      class="card ${classes.filter(Boolean).join(' ')}"
      part="card"
      id=${portal === this.#portals[this.#newAt ?? -1] ? 'new' : nothing}
      .style=${accent ? `--_accent:${accent}` : ''}
      @pointerenter=${point}
      @pointerleave=${leave}
      @focusin=${point}
      @focusout=${leave}
    >
      ${heading(this.level + (this.groupBy ? 1 : 0), this.renderLink(portal))}
      <p class="mark small">
        ${this.groupBy && isFamily(family) ? nothing : familyMark(i18n.messages, family)}
        ${marks.join(' · ')}
      </p>
      <p class="text" lang=${lang ?? nothing}>${value}</p>
      <p class="facts small" part="facts">
        ${factsOf(portal, i18n, this.#relations, this.colon).join('\u00a0· ')}
      </p>
      ${this.#renderCover(portal)}
    </article>`;
  }

  #renderCover(portal: Portal): TemplateResult {
    const {cover} = portal;
    if (!cover || this.#broken.has(cover.src)) return pattern(portal);
    const {src, alt, width, height} = cover;
    const spoken = this.i18n.text(alt);
    const fail = (): void => {
      this.#broken.add(src);
      this.requestUpdate();
    };
    return html`<span class="cover" part="cover"
      ><img
        loading="lazy"
        decoding="async"
        width=${width ?? nothing}
        height=${height ?? nothing}
        alt=${spoken.value}
        lang=${spoken.lang ?? nothing}
        src=${src}
        @error=${fail}
    /></span>`;
  }

  /** Whether a reader points at this portal, or at something of it, here or in a linked widget. */
  #isLit(portal: Portal): boolean {
    const {pointed, chosen} = this.selection;
    return [pointed, chosen].some(ref => {
      const id = String(ref?.id);
      switch (ref?.collection) {
        case 'portals':
          return id === String(portal.id);
        case 'projects':
          return this.#relations.projectsOf(portal).some(project => id === String(project.id));
        case 'programmes':
          return id === String(portal.programme);
        default:
          return false;
      }
    });
  }

  #renderMore(): unknown {
    const {number, messages} = this.i18n;
    const {state} = this.#next;
    if (this.#portals.length >= this.#total) return nothing;
    return html`<div class="more">
      ${this.#page > 1 && state.status === 'failed' ? html`<p role="alert">${this.failure(state.error)}</p>` : nothing}
      <button class="button" part="more" type="button" @click=${this.#more}>
        ${messages.more} · ${messages.shownOf(number(this.#portals.length), number(this.#total))}
      </button>
    </div>`;
  }

  #more(): void {
    const {status} = this.#next.state;
    if (this.#page > 1 && status === 'loading') return;
    const isRetry = this.#page > 1 && status === 'failed';
    const page = isRetry ? this.#page : this.#page + 1;
    const change = new PageChangeEvent(page);
    if (!this.dispatchEvent(change)) return;
    this.#page = page;
    if (isRetry) void this.#next.reload();
    this.requestUpdate();
  }

  protected override renderFoot(answer: Answer): unknown {
    return super.renderFoot(answer, this.#renderFunding());
  }

  /** What the programmes on screen ask to be shown, each statement once. */
  #renderFunding(): unknown {
    const statements = new Map<string, {text: unknown; logo: Picture | undefined}>();
    for (const {programme} of this.#portals) {
      const {text, logo} = this.#relations.programme(String(programme))?.funding ?? {};
      if (text ?? logo)
        statements.set(JSON.stringify([text, logo?.src]), {text: this.renderText(text), logo});
    }
    if (statements.size === 0 && this.#programmes.state.status !== 'loading') return nothing;
    const drawn = [...statements.values()].map(
      ({text, logo}) =>
        html`${
            logo
              ? html`<img decoding="async" alt=${this.i18n.text(logo.alt).value} src=${logo.src} />`
              : nothing
          }<span>${text}</span>`,
    );
    return html`<div class="funding">${drawn}</div>`;
  }
}
