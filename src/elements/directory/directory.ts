import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {SearchInputController} from '../../controllers/search-input-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {directory} from '../../i18n/fr/directory.js';
import {places} from '../../i18n/fr/places.js';
import type {Actor} from '../../model/directory.js';
import type {Query} from '../../model/query.js';
import {oneOf} from '../base/attribute-converters.js';
import {renderHeading} from '../parts/heading.js';
import {DataWidget} from '../base/data-widget.js';
import {selectActors, toggleActor, isSelected, searchActors} from './actors.js';
import {actorCollectionFilter, type ActorCollection} from './actor-query.js';
import {styles} from './directory.styles.js';
import {renderActorEntry} from './actor-entry.js';
import {type ActorGroup, type GroupBy, groupActors, sortActors} from './groups.js';
import {renderSkeleton} from './skeleton.js';
import {loadError, type LoadStates, loadedRecords, combinedState} from './load-states.js';

/** Number of actors above which there is a search field. */
const SEARCH_THRESHOLD = 12;

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

  @state() private _searchText = '';
  @state() private _extraCount = 0;

  /** @internal */
  override readonly collection = 'organisations';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {directory, places});

  readonly #organisations = this.loadRecords(
    'organisations',
    () => this.#organisationQuery(),
    'all',
  );
  readonly #portals = this.loadRecords(
    'portals',
    () => this.#actorCollectionQuery('portals'),
    'all',
  );
  readonly #projects = this.loadRecords(
    'projects',
    () => this.#actorCollectionQuery('projects'),
    'all',
  );
  readonly #search = new SearchInputController(this, {
    currentQuery: () => this._searchText,
    isInMemory: () => true,
    search: words => {
      this._searchText = words;
      this._extraCount = 0;
    },
    onTypingEnd: () => this.announce(this.#countText(this.#matchingActors.length)),
  });
  #allActors: readonly Actor[] = [];
  /** Actors that match the search. */
  #matchingActors: readonly Actor[] = [];
  #hasRendered = false;
  /** Inputs from which the actors were computed. */
  #inputs: readonly unknown[] = [];
  #loggedError: unknown;

  override disconnectedCallback(): void {
    this.#highlight(undefined);
    super.disconnectedCallback();
  }

  #organisationQuery(): Query {
    return {type: this.fixedFilter.type ?? [], lang: this.i18n.language};
  }

  #actorCollectionQuery(collection: ActorCollection): Query | undefined {
    const source = this.openedSource;
    // Foreign sources have neither portals nor projects.
    if (!source || source instanceof LoadError || source.isForeign) return undefined;
    const filter = actorCollectionFilter(collection, this.fixedFilter, this.selection.filter);
    return filter && {...filter, lang: this.i18n.language};
  }

  get #loadStates(): LoadStates {
    return {
      organisations: this.#organisations.state,
      portals: this.#portals.state,
      projects: this.#projects.state,
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {organisations, portals, projects} = this.#loadStates;
    const {language, messages, country} = this.i18n;
    const {filter} = this.selection;
    const isReversed = this.sort === '-title';
    const queryKey = JSON.stringify([this.fixedFilter, filter, this._searchText, isReversed]);
    const inputs = [organisations, portals, projects, messages, language, queryKey];
    if (inputs.every((part, i) => part === this.#inputs[i])) return;
    this.#inputs = inputs;
    this.#hasRendered ||= combinedState(this.#loadStates, false).status === 'ready';
    const actors = selectActors(loadedRecords(this.#loadStates), this.fixedFilter, filter);
    this.#allActors = sortActors(actors, language, isReversed);
    this.#matchingActors = searchActors(
      this.#allActors,
      `${this.q} ${filter.q ?? ''} ${this._searchText}`,
      country,
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const error = loadError(this.#loadStates);
    if (!error || error === this.#loggedError) return;
    this.#loggedError = error;
    this.warn(error.message);
  }

  #countText(count: number): string {
    return this.i18n.messages.actors(count, this.i18n.number(count));
  }

  protected override renderContent(): unknown {
    return this.renderState(
      combinedState(this.#loadStates, this.#hasRendered),
      () => this.#renderDirectory(),
      () => renderSkeleton(this.pageSize),
    );
  }

  #renderDirectory(): TemplateResult {
    const {length} = this.#matchingActors;
    const shown = this.pageSize + this._extraCount;
    return html`
      ${this.#renderLoadError()}
      ${
        this.#allActors.length
          ? html`<div class="bar">
              ${this.#allActors.length > SEARCH_THRESHOLD || this._searchText ? this.#renderSearch() : nothing}
              <p class="count">${this.#countText(length)}</p>
            </div>`
          : nothing
      }
      ${
        length
          ? this.#renderGroups(groupActors(this.#matchingActors, this.groupBy, this.i18n), shown)
          : this.#renderNoActors()
      }
      ${shown < length ? this.#renderMoreButton(shown) : nothing}
    `;
  }

  #renderLoadError(): unknown {
    const error = loadError(this.#loadStates);
    if (!error) return nothing;
    const {messages} = this.i18n;
    const retry = (): void => {
      this.keepFocus();
      this.retry();
    };
    return html`<div class="failure">
      <p role="alert">${messages.actorsMissing} ${this.errorMessage(error)}</p>
      <button class="button" type="button" @click=${retry}>${messages.tryAgain}</button>
    </div>`;
  }

  #renderSearch(): TemplateResult {
    const handleInput = ({target}: Event): void =>
      this.#search.setText((target as HTMLInputElement).value);
    return html`<div class="search">
      <label for="q">${this.i18n.messages.searchActor}</label>
      <input
        class="field"
        part="search"
        id="q"
        type="search"
        autocomplete="off"
        .value=${live(this.#search.value)}
        @input=${handleInput}
      />
    </div>`;
  }

  #renderNoActors(): TemplateResult {
    const clear = (): void => {
      this.keepFocus();
      this.#search.clear();
      this._searchText = '';
    };
    const {messages} = this.i18n;
    return html`<div class="empty">
      ${
        this._searchText
          ? html`<p>${messages.noActors}</p>
              <button class="button" type="button" @click=${clear}>${messages.clearAll}</button>`
          : this.renderEmpty(messages.noActors)
      }
    </div>`;
  }

  /** Renders the groups with at most `maxActors` actors in total. */
  #renderGroups(groups: readonly ActorGroup[], maxActors: number): TemplateResult {
    let remaining = maxActors;
    const parts = groups.flatMap(({name, actors}) => {
      const visible = actors.slice(0, Math.max(0, remaining));
      remaining -= visible.length;
      return visible.length ? [{name, actors: visible, total: actors.length}] : [];
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
                : renderHeading(
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
    return renderActorEntry(actor, {
      i18n: this.i18n,
      colon: this.colon,
      headingLevel: this.level + (isGrouped ? 1 : 0),
      hasCountryHeading: this.groupBy === 'country',
      isSelected: isSelected(actor, selection.filter),
      renderLink: ({organisation}) => this.renderLink(organisation),
      highlight: one => this.#highlight(one),
      select: this.isShared
        ? one => void this.applyFilter(toggleActor(one, selection.filter), false)
        : undefined,
      showOnMap: selection.hasMap ? place => selection.showPlace(place) : undefined,
    });
  }

  #renderMoreButton(shown: number): TemplateResult {
    const {messages, number} = this.i18n;
    return html`<div class="more">
      <button class="button" part="more" type="button" @click=${this.#handleMoreClick}>
        ${messages.more} · ${messages.shownOf(number(shown), number(this.#matchingActors.length))}
      </button>
    </div>`;
  }

  /** Highlights an actor's project in maps and timelines, if it has exactly one. */
  #highlight(actor: Actor | undefined): void {
    const [project, ...others] = actor?.projects ?? [];
    const isSingle = project !== undefined && others.length === 0;
    this.selection.setHighlighted(
      isSingle ? {collection: 'projects', id: project} : undefined,
      this,
    );
  }

  readonly #handleMoreClick = async (): Promise<void> => {
    const before = new Set(this.renderRoot.querySelectorAll('.actor'));
    const event = new PageChangeEvent(Math.ceil(before.size / this.pageSize) + 1);
    if (!this.dispatchEvent(event)) return;
    this._extraCount += this.pageSize;
    await this.updateComplete;
    const added = [...this.renderRoot.querySelectorAll('.actor')].filter(one => !before.has(one));
    const {messages, number} = this.i18n;
    this.announce(messages.actorsAdded(added.length, number(added.length)));
    const next = added[0]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else this.keepFocus();
  };
}
