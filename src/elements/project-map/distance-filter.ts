import type {ReactiveControllerHost} from 'lit';
import {LoadController, type LoadState, latestValue} from '../../controllers/load-controller.js';
import type {QueryResult} from '../../data/source.js';
import type {RecordList} from '../../model/collection/record-list.js';
import type {Project} from '../../model/records.js';
import type {LayersController} from './layers-controller.js';

interface DistanceFilterOptions {
  /** Returns the distance in metres; undefined if all projects are shown. */
  readonly distance: () => number | undefined;
  readonly state: () => LoadState<QueryResult<Project>>;
  readonly layers: LayersController;
}

/** Filters the projects by their distance to the records of the layers, whenever either changes. */
export class DistanceFilter {
  readonly #options: DistanceFilterOptions;
  readonly #load: LoadController<readonly unknown[], QueryResult<Project>>;

  constructor(host: ReactiveControllerHost, options: DistanceFilterOptions) {
    this.#options = options;
    this.#load = new LoadController<readonly unknown[], QueryResult<Project>>(host, {
      args: () => {
        const lists = options.layers.referenceLists;
        const answer = latestValue(options.state());
        return this.isActive && lists && answer
          ? [options.distance(), answer, ...lists]
          : undefined;
      },
      load: async ([metres, answer, ...lists], signal) => {
        const unfiltered = answer as QueryResult<Project>;
        const near = await options.layers.keepNear(
          unfiltered.items,
          lists as RecordList[],
          metres as number,
          signal,
        );
        return {...unfiltered, items: near, total: near.length};
      },
    });
  }

  /** True if the filter applies. Otherwise all projects are shown. */
  get isActive(): boolean {
    const {distance, layers, state} = this.#options;
    // Points that represent several records have no exact position to measure from.
    const isThinned = latestValue(state())?.thinned !== undefined;
    return distance() !== undefined && !isThinned && layers.referenceLists?.length !== 0;
  }

  get pending(): Promise<void>[] {
    return this.#load.isPending ? [this.#load.settled] : [];
  }

  /** Load state of the filtered projects; the previous result stays until projects and distances are available. */
  get state(): LoadState<QueryResult<Project>> {
    const state = this.#options.state();
    if (!this.isActive || !latestValue(state)) return state;
    const filtered = this.#load.state;
    if (filtered.status === 'failed' || (state.status === 'ready' && filtered.status === 'ready'))
      return filtered;
    return {status: 'loading', previous: latestValue(filtered)};
  }
}
