import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {SearchInputController} from '../../controllers/search-input-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {directory} from '../../i18n/fr/directory.js';
import {places} from '../../i18n/fr/places.js';
import type {Actor} from '../../model/directory.js';
import type {Query} from '../../model/query.js';
import {renderHeading} from '../parts/heading.js';
import {selectActors, toggleActor, isSelected, searchActors} from './actors.js';
import {actorCollectionFilter, type ActorCollection} from './actor-query.js';
import {styles} from './directory.styles.js';
import {renderActorEntry} from './actor-entry.js';
import {type ActorGroup, type GroupBy, groupActors, sortActors} from './groups.js';
import {renderSkeleton} from './skeleton.js';
import {loadError, type LoadStates, loadedRecords, combinedState} from './load-states.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {renderState, errorMessage, renderEmpty} from '../parts/states.js';
import {renderRecordLink} from '../parts/record-link.js';

/** Number of actors above which there is a search field. */
const SEARCH_THRESHOLD = 12;

interface DirectoryHost extends WidgetHost {
  readonly groupBy: GroupBy;
}

/** Actors in groups, with a search field if there are many. */
export class DirectoryView extends WidgetView<DirectoryHost> {
  static override readonly styles = [styles];

  readonly #i18n = this.host.i18n.withSections({directory, places});

  #searchText = '';
  #extraCount = 0;

  readonly #organisations = this.host.records.load(
    'organisations',
    () => this.#organisationQuery(),
    'all',
  );
  readonly #portals = this.host.records.load(
    'portals',
    () => this.#actorCollectionQuery('portals'),
    'all',
  );
  readonly #projects = this.host.records.load(
    'projects',
    () => this.#actorCollectionQuery('projects'),
    'all',
  );
  readonly #search = new SearchInputController(this.host, {
    currentQuery: () => this.#searchText,
    isInMemory: () => true,
    search: words => {
      this.#searchText = words;
      this.#extraCount = 0;
      this.host.requestUpdate();
    },
    onTypingEnd: () => this.host.status.announce(this.#countText(this.#matchingActors.length)),
  });
  #allActors: readonly Actor[] = [];
  /** Actors that match the search. */
  #matchingActors: readonly Actor[] = [];
  #hasRendered = false;
  /** Inputs from which the actors were computed. */
  #inputs: readonly unknown[] = [];
  #loggedError: unknown;

  override hostDisconnected(): void {
    this.#highlight(undefined);
  }

  #organisationQuery(): Query {
    return {type: this.host.records.fixedFilter.type ?? [], lang: this.#i18n.language};
  }

  #actorCollectionQuery(collection: ActorCollection): Query | undefined {
    const source = this.host.records.source;
    // Foreign sources have neither portals nor projects.
    if (!source || source instanceof LoadError || source.isForeign) return undefined;
    const filter = actorCollectionFilter(
      collection,
      this.host.records.fixedFilter,
      this.host.selection.filter,
    );
    return filter && {...filter, lang: this.#i18n.language};
  }

  get #loadStates(): LoadStates {
    return {
      organisations: this.#organisations.state,
      portals: this.#portals.state,
      projects: this.#projects.state,
    };
  }

  override willUpdate(): void {
    const {organisations, portals, projects} = this.#loadStates;
    const {language, messages, country} = this.#i18n;
    const {filter} = this.host.selection;
    const isReversed = this.host.sort === '-title';
    const queryKey = JSON.stringify([
      this.host.records.fixedFilter,
      filter,
      this.#searchText,
      isReversed,
    ]);
    const inputs = [organisations, portals, projects, messages, language, queryKey];
    if (inputs.every((part, i) => part === this.#inputs[i])) return;
    this.#inputs = inputs;
    this.#hasRendered ||= combinedState(this.#loadStates, false).status === 'ready';
    const actors = selectActors(
      loadedRecords(this.#loadStates),
      this.host.records.fixedFilter,
      filter,
    );
    this.#allActors = sortActors(actors, language, isReversed);
    this.#matchingActors = searchActors(
      this.#allActors,
      `${this.host.q} ${filter.q ?? ''} ${this.#searchText}`,
      country,
    );
  }

  override hostUpdated(): void {
    const error = loadError(this.#loadStates);
    if (!error || error === this.#loggedError) return;
    this.#loggedError = error;
    this.host.warn(error.message);
  }

  #countText(count: number): string {
    return this.#i18n.messages.actors(count, this.#i18n.number(count));
  }

  override render(): unknown {
    return renderState(
      this.host,
      combinedState(this.#loadStates, this.#hasRendered),
      () => this.#renderDirectory(),
      () => renderSkeleton(this.host.pageSize),
    );
  }

  #renderDirectory(): TemplateResult {
    const {length} = this.#matchingActors;
    const shown = this.host.pageSize + this.#extraCount;
    return html`
      ${this.#renderLoadError()}
      ${
        this.#allActors.length
          ? html`<div class="bar">
              ${this.#allActors.length > SEARCH_THRESHOLD || this.#searchText ? this.#renderSearch() : nothing}
              <p class="count">${this.#countText(length)}</p>
            </div>`
          : nothing
      }
      ${
        length
          ? this.#renderGroups(
              groupActors(this.#matchingActors, this.host.groupBy, this.#i18n),
              shown,
            )
          : this.#renderNoActors()
      }
      ${shown < length ? this.#renderMoreButton(shown) : nothing}
    `;
  }

  #renderLoadError(): unknown {
    const error = loadError(this.#loadStates);
    if (!error) return nothing;
    const {messages} = this.#i18n;
    const retry = (): void => {
      this.host.status.keepFocus();
      this.host.records.retry();
    };
    return html`<div class="failure">
      <p role="alert">${messages.actorsMissing} ${errorMessage(error, this.#i18n)}</p>
      <button class="button" type="button" @click=${retry}>${messages.tryAgain}</button>
    </div>`;
  }

  #renderSearch(): TemplateResult {
    const handleInput = ({target}: Event): void =>
      this.#search.setText((target as HTMLInputElement).value);
    return html`<div class="search">
      <label for="q">${this.#i18n.messages.searchActor}</label>
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
      this.host.status.keepFocus();
      this.#search.clear();
      this.#searchText = '';
      this.host.requestUpdate();
    };
    const {messages} = this.#i18n;
    return html`<div class="empty">
      ${
        this.#searchText
          ? html`<p>${messages.noActors}</p>
              <button class="button" type="button" @click=${clear}>${messages.clearAll}</button>`
          : renderEmpty(this.host, messages.noActors)
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
                    this.host.level,
                    html`${name} <span class="small">${this.#i18n.number(total)}</span>`,
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
    const {selection} = this.host;
    return renderActorEntry(actor, {
      i18n: this.#i18n,
      colon: this.#i18n.colon,
      headingLevel: this.host.level + (isGrouped ? 1 : 0),
      hasCountryHeading: this.host.groupBy === 'country',
      isSelected: isSelected(actor, selection.filter),
      renderLink: ({organisation}) => renderRecordLink(this.host, organisation),
      highlight: one => this.#highlight(one),
      select: this.host.isShared
        ? one => void this.host.applyFilter(toggleActor(one, selection.filter), false)
        : undefined,
      showOnMap: selection.hasMap ? place => selection.showPlace(place) : undefined,
    });
  }

  #renderMoreButton(shown: number): TemplateResult {
    const {messages, number} = this.#i18n;
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
    this.host.selection.setHighlighted(
      isSingle ? {collection: 'projects', id: project} : undefined,
      this.host,
    );
  }

  readonly #handleMoreClick = async (): Promise<void> => {
    const before = new Set(this.host.renderRoot.querySelectorAll('.actor'));
    const event = new PageChangeEvent(Math.ceil(before.size / this.host.pageSize) + 1);
    if (!this.host.dispatchEvent(event)) return;
    this.#extraCount += this.host.pageSize;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const added = [...this.host.renderRoot.querySelectorAll('.actor')].filter(
      one => !before.has(one),
    );
    const {messages, number} = this.#i18n;
    this.host.status.announce(messages.actorsAdded(added.length, number(added.length)));
    const next = added[0]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else this.host.status.keepFocus();
  };
}
