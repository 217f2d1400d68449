import type {ReactiveController} from 'lit';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import {sameItems} from '../../model/memo.js';
import type {Id} from '../../model/records.js';
import type {DaySpan} from '../../model/time/period.js';
import {isSameRef} from '../../controllers/selection-controller.js';
import type {WidgetHost} from '../base/widget-view.js';
import {selectRecord} from '../parts/records/record-link.js';
import type {Bars} from './bars.js';
import {MAX_TICKS} from '../../model/time/time-axis.js';
import {ESTIMATE, type LabelMetrics, measureLabels} from './label-metrics.js';

/**
 * Selector of the groups of controls: title of a row with its programmes, collapsed programmes, each project; and that
 * of their controls.
 */
const TIMELINE_CONTROLS = {
  groups: '.label, details > .programmes, :is(.bars, .parts) > li',
  controls: '.toggle, .zoom, a.name, .info',
} as const;

const PRINT_EVENTS = ['beforeprint', 'afterprint'];
/** Width of the number of a note after a printed link, in `em`. */
const NOTE_WIDTH = 1.5;

/** Handles events of bars, fits them to the width, highlights them, and keeps the focus when they are created again. */
export class BarInteraction implements ReactiveController {
  readonly #host: WidgetHost;
  #bars: Bars;
  #highlightInputs: readonly unknown[] = [];
  #hasHighlight = false;
  /** Project whose bar had the focus before the bars were created again. */
  #focusedProject: Id | undefined;
  // In the next frame: a change of heights by an observer is reported to the page as an error (ResizeObserver loop). So
  // is one by `content-visibility`, in Firefox: only a box of constant height is observed.
  readonly #observer = new ResizeObserver(() => {
    // The first call comes after the first measurement, with the same width.
    if (this.#axis?.offsetWidth !== this.#width) requestAnimationFrame(() => this.#measure());
  });
  /** Measures of the screen; undefined until there is an axis. */
  #metrics: LabelMetrics | undefined;
  #isPrinting = false;
  /** Element as wide as the axis. */
  #axis: HTMLElement | null | undefined;
  /** Its width at the last measurement, in pixels. */
  #width: number | undefined;

  /** Number of years that have room on the axis. */
  tickRoom = MAX_TICKS;
  /** Width of a year as a share of the axis. */
  yearShare = 0.05;

  constructor(host: WidgetHost, bars: Bars) {
    this.#host = host;
    this.#bars = bars;
    new RovingFocusController(host, TIMELINE_CONTROLS);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observeWidth();
    for (const type of PRINT_EVENTS) addEventListener(type, this);
    // Undefined without a browser; elements of the page that have this name hide it.
    // oxlint-disable-next-line typescript/no-unnecessary-condition
    document.fonts?.addEventListener?.('loadingdone', this);
  }

  #observeWidth(): void {
    const [ruler] = this.#axis?.children ?? [];
    if (ruler) this.#observer.observe(ruler);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#width = undefined;
    for (const type of PRINT_EVENTS) removeEventListener(type, this);
    // Undefined without a browser; elements of the page that have this name hide it.
    // oxlint-disable-next-line typescript/no-unnecessary-condition
    document.fonts?.removeEventListener?.('loadingdone', this);
  }

  /** Fits the labels to a sheet while the page is printed, and to fonts that have loaded. */
  handleEvent({type}: Event): void {
    if (type === 'loadingdone') this.#metrics = ESTIMATE;
    else this.#isPrinting = type === 'beforeprint';
    if (this.#isPrinting) this.#fitLabels();
    else this.#measure();
  }

  /** Fits the labels to the sheet on which the browser has laid out the axis. */
  fitToSheet(): void {
    this.#isPrinting = false;
    this.#measure();
    const metrics = this.#metrics ?? ESTIMATE;
    const widthOf = (text: string): number => metrics.widthOf(text) + NOTE_WIDTH;
    this.#bars.updatePositions(undefined, {...metrics, widthOf});
  }

  #measure(): void {
    const bar = this.#host.shadowRoot?.querySelector('.bars .bar');
    this.#metrics ??= ESTIMATE;
    this.#width = this.#axis?.offsetWidth;
    if (this.#axis && bar) this.#metrics = measureLabels(this.#axis, bar, this.#metrics);
    this.#fitLabels();
    this.#fitTicks();
  }

  /** Labels fewer years where they have no room. A label is two or three `em` wide, of which half is kept free. */
  #fitTicks(): void {
    const label = this.#axis?.querySelector('span');
    if (!this.#axis || !label || !this.#width) return;
    const range = new Range();
    range.selectNodeContents(label);
    const [{width}, {width: year}] = [
      this.#axis.getBoundingClientRect(),
      range.getBoundingClientRect(),
    ];
    const room = Math.max(3, Math.min(MAX_TICKS, Math.floor(width / (year * 1.5))));
    const share = year / width;
    if (room === this.tickRoom && Math.abs(share - this.yearShare) < 0.005) return;
    this.tickRoom = room;
    this.yearShare = share;
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  /** Fits labels to the axis, or while the page is printed to that of a sheet. An explorer shows its views only then. */
  #fitLabels(): void {
    const {axisWidth} = ESTIMATE;
    this.#bars.updatePositions(
      undefined,
      this.#isPrinting ? {...(this.#metrics ?? ESTIMATE), axisWidth} : this.#metrics,
    );
  }

  /**
   * Measures a new axis before the first frame, and observes it from then on. Its rows are hidden meanwhile, so that
   * their styles and layout are computed once, with their labels in place. A tall frame keeps the page from scrolling.
   */
  #observeAxis(): void {
    const axis = this.#host.shadowRoot?.querySelector<HTMLElement>('.scale');
    if (axis === this.#axis) return;
    this.#observer.disconnect();
    this.#axis = axis;
    if (!axis) return;
    this.#observeWidth();
    const [{style: frame}, {style: rows}] = [axis.parentElement, axis.nextElementSibling] as [
      HTMLElement,
      HTMLElement,
    ];
    frame.blockSize = '9999em';
    rows.display = 'none';
    this.#measure();
    frame.blockSize = rows.display = '';
  }

  /** Replaces the bars. Call before their elements are replaced. */
  setBars(bars: Bars): void {
    const active = this.#host.shadowRoot?.activeElement;
    this.#focusedProject = active ? this.#bars.projectAt(active)?.id : undefined;
    const isNew = bars !== this.#bars;
    this.#bars = bars;
    if (isNew) this.#fitLabels();
  }

  /**
   * Updates highlight and focus after the bars have been rendered.
   *
   * @param shownCount Number of bars; new ones may have to be highlighted.
   */
  handleRendered(shownCount: number): void {
    this.#observeAxis();
    const {highlighted, selected} = this.#host.selection;
    const inputs = [highlighted, selected, this.#bars, shownCount];
    if (!sameItems(inputs, this.#highlightInputs)) {
      this.#highlightInputs = inputs;
      const refs = [highlighted, selected].filter(ref => ref !== undefined);
      if (refs.length || this.#hasHighlight)
        this.#bars.highlight(id => refs.some(ref => isSameRef(ref, {collection: 'projects', id})));
      this.#hasHighlight = refs.length > 0;
    }
    if (this.#focusedProject !== undefined) void this.#restoreFocus(this.#focusedProject);
    this.#focusedProject = undefined;
  }

  async #restoreFocus(id: Id): Promise<void> {
    await this.#host.updateComplete;
    if (this.#host.shadowRoot?.activeElement) return;
    const stop = this.#bars.tabStopOf(id);
    if (stop) stop.focus();
    else {
      this.#host.status.keepFocus();
      this.clearHighlight();
    }
  }

  /** Shows which projects a period contains, on the bars and on the maps, while the user chooses it. */
  showPeriod(period: DaySpan | undefined): void {
    this.#bars.showPeriod(period);
    for (const map of this.#host.selection.maps) map.showPeriod?.(period);
  }

  readonly handleClick = (event: MouseEvent): void => {
    const [target] = event.composedPath() as [Element];
    const project = this.#bars.projectAt(target);
    if (!project) return;
    if (target.closest('a')) selectRecord(this.#host, project, event);
    const button = target.closest('.info');
    if (button) this.#bars.toggleDetails(button);
  };

  /** Closes the details that contain the focus, or belong to its bar, and focuses their button. False if there are none. */
  closeDetails({target}: Event): boolean {
    const button = (target as Element)
      .closest(':is(.bars, .parts) > li')
      ?.querySelector<HTMLElement>(':scope > .bar > .info[aria-expanded="true"]');
    if (!button) return false;
    this.#bars.toggleDetails(button);
    button.focus();
    return true;
  }

  readonly highlightTarget = ({target}: Event): void => {
    const project = this.#bars.projectAt(target as Element);
    this.#host.selection.setHighlighted(
      project && {collection: 'projects', id: project.id},
      this.#host,
    );
  };

  readonly clearHighlight = (): void => {
    // Some browsers fire `focusout` when the focused link is removed while the bars are created again.
    if (this.#focusedProject === undefined)
      this.#host.selection.setHighlighted(undefined, this.#host);
  };
}
