import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {SearchController} from '../../controllers/search-controller.js';
import {LoadError} from '../../data/errors.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {directory} from '../../i18n/fr/directory.js';
import {places} from '../../i18n/fr/places.js';
import type {Actor} from '../../model/directory.js';
import type {Query} from '../../model/query.js';
import {oneOf} from '../attributes.js';
import {heading} from '../heading.js';
import {DataWidget} from '../widget.js';
import {actorsOf, chosenWith, isPressed, searched} from './actors.js';
import {askNaming, type Naming} from './asked.js';
import {styles} from './directory.styles.js';
import {renderEntry} from './entry.js';
import {type Group, type GroupBy, groupsOf, inOrder} from './groups.js';
import {skeleton} from './skeleton.js';
import {failureOf, type Loads, partsOf, wholeState} from './state.js';

/** Number of actors above which there is a search field. */
const FEW = 12;

/**
 * Shows the actors and partners of portals and projects, with their roles and countries.
 *
 * They are the organisations of `api`, of the surrounding `<spass-portal>` or of `items`. If there are none, or if the
 * attributes name a portal or a project, they are the actors of portals and the partners of projects. Selecting an
 * actor narrows linked widgets to its projects, or else to its portals.
 *
 * @customElement spass-directory
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {RecordSelectEvent} spass-record-select - A reader follows an actor's link; cancel to route it yourself.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose an actor, or none; cancel to stay.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more; cancel to stay.
 * @event {LoadEvent} spass-load - The organisations are there.
 * @event {LoadErrorEvent} spass-error - The organisations could not be loaded.
 * @csspart search - The field of the search.
 * @csspart group - A country or a role with its actors.
 * @csspart actor - One actor.
 * @csspart link - Its name, which is the link.
 * @csspart title - Its name where there is nothing to link to.
 * @csspart more - The button that shows more.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-directory-gap=1.5em] - The space between two actors.
 */
export class SpassDirectory extends DataWidget {
  static override styles = [DataWidget.styles, styles];

  /** Grouping of the actors: `country`, `role` or `none`. */
  @property({attribute: 'group-by', converter: oneOf('country', 'role', 'none')})
  groupBy: GroupBy = 'country';

  @state() private _words = '';
  @state() private _extra = 0;

  protected override readonly collection = 'organisations';
  protected override readonly i18n = new LocalizeController(this, {directory, places});

  readonly #organisations = this.loadRecords('organisations', () => this.#ask(), 'all');
  readonly #portals = this.loadRecords('portals', () => this.#askNaming('portals'), 'all');
  readonly #projects = this.loadRecords('projects', () => this.#askNaming('projects'), 'all');
  readonly #search = new SearchController(this, {
    asked: () => this._words,
    isAtHand: () => true,
    ask: words => {
      this._words = words;
      this._extra = 0;
    },
    quiet: () => this.announce(this.#count(this.#found.length)),
  });
  #all: readonly Actor[] = [];
  /** Actors that match the search. */
  #found: readonly Actor[] = [];
  #isDrawn = false;
  /** Inputs from which the actors were computed. */
  #made: readonly unknown[] = [];
  #warned: unknown;

  override disconnectedCallback(): void {
    this.#point(undefined);
    super.disconnectedCallback();
  }

  #ask(): Query {
    return {type: this.fixedFilter.type ?? [], lang: this.i18n.language};
  }

  #askNaming(naming: Naming): Query | undefined {
    const source = this.openedSource;
    // Foreign sources have neither portals nor projects.
    if (!source || source instanceof LoadError || source.isForeign) return undefined;
    const filter = askNaming(naming, this.fixedFilter, this.selection.filter);
    return filter && {...filter, lang: this.i18n.language};
  }

  get #loads(): Loads {
    return {
      organisations: this.#organisations.state,
      portals: this.#portals.state,
      projects: this.#projects.state,
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {organisations, portals, projects} = this.#loads;
    const {language, messages, country} = this.i18n;
    const {filter} = this.selection;
    const turned = this.sort === '-title';
    const asked = JSON.stringify([this.fixedFilter, filter, this._words, turned]);
    const made = [organisations, portals, projects, messages, language, asked];
    if (made.every((part, i) => part === this.#made[i])) return;
    this.#made = made;
    this.#isDrawn ||= wholeState(this.#loads, false).status === 'ready';
    const wanted = actorsOf(partsOf(this.#loads), this.fixedFilter, filter);
    this.#all = inOrder(wanted, language, turned);
    this.#found = searched(this.#all, `${this.q} ${filter.q ?? ''} ${this._words}`, country);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const failure = failureOf(this.#loads);
    if (!failure || failure === this.#warned) return;
    this.#warned = failure;
    this.warn(failure.message);
  }

  #count(n: number): string {
    return this.i18n.messages.actors(n, this.i18n.number(n));
  }

  protected override renderContent(): unknown {
    return this.renderState(
      wholeState(this.#loads, this.#isDrawn),
      () => this.#renderDirectory(),
      () => skeleton(this.pageSize),
    );
  }

  #renderDirectory(): TemplateResult {
    const {length} = this.#found;
    const shown = this.pageSize + this._extra;
    return html`
      ${this.#renderMissing()}
      ${
        this.#all.length
          ? html`<div class="bar">
              ${this.#all.length > FEW || this._words ? this.#renderSearch() : nothing}
              <p class="count">${this.#count(length)}</p>
            </div>`
          : nothing
      }
      ${
        length
          ? this.#renderGroups(groupsOf(this.#found, this.groupBy, this.i18n), shown)
          : this.#renderNobody()
      }
      ${shown < length ? this.#renderMore(shown) : nothing}
    `;
  }

  #renderMissing(): unknown {
    const failure = failureOf(this.#loads);
    if (!failure) return nothing;
    const {messages} = this.i18n;
    const retry = (): void => {
      this.keepFocus();
      this.retry();
    };
    return html`<div class="failure">
      <p role="alert">${messages.actorsMissing} ${this.failure(failure)}</p>
      <button class="button" type="button" @click=${retry}>${messages.tryAgain}</button>
    </div>`;
  }

  #renderSearch(): TemplateResult {
    const type = ({target}: Event): void => this.#search.type((target as HTMLInputElement).value);
    return html`<div class="search">
      <label for="q">${this.i18n.messages.searchActor}</label>
      <input
        class="field"
        part="search"
        id="q"
        type="search"
        autocomplete="off"
        .value=${live(this.#search.value)}
        @input=${type}
      />
    </div>`;
  }

  #renderNobody(): TemplateResult {
    const clear = (): void => {
      this.keepFocus();
      this.#search.clear();
      this._words = '';
    };
    const {messages} = this.i18n;
    return html`<div class="empty">
      ${
        this._words
          ? html`<p>${messages.noActors}</p>
              <button class="button" type="button" @click=${clear}>${messages.clearAll}</button>`
          : this.renderEmpty(messages.noActors)
      }
    </div>`;
  }

  /** Renders the groups with at most `maxActors` actors in total. */
  #renderGroups(groups: readonly Group[], most: number): TemplateResult {
    let left = most;
    const parts = groups.flatMap(({name, actors}) => {
      const some = actors.slice(0, Math.max(0, left));
      left -= some.length;
      return some.length ? [{name, actors: some, total: actors.length}] : [];
    });
    return html`<div class="groups">
      ${repeat(
        parts,
        ({name}) => name,
        ({name, actors, total}) =>
          html`<div class="group" part="group">
            ${
              name === undefined
                ? nothing
                : heading(
                    this.level,
                    html`${name} <span class="small">${this.i18n.number(total)}</span>`,
                  )
            }
            <ul class="actors">
              ${repeat(
                actors,
                ({organisation}) => `${String(organisation.id)} ${organisation.name}`,
                actor => this.#renderActor(actor, name !== undefined),
              )}
            </ul>
          </div>`,
      )}
    </div>`;
  }

  #renderActor(actor: Actor, isGrouped: boolean): TemplateResult {
    const {selection} = this;
    return renderEntry(actor, {
      i18n: this.i18n,
      colon: this.colon,
      level: this.level + (isGrouped ? 1 : 0),
      isUnderItsCountry: this.groupBy === 'country',
      isPressed: isPressed(actor, selection.filter),
      link: ({organisation}) => this.renderLink(organisation),
      point: one => this.#point(one),
      choose: this.isShared
        ? one => void this.choose(chosenWith(one, selection.filter), false)
        : undefined,
      seeOnMap: selection.canShow ? place => selection.show(place) : undefined,
    });
  }

  #renderMore(shown: number): TemplateResult {
    const {messages, number} = this.i18n;
    return html`<div class="more">
      <button class="button" part="more" type="button" @click=${this.#more}>
        ${messages.more} · ${messages.shownOf(number(shown), number(this.#found.length))}
      </button>
    </div>`;
  }

  /** Highlights an actor's project in maps and timelines, if it has exactly one. */
  #point(actor: Actor | undefined): void {
    const [project, ...others] = actor?.projects ?? [];
    const isOne = project !== undefined && others.length === 0;
    this.selection.setPointed(isOne ? {collection: 'projects', id: project} : undefined, this);
  }

  readonly #more = async (): Promise<void> => {
    const before = new Set(this.renderRoot.querySelectorAll('.actor'));
    const change = new PageChangeEvent(Math.ceil(before.size / this.pageSize) + 1);
    if (!this.dispatchEvent(change)) return;
    this._extra += this.pageSize;
    await this.updateComplete;
    const added = [...this.renderRoot.querySelectorAll('.actor')].filter(one => !before.has(one));
    const {messages, number} = this.i18n;
    this.announce(messages.actorsAdded(added.length, number(added.length)));
    const next = added[0]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else this.keepFocus();
  };
}
