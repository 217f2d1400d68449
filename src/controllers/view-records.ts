import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Answer} from '../data/source.js';
import {type Bbox, commonBox, holdsBox, spanOf, widened} from '../model/geo.js';
import type {Query} from '../model/query.js';
import {JoinedList} from '../model/joined-list.js';
import {type RecordList, SubList} from '../model/record-list.js';
import type {PortalRecord} from '../model/records.js';
import {type LoadController, type LoadState, shownValue} from './load-controller.js';

/** So many records are asked for at most, of all there are and of a view. */
const MOST = 5000;

/** What is asked for beyond each edge of a view, in views: so a small move costs no question. */
const MARGIN = 0.25;
/** A view that has changed is asked about when it has rested for so long (ms). */
const REST = 250;

type Load<R extends PortalRecord> = LoadController<readonly unknown[], Answer<R>>;

/**
 * The records that a map shows: all that match, and where a source can't give so many, those of what the map looks at,
 * asked for whenever it looks elsewhere. What is at hand stays until the next is there.
 */
export class ViewRecords<R extends PortalRecord> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #all: Load<R>;
  readonly #here: Load<R>;
  #view: Bbox | undefined;
  /** The box that was asked for last. */
  #asked: Bbox | undefined;
  /** The view's records and what else is shown with them, for an answer to the whole question. */
  #joined:
    {readonly whole: Answer<R>; readonly here: Answer<R>; readonly both: Answer<R>} | undefined;
  #resting: {readonly timer: number; readonly over: Promise<void>; end(): void} | undefined;

  /** `load` makes a load of all that a question finds, up to so many records. */
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

  /** Hears what the map looks at. */
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

  /** What is to wait for before the view is asked about. */
  get pending(): Promise<void>[] {
    return this.#resting ? [this.#resting.over] : [];
  }

  /** What is to be shown. `total` counts all that match, in view or not. */
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

  /** Why the records of the view are not there. */
  get failure(): unknown {
    const here = this.#here.state;
    return this.#asked && here.status === 'failed' ? here.error : undefined;
  }

  /** Asks about the view again. */
  async retry(): Promise<void> {
    await this.#here.reload();
  }

  /** What tells where all records are, as far as is known; undefined where those that are shown do. */
  get home(): RecordList<R> | undefined {
    return this.#isPartial ? this.#whole?.items : undefined;
  }

  hostDisconnected(): void {
    this.#resting?.end();
    this.#view = this.#asked = this.#joined = undefined;
  }

  /** What is to be asked about the view; undefined where all is at hand. */
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

  /** The box to ask for: the one from before as long as it answers for the view. */
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
    // The first so many of all are also the first of a box in which they all are.
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

/** The records of a view, and those of all that are nowhere, unless the view's answer has such ones by itself. */
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
