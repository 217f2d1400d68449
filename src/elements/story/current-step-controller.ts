import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {sameItems} from '../../model/memo.js';

/** Vertical position of a step, in CSS pixels from the top of the window. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Part of a story in which the reading line moves from the edge of the window to its middle. */
const EDGE = 0.1;

/**
 * Returns the position of the reading line as a fraction of the window's height: around the middle, where people read;
 * at the top at the start of a story, and at the bottom at its end.
 */
function readingLineAt(progress: number): number {
  if (progress < EDGE) return 4 * progress;
  return progress > 1 - EDGE ? 1 - 4 * (1 - progress) : 0.4 + (progress - EDGE) / 4;
}

/**
 * Returns the index of the step at the reading line. The line moves from the top of the window to its bottom while the
 * story scrolls by, so that the first and the last step also become current, however short they are.
 *
 * @param coveredHeight Height of what covers the text at the top of the window, in CSS pixels.
 */
export function stepIndexAtReadingLine(
  steps: readonly Extent[],
  viewportHeight: number,
  coveredHeight = 0,
): number {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return 0;
  const [top, bottom] = [Math.max(coveredHeight, first.top), Math.min(viewportHeight, last.bottom)];
  const scrolled = coveredHeight - first.top;
  const scrollRange = scrolled + last.bottom - viewportHeight;
  const progress = scrollRange > 0 ? Math.min(1, Math.max(0, scrolled / scrollRange)) : 0;
  const readingLine = top + readingLineAt(progress) * (bottom - top);
  const index = steps.findIndex(step => step.bottom > readingLine);
  return index < 0 ? steps.length - 1 : index;
}

/** Intersection ratios at which the observer reports: about ten times per step. */
const THRESHOLDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Tracks which step of a story is being read. Does not scroll. */
export class CurrentStepController implements ReactiveController {
  /** Index of the current step, from 0. */
  index = 0;
  readonly #host: ReactiveControllerHost & Element;
  #steps: readonly Element[] = [];
  #observer: IntersectionObserver | undefined;
  readonly #visibleRatios = new Map<Element, number>();
  /** Top of the current step right after a jump to it; undefined once the reader has scrolled on. */
  #jumpTop: number | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const steps = [...(this.#host.shadowRoot?.querySelectorAll('.step') ?? [])];
    if (sameItems(steps, this.#steps)) return;
    this.hostDisconnected();
    this.#steps = steps;
    this.index = Math.min(this.index, Math.max(0, steps.length - 1));
    this.#observer = new IntersectionObserver(entries => this.#handleIntersections(entries), {
      threshold: THRESHOLDS,
    });
    for (const step of steps) this.#observer.observe(step);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#steps = [];
    this.#visibleRatios.clear();
  }

  /** Makes a step current after a jump to it. It stays current until the reader scrolls. */
  jumpTo(index: number): void {
    this.#setIndex(index);
    this.#jumpTop = this.#currentTop();
  }

  #currentTop(): number | undefined {
    return this.#steps[this.index]?.getBoundingClientRect().top;
  }

  #handleIntersections(entries: readonly IntersectionObserverEntry[]): void {
    for (const {target, intersectionRatio} of entries)
      this.#visibleRatios.set(target, intersectionRatio);
    if (this.#jumpTop !== undefined && this.#jumpTop === this.#currentTop()) return;
    this.#jumpTop = undefined;
    // In a cross-origin frame `rootBounds` is null and the position of the window is unknown: only the visible ratio of
    // each step can be used.
    const isInFrame = entries.some(({rootBounds}) => rootBounds === null);
    this.#setIndex(isInFrame ? this.#mostVisibleIndex() : this.#indexAtReadingLine());
  }

  #indexAtReadingLine(): number {
    const [first] = this.#steps;
    // Where a jump to a step ends: below the page's header, or below the stage on a phone.
    const offset = first ? Number.parseFloat(getComputedStyle(first).scrollMarginTop) || 0 : 0;
    return stepIndexAtReadingLine(
      this.#steps.map(step => step.getBoundingClientRect()),
      window.innerHeight,
      offset,
    );
  }

  #mostVisibleIndex(): number {
    const ratios = this.#steps.map(step => this.#visibleRatios.get(step) ?? 0);
    const maxRatio = Math.max(...ratios);
    return maxRatio > 0 ? ratios.indexOf(maxRatio) : this.index;
  }

  #setIndex(index: number): void {
    if (index === this.index) return;
    this.index = index;
    this.#host.requestUpdate();
  }
}
