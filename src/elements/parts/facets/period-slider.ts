import {html, type ReactiveControllerHost, svg, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Messages} from '../../../i18n/messages.js';
import {memo} from '../../../model/memo.js';
import {dayNumber, type DaySpan} from '../../../model/time/period.js';
import {handleEscape} from '../escape.js';

/** Number of lines in the overview of the records. */
const LINES = 6;

/** First and last year, both included. */
type Years = readonly [first: number, last: number];
type End = 'from' | 'to';

/** Period of a record, and the class of its family. */
export type FamilySpan = DaySpan & {readonly family: string | undefined};

interface PeriodSliderOptions {
  readonly messages: Messages<'programmeTimeline'>;
  /** Limits of the handles. */
  readonly range: Years;
  /** Years of the current filter; undefined for no limit. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Periods of the records, drawn as an overview; drawn again if the array changes. */
  readonly spans: readonly FamilySpan[];
}

interface PeriodSliderEvents {
  /** The user is choosing: undefined once a choice is made. */
  onPreview(period: DaySpan | undefined): void;
  /** The user has chosen; undefined for the limit of the range. */
  onChange(from: number | undefined, to: number | undefined): void;
}

/** Two handles on an overview of the records, with which a user chooses a period by pointer or keyboard. */
export class PeriodSlider {
  readonly #host: ReactiveControllerHost;
  readonly #events: PeriodSliderEvents;
  #range: Years = [0, 0];
  #spans: readonly FamilySpan[] = [];
  /** The widget is rendered at each step of a handle, with the same records. */
  readonly #overview = memo(
    () => [this.#spans, ...this.#range],
    () => overviewPaths(this.#spans, ...this.#range),
  );
  #years: Years = [0, 0];
  /** True while a handle moves, until the choice is made. */
  #isChoosing = false;
  /** True while a key is held down: each step of the handle is a preview. */
  #isKeyDown = false;
  /** True in the task in which a pointer is released. */
  #isReleasing = false;

  constructor(host: ReactiveControllerHost, events: PeriodSliderEvents) {
    this.#host = host;
    this.#events = events;
  }

  render({messages, range, from, to, spans}: PeriodSliderOptions): TemplateResult {
    this.#range = range;
    this.#spans = spans;
    const [min, max] = range;
    const clamp = (year: number): number => Math.max(min, Math.min(max, year));
    if (!this.#isChoosing) this.#years = [clamp(from ?? min), clamp(to ?? max)];
    const [first, last] = this.#years;
    const count = max + 1 - min;
    const start = (first - min) / count;
    const end = (last + 1 - min) / count;
    return html`<div
      class="period"
      role="group"
      aria-label=${messages.periodLabel}
      .style=${`--n:${count};--s:${start};--e:${end}`}
    >
      <svg viewBox="0 0 1 ${LINES}" preserveAspectRatio="none" aria-hidden="true">
        ${this.#overview()}
      </svg>
      <span class="period-window"></span>
      ${this.#renderHandle('from', messages.firstYear, first)}
      ${this.#renderHandle('to', messages.lastYear, last)}
      <span class="period-years small" aria-hidden="true"
        ><span .textContent=${first}></span><span .textContent=${last}></span
      ></span>
    </div>`;
  }

  #renderHandle(end: End, label: string, year: number): TemplateResult {
    const [min, max] = this.#range;
    return html`<input
      class="period-handle period-${end}"
      type="range"
      aria-label=${label}
      min=${min}
      max=${max}
      .value=${live(String(year))}
      @input=${(event: Event) => this.#move(end, event)}
      @change=${this.#handleChange}
      @pointerup=${this.#handlePointerUp}
      @keydown=${this.#handleKeydown}
      @keyup=${this.#handleKeyup}
      @blur=${this.#choose}
    />`;
  }

  /** Moves a handle up to the other one, and shows the period on the map. */
  #move(end: End, {target}: Event): void {
    const input = target as HTMLInputElement;
    const [first, last] = this.#years;
    const year = Number(input.value);
    if (!this.#isReleasing)
      this.#years = end === 'from' ? [Math.min(year, last), last] : [first, Math.max(year, first)];
    input.value = String(this.#years[end === 'from' ? 0 : 1]);
    if (this.#isReleasing) return;
    this.#isChoosing = true;
    const [from, to] = this.#years;
    this.#events.onPreview({first: dayNumber(from, 1, 1), last: dayNumber(to, 12, 31)});
    this.#host.requestUpdate();
  }

  /** A pointer was released, or assistive technology has set a value. With a key, the choice ends when it is released. */
  readonly #handleChange = (): void => {
    if (!this.#isKeyDown) this.#choose();
  };

  /**
   * Ends the choice. Firefox may then restore the value from before the drag, with an `input` event and without
   * `change`: events of the same task are ignored.
   */
  readonly #handlePointerUp = (): void => {
    this.#handleChange();
    this.#isReleasing = true;
    setTimeout(() => (this.#isReleasing = false));
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    this.#isKeyDown = true;
    handleEscape(event, () => this.#isChoosing && this.#end());
  };

  readonly #handleKeyup = (): void => {
    this.#isKeyDown = false;
    this.#choose();
  };

  readonly #choose = (): void => {
    this.#isKeyDown = false;
    if (!this.#isChoosing) return;
    const [first, last] = this.#years;
    const [min, max] = this.#range;
    this.#end();
    this.#events.onChange(first === min ? undefined : first, last === max ? undefined : last);
  };

  #end(): void {
    this.#isChoosing = false;
    this.#events.onPreview(undefined);
    this.#host.requestUpdate();
  }
}

/**
 * Renders a path for each family, with a line for each record, on the first row that is free, in units of the range and of
 * rows.
 */
function overviewPaths(spans: readonly FamilySpan[], min: number, max: number): unknown {
  const [start, end] = [dayNumber(min, 1, 1), dayNumber(max + 1, 1, 1)];
  const place = (day: number): number => Math.max(0, Math.min(1, (day - start) / (end - start)));
  const ends: number[] = new Array<number>(LINES).fill(-1);
  const paths = new Map<string, string>();
  for (const {first, last, family = ''} of [...spans].sort((a, b) => a.first - b.first)) {
    const [from, to] = [place(first), place(last + 1)];
    const free = ends.findIndex(used => used <= from);
    const line = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    ends[line] = to;
    const stroke = `M${from.toFixed(4)} ${line + 0.5}H${to.toFixed(4)}`;
    paths.set(family, (paths.get(family) ?? '') + stroke);
  }
  return [...paths].map(([family, path]) => svg`<path class=${family} d=${path}></path>`);
}
