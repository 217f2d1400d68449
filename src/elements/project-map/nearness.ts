import type {ReactiveControllerHost} from 'lit';
import {LoadController, type LoadState, shownValue} from '../../controllers/load-controller.js';
import type {Answer} from '../../data/source.js';
import type {RecordList} from '../../model/record-list.js';
import type {Project} from '../../model/records.js';
import type {Layers} from './layers.js';

interface Asked {
  /** Returns the distance in metres; undefined if all projects are shown. */
  readonly distance: () => number | undefined;
  readonly state: () => LoadState<Answer<Project>>;
  readonly layers: Layers;
}

/** Filters the projects by their distance to the records of the layers, whenever either changes. */
export class Nearness {
  readonly #asked: Asked;
  readonly #load: LoadController<readonly unknown[], Answer<Project>>;

  constructor(host: ReactiveControllerHost, asked: Asked) {
    this.#asked = asked;
    this.#load = new LoadController<readonly unknown[], Answer<Project>>(host, {
      args: () => {
        const lists = asked.layers.measured;
        const answer = shownValue(asked.state());
        return this.isMeasured && lists && answer
          ? [asked.distance(), answer, ...lists]
          : undefined;
      },
      load: async ([metres, answer, ...lists], signal) => {
        const all = answer as Answer<Project>;
        const near = await asked.layers.keepNear(
          all.items,
          lists as RecordList[],
          metres as number,
          signal,
        );
        return {...all, items: near, total: near.length};
      },
    });
  }

  /** True if the filter applies. Otherwise all projects are shown. */
  get isMeasured(): boolean {
    const {distance, layers, state} = this.#asked;
    // Points that represent several records have no exact position to measure from.
    const isThinned = shownValue(state())?.thinned !== undefined;
    return distance() !== undefined && !isThinned && layers.measured?.length !== 0;
  }

  get pending(): Promise<void>[] {
    return this.#load.isPending ? [this.#load.settled] : [];
  }

  /** Load state of the filtered projects; the previous result stays until projects and distances are available. */
  get state(): LoadState<Answer<Project>> {
    const state = this.#asked.state();
    if (!this.isMeasured || !shownValue(state)) return state;
    const near = this.#load.state;
    if (near.status === 'failed' || (state.status === 'ready' && near.status === 'ready'))
      return near;
    return {status: 'loading', previous: shownValue(near)};
  }
}
