import {latestValue, LoadController, type LoadState} from '../../controllers/load-controller.js';
import {runSteps} from '../../data/run-steps.js';
import type {QueryResult} from '../../data/source.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {ActorI18n, GroupBy} from './actor-entry.js';
import {type ActorSelection, selectActors} from './actors.js';
import {combinedState, loadedRecords, type LoadStates} from './load-states.js';

export type DirectoryHost = WidgetHost & {readonly groupBy: GroupBy};

interface ActorsLoadOptions {
  readonly i18n: ActorI18n;
  /** Returns the states of the loads whose records name the actors. */
  states(): LoadStates;
}

const NO_ACTORS: ActorSelection = {all: [], areDistinct: false};

/** Actors of the records loaded, selected and sorted in slices: there may be tens of thousands. */
export class ActorsLoad {
  readonly #host: DirectoryHost;
  readonly #options: ActorsLoadOptions;
  readonly #load: LoadController<readonly unknown[], ActorSelection>;
  /** True once all records were there. */
  #hadRecords = false;

  constructor(host: DirectoryHost, options: ActorsLoadOptions) {
    this.#host = host;
    this.#options = options;
    this.#load = new LoadController(host, {
      args: () => this.#inputs(),
      load: (_inputs, signal) => this.#select(signal),
    });
  }

  get pending(): readonly Promise<void>[] {
    return this.#load.pending;
  }

  /** Latest actors, also while others are being selected; the same object as long as none has changed. */
  get latest(): ActorSelection {
    return latestValue(this.#load.state) ?? NO_ACTORS;
  }

  /** State of what is shown: the records are ready when their first actors are. */
  get state(): LoadState<QueryResult> {
    const [records, actors] = [this.#recordsState, this.#load.state];
    if (!latestValue(records) || latestValue(actors)) return records;
    return actors.status === 'failed' ? {...actors, previous: undefined} : {status: 'loading'};
  }

  /** Resolves when the actors of all records are drawn. */
  async whenDrawn(): Promise<void> {
    const host = this.#host;
    await host.updateComplete;
    await Promise.all(host.records.pending);
    await host.updateComplete;
    await Promise.all(this.pending);
    await host.updateComplete;
  }

  get #recordsState(): LoadState<QueryResult> {
    return combinedState(this.#options.states(), this.#hadRecords);
  }

  /** Values that the actors are computed from; undefined before there are records. */
  #inputs(): readonly unknown[] | undefined {
    const state = this.#recordsState;
    this.#hadRecords ||= state.status === 'ready';
    if (!latestValue(state)) return undefined;
    const {records, selection, sort} = this.#host;
    const {organisations, portals, projects} = loadedRecords(this.#options.states());
    const {language, messages} = this.#options.i18n;
    const query = [records.fixedFilter, selection.filter, sort];
    return [organisations, portals, projects, messages, language, JSON.stringify(query)];
  }

  async #select(signal: AbortSignal): Promise<ActorSelection> {
    const {records, selection, sort, groupBy} = this.#host;
    const options = {i18n: this.#options.i18n, isReversed: sort === '-title', groupBy};
    const loaded = loadedRecords(this.#options.states());
    return runSteps(selectActors(loaded, records.fixedFilter, selection.filter, options), signal);
  }
}
