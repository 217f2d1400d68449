import {html, nothing, type TemplateResult} from 'lit';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import {SearchInputController} from '../../controllers/search-input-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {runInSlices} from '../../data/scheduling.js';
import {directory, contact} from '../../i18n/fr/projects.js';
import {places} from '../../i18n/fr/map.js';
import {records} from '../../i18n/fr/widgets.js';
import {type Actor, actorFilter} from '../../model/directory.js';
import {memo} from '../../model/memo.js';
import type {Filter, Query} from '../../model/query.js';
import {
  isSelected,
  searchActors,
  searchTextOf,
  toggleActor,
  actorCollectionFilter,
  type ActorCollection,
} from './actors.js';
import {ActorsLoad, type DirectoryHost} from './actors-load.js';
import {styles} from './directory.styles.js';
import {type ActorEntryOptions, renderActorEntry, type GroupBy} from './actor-entry.js';
import {firstOfGroups, groupActors, groupingOf} from './groups.js';
import {type DirectoryActs, renderGroup, renderKey, renderSkeleton} from './group-entry.js';
import {loadError, type LoadStates} from './load-states.js';
import {WidgetView} from '../base/widget-view.js';
import {entryHighlight} from '../parts/entry-highlight.js';
import {renderEmpty} from '../parts/empty-state.js';
import {renderNotice, renderState, retryLoad} from '../parts/states.js';
import {FundingController} from '../parts/funding/funding-controller.js';
import {renderMore} from '../parts/page-control.js';
import {renderSearchField} from '../parts/search-field.js';
import {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {showsPart} from '../parts/shown-parts.js';
import {listStyles, entryActionStyles} from '../../styles/list.styles.js';
import {MoreController} from '../../controllers/more-controller.js';
import {renderButton} from '../parts/elements.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import {repeat} from '../parts/repeat.js';

/** Number of actors above which there is a search field. */
const SEARCH_THRESHOLD = 12;

/** Actors in groups, with a search field if there are many. */
export class DirectoryView extends WidgetView<DirectoryHost> {
  static override readonly styles = [printStyles, ...listStyles, entryActionStyles, ...styles];

  readonly preparesPrint = preparePrint();
  readonly #i18n = this.host.i18n.withSections({contact, directory, places, records});
  readonly #templates = new RecordTemplateController(this.host, 'row');
  readonly #highlight = entryHighlight(this.host);
  #searchText = '';
  readonly #organisations = this.host.records.load(
    'organisations',
    () => ({type: this.host.records.fixedFilter.type ?? [], lang: this.#i18n.language}),
    'read',
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
  readonly #funding = new FundingController(this.host, {
    projects: () => (this.host.project ? (latestValue(this.#projects.state)?.items ?? []) : []),
  });
  readonly #search = new SearchInputController(this.host, {
    currentQuery: () => this.#searchText,
    isInMemory: () => true,
    search: words => {
      this.#searchText = words;
      this.#more.reset();
      this.host.requestUpdate();
    },
    onTypingEnd: () => this.host.status.announce(this.summary()),
  });
  readonly #more = new MoreController(this.host, {
    entries: '.actor',
    message: added => this.#i18n.messages.actorsAdded(added, this.#i18n.number(added)),
  });
  readonly #actors = new ActorsLoad(this.host, {
    i18n: this.#i18n,
    states: () => this.#loadStates,
  });
  readonly #matching = memo(
    () => [this.#actors.latest, this.#words],
    () => searchActors(this.#actors.latest.all, this.#words, this.#i18n),
  );
  readonly #groups = memo(
    () => [this.#matching(), this.host.groupBy],
    () => {
      const by = groupingOf(this.#actors.latest.all, this.host.groupBy, this.#i18n);
      return {by, all: groupActors(this.#matching(), by, this.#i18n)};
    },
  );
  /** Builds the texts of a search when its field has the focus, before the first key needs them. */
  readonly #prepareSearch = memo(
    () => [this.#actors.latest],
    () => {
      const {all} = this.#actors.latest;
      void runInSlices(all.length, index => searchTextOf(all[index] as Actor, this.#i18n) !== '');
    },
  );
  #loggedError: unknown;

  constructor(host: DirectoryHost) {
    super(host);
    new RovingFocusController(host, {groups: '.acts', controls: 'button'});
    // Most actors come from portals and projects, which are loaded besides the organisations.
    host.records.countRendered = async () => {
      await this.#actors.whenDrawn();
      return this.#matching().length;
    };
  }

  override pending(): readonly Promise<unknown>[] {
    return [this.#actors, this.#templates, this.#funding].flatMap(({pending}) => pending);
  }

  #actorCollectionQuery(collection: ActorCollection): Query | undefined {
    const {openedSource: source} = this.host.records;
    // Foreign sources have neither portals nor projects.
    if (!source || source.isForeign) return undefined;
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

  /** Text that the actors must contain. */
  get #words(): string {
    return `${this.host.q} ${this.host.selection.filter.q ?? ''} ${this.#searchText}`;
  }

  override hostUpdated(): void {
    const error = loadError(this.#loadStates);
    if (!error || error === this.#loggedError) return;
    this.#loggedError = error;
    this.host.warn(error.message);
  }

  override summary(): string {
    const {length} = this.#matching();
    return this.#i18n.messages.actors(length, this.#i18n.number(length));
  }

  /** Announces the number of actors when all are loaded. The main load does not depend on the selection. */
  async #announceCount(): Promise<void> {
    await this.#actors.whenDrawn();
    this.host.status.announce(this.summary());
  }

  override render(): unknown {
    return renderState(
      this.host,
      this.#templates.stateOf(this.#actors.state),
      () => this.#renderDirectory(),
      () => renderSkeleton(this.host.pageSize, this.host.groupBy !== 'none'),
      {renderFooter: this.#funding.renderFooter},
    );
  }

  #renderDirectory(): TemplateResult {
    const {all, areDistinct} = this.#actors.latest;
    const matching = this.#matching();
    const {limit, showNext} = this.#more;
    const hasSearch =
      showsPart(this.host, 'search') && (all.length > SEARCH_THRESHOLD || this.#searchText);
    const isCounted = showsPart(this.host, 'count');
    const {isShared, selection} = this.host;
    /** Actions on linked widgets that entries have. */
    const acts: DirectoryActs = {
      canFilter: isShared && areDistinct && matching.some(actorFilter),
      hasProjects: matching.some(({projects}) => projects.length),
      hasPins: selection.hasMap && matching.some(({organisation}) => organisation.geo),
    };
    return html`
      ${this.#renderLoadError()}
      ${
        all.length && (hasSearch || isCounted)
          ? html`<div class="bar">
              ${hasSearch ? renderSearchField(this.host, this.#search, {label: this.#i18n.messages.searchActor, onFocus: this.#prepareSearch}) : nothing}
              ${isCounted ? html`<p class="count">${this.summary()}</p>` : nothing}
              ${renderKey(this.#i18n, acts)}
            </div>`
          : nothing
      }
      ${matching.length ? this.#renderGroups(limit, acts) : this.#renderNoActors()}
      ${limit < matching.length ? renderMore(this.host, {shown: limit, total: matching.length, showNext}) : nothing}
    `;
  }

  #renderLoadError(): unknown {
    const error = loadError(this.#loadStates);
    const retry = (): void => void retryLoad(this.host);
    return error
      ? renderNotice(this.host, this.#i18n.messages.actorsMissing, retry, error)
      : nothing;
  }

  #renderNoActors(): TemplateResult {
    const {clearAll, noActors} = this.#i18n.messages;
    const clear = (): void => {
      this.host.status.keepFocus();
      this.#search.clear();
      this.#searchText = '';
      this.host.requestUpdate();
      void this.#announceCount();
    };
    const applyFilter = (filter: Filter): boolean => {
      const isApplied = this.host.applyFilter(filter, false);
      if (isApplied) void this.#announceCount();
      return isApplied;
    };
    return html`<div class="empty">
      ${
        this.#searchText
          ? html`<p>${noActors}</p>
              ${renderButton(clearAll, clear)}`
          : renderEmpty(this.host, noActors, undefined, applyFilter)
      }
    </div>`;
  }

  /** Renders the groups with at most `maxActors` actors in total. */
  #renderGroups(maxActors: number, {canFilter, hasPins}: DirectoryActs): TemplateResult {
    const {by, all} = this.#groups();
    return html`<div class="groups ${canFilter ? 'filters' : ''} ${hasPins ? 'pins' : ''}">
      ${repeat(
        firstOfGroups(all, maxActors),
        ({name}) => name,
        group =>
          renderGroup(group, {
            by,
            i18n: this.#i18n,
            level: this.host.level,
            isCounted: showsPart(this.host, 'count'),
            renderActor: (actor, shared) => this.#renderActor(actor, shared, by, canFilter),
          }),
      )}
    </div>`;
  }

  #renderActor(
    actor: Actor,
    shared: ActorEntryOptions['shared'],
    heading: GroupBy,
    canFilter: boolean,
  ): TemplateResult {
    const {selection} = this.host;
    return renderActorEntry(this.host, actor, {
      i18n: this.#i18n,
      heading,
      shared,
      isSelected: isSelected(actor, selection.filter),
      templates: this.#templates,
      highlight: this.#highlight,
      select: canFilter
        ? one => void this.host.applyFilter(toggleActor(one, selection.filter), false)
        : undefined,
    });
  }
}
