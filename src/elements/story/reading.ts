import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Vertical position of a step, in CSS pixels from the top of the window. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Returns the index of the step at the reading line. The line moves from the top of the window to its bottom while the
 * story scrolls by, so that the first and the last step also become current, however short they are.
 */
export function stepAtLine(steps: readonly Extent[], height: number): number {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return 0;
  const [top, bottom] = [Math.max(0, first.top), Math.min(height, last.bottom)];
  const passing = last.bottom - first.top - height;
  const passed = passing > 0 ? Math.min(1, Math.max(0, -first.top / passing)) : 0;
  const line = top + passed * (bottom - top);
  const past = steps.findIndex(step => step.bottom > line);
  return past < 0 ? steps.length - 1 : past;
}

/** Intersection ratios at which the observer reports: about ten times per step. */
const THRESHOLDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Tracks which step of a story is being read. Does not scroll. */
export class ReadingController implements ReactiveController {
  /** Index of the current step, from 0. */
  current = 0;
  readonly #host: ReactiveControllerHost & Element;
  #steps: readonly Element[] = [];
  #observer: IntersectionObserver | undefined;
  readonly #shares = new Map<Element, number>();
  /** Top of the current step right after a jump to it; undefined once the reader has scrolled on. */
  #goneTop: number | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const steps = [...(this.#host.shadowRoot?.querySelectorAll('.step') ?? [])];
    if (steps.length === this.#steps.length && steps.every((step, i) => step === this.#steps[i]))
      return;
    this.hostDisconnected();
    this.#steps = steps;
    this.current = Math.min(this.current, Math.max(0, steps.length - 1));
    this.#observer = new IntersectionObserver(entries => this.#look(entries), {
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
    this.#shares.clear();
  }

  /** Makes a step current after a jump to it. It stays current until the reader scrolls. */
  go(index: number): void {
    this.#set(index);
    this.#goneTop = this.#topNow();
  }

  #topNow(): number | undefined {
    return this.#steps[this.current]?.getBoundingClientRect().top;
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const {target, intersectionRatio} of entries) this.#shares.set(target, intersectionRatio);
    if (this.#goneTop !== undefined && this.#goneTop === this.#topNow()) return;
    this.#goneTop = undefined;
    // In a cross-origin frame `rootBounds` is null and the position of the window is unknown: only the visible ratio of
    // each step can be used.
    const isInFrame = entries.some(({rootBounds}) => rootBounds === null);
    this.#set(isInFrame ? this.#mostSeen() : this.#atLine());
  }

  #atLine(): number {
    return stepAtLine(
      this.#steps.map(step => step.getBoundingClientRect()),
      window.innerHeight,
    );
  }

  #mostSeen(): number {
    const shares = this.#steps.map(step => this.#shares.get(step) ?? 0);
    const most = Math.max(...shares);
    return most > 0 ? shares.indexOf(most) : this.current;
  }

  #set(index: number): void {
    if (index === this.current) return;
    this.current = index;
    this.#host.requestUpdate();
  }
}
