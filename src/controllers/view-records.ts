import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Answer} from '../data/source.js';
import {type Bbox, commonBox, holdsBox, spanOf, widened} from '../model/geo.js';
import type {Query} from '../model/query.js';
import {JoinedList} from '../model/joined-list.js';
import {type RecordList, SubList} from '../model/record-list.js';
import type {PortalRecord} from '../model/records.js';
import {type LoadController, type LoadState, shownValue} from './load-controller.js';

/** Maximum number of records of the full load and of a viewport. */
const MOST = 5000;

/** Area requested beyond each edge, as a ratio of the viewport, so that small moves need no request. */
const MARGIN = 0.25;
/** Delay after the last map movement before a request, in milliseconds. */
const REST = 250;

type Load<R extends PortalRecord> = LoadController<readonly unknown[], Answer<R>>;

/**
 * Records of a map: all matches, or those of the viewport if the source cannot return all of them. Current records
 * remain until the next ones are loaded.
 */
export class ViewRecords<R extends PortalRecord> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #all: Load<R>;
  readonly #here: Load<R>;
  #view: Bbox | undefined;
  /** Last requested box. */
  #asked: Bbox | undefined;
  /** Records of the viewport merged with the unlocated records of the full load. */
  #joined:
    {readonly whole: Answer<R>; readonly here: Answer<R>; readonly both: Answer<R>} | undefined;
  #resting: {readonly timer: number; readonly over: Promise<void>; end(): void} | undefined;

  /**
   * Creates a controller.
   *
   * @param load Creates the load of a query, up to `maxRecords` records.
   */
  constructor(
    host: ReactiveControllerHost,
    load: (ask: () => Query | undefined, most: number) => Load<R>,
    question: () => Query | undefined,
  ) {
    this.#host = host;
    this.#all = load(question, MOST);
    this.#here = load(() => this.#ask(question()), MOST);
    host.addController(this);
  }

  /** Sets the visible area of the map; the records of a new one are requested after 250 ms without movement. */
  look(view: Bbox): void {
    if (this.#view?.join() === view.join()) return;
    const isFirst = this.#view === undefined;
    this.#view = view;
    if (isFirst) return;
    this.#resting?.end();
    if (!this.#isPartial) return;
    let end = (): void => undefined;
    const over = new Promise<void>(resolve => {
      end = () => {
        clearTimeout(timer);
        this.#resting = undefined;
        resolve();
      };
    });
    const timer = setTimeout(() => {
      end();
      this.#host.requestUpdate();
    }, REST) as unknown as number;
    this.#resting = {timer, over, end};
  }

  /** Delay in progress, if any. */
  get pending(): Promise<void>[] {
    return this.#resting ? [this.#resting.over] : [];
  }

  /** Records to show. `total` counts all matches, inside and outside the viewport. */
  get state(): LoadState<Answer<R>> {
    const all = this.#all.state;
    const whole = shownValue(all);
    if (!whole || !this.#asked) return all;
    const here = this.#here.state;
    const value = this.#join(whole, here);
    if (all.status === 'loading' || here.status === 'loading')
      return {status: 'loading', previous: value};
    return {status: 'ready', value};
  }

  /** Error of the viewport load. */
  get failure(): unknown {
    const here = this.#here.state;
    return this.#asked && here.status === 'failed' ? here.error : undefined;
  }

  /** Loads the records of the viewport again. */
  async retry(): Promise<void> {
    await this.#here.reload();
  }

  /** Records used for auto-fit while `state` holds only those of the viewport; undefined if it holds all. */
  get home(): RecordList<R> | undefined {
    return this.#isPartial ? this.#whole?.items : undefined;
  }

  hostDisconnected(): void {
    this.#resting?.end();
    this.#view = this.#asked = this.#joined = undefined;
  }

  /** Returns the query for the viewport; undefined if all records are loaded. */
  #ask(query: Query | undefined): Query | undefined {
    if (!this.#resting) this.#asked = this.#box();
    if (!query || !this.#asked) return undefined;
    return {...query, bbox: query.bbox ? commonBox(query.bbox, this.#asked) : this.#asked};
  }

  get #whole(): Answer<R> | undefined {
    return shownValue(this.#all.state);
  }

  get #isPartial(): boolean {
    const whole = this.#whole;
    return whole !== undefined && isPartial(whole);
  }

  /** Returns the box to request: the previous one while it covers the viewport. */
  #box(): Bbox | undefined {
    const whole = this.#whole;
    const view = this.#view;
    if (!whole || !view || !isPartial(whole)) return undefined;
    const wide = widened(view, MARGIN);
    if (this.#asked && holdsBox(this.#asked, view)) {
      const here = this.#here.state;
      const isCoarse = here.status === 'ready' && isPartial(here.value);
      return isCoarse && spanOf(wide) < spanOf(this.#asked) / 2 ? wide : this.#asked;
    }
    // If the first 5000 records all lie in the box, the first 5000 of the box are the same.
    return whole.thinned === undefined && areAllIn(whole.items, wide) ? undefined : wide;
  }

  #join(whole: Answer<R>, state: LoadState<Answer<R>>): Answer<R> {
    const known = this.#joined?.whole === whole ? this.#joined : undefined;
    if (state.status !== 'ready' || state.value === known?.here) return known?.both ?? whole;
    const here = state.value;
    const both = {...here, items: withUnlocated(here.items, whole.items), total: whole.total};
    this.#joined = {whole, here, both};
    return both;
  }
}

const isPartial = ({cappedAt, thinned}: Answer): boolean =>
  cappedAt !== undefined || thinned !== undefined;

function areAllIn(records: RecordList, box: Bbox): boolean {
  for (let index = 0; index < records.length; index++) {
    const geo = records.geoAt(index);
    if (geo && !holdsBox(box, [geo.lon, geo.lat, geo.lon, geo.lat])) return false;
  }
  return true;
}

/** Appends the unlocated records of the full load, unless the viewport load has returned some itself. */
function withUnlocated<R extends PortalRecord>(
  here: RecordList<R>,
  all: RecordList<R>,
): RecordList<R> {
  const nowhere = unlocatedIn(all);
  return nowhere.length === 0 || unlocatedIn(here).length > 0
    ? here
    : new JoinedList(here, new SubList(all, nowhere));
}

function unlocatedIn(records: RecordList): number[] {
  const indices: number[] = [];
  for (let index = 0; index < records.length; index++)
    if (!records.geoAt(index)) indices.push(index);
  return indices;
}
