import type {LitElement, ReactiveController} from 'lit';
import {sameItems} from '../../model/memo.js';
import {decodeUrlPart} from '../../model/url-parts.js';
import {isPlainClick} from '../parts/link.js';
import {headingOf, type Step} from './steps.js';

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
 * @param coveredHeight Height covered by other content at the top of the window, in CSS pixels.
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

interface StepOptions {
  steps(): readonly Step[];
  /** Returns the page's `<section>` of a step; undefined if the step comes from a record. */
  sectionOf(step: Step): HTMLElement | undefined;
}

/**
 * Tracks which step of a story is being read, and moves the reader to a step: after a click on its link, for the
 * fragment of the page's URL, or by script. Nothing else scrolls the page.
 */
export class StepController implements ReactiveController {
  /** Index of the current step, from 0. */
  index = 0;
  readonly #host: LitElement;
  readonly #options: StepOptions;
  #elements: readonly Element[] = [];
  #observer: IntersectionObserver | undefined;
  /** Reports when the story is passed as a whole, by a jump to the other end of the page: no step is visible then. */
  #passObserver: IntersectionObserver | undefined;
  readonly #visibleRatios = new Map<Element, number>();
  /** Top of the current step right after a jump to it; undefined once the reader has scrolled on. */
  #jumpTop: number | undefined;

  constructor(host: LitElement, options: StepOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.goToFragment);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.goToFragment);
    this.#stopObserving();
  }

  hostUpdated(): void {
    const elements = [...(this.#host.shadowRoot?.querySelectorAll('.step') ?? [])];
    if (sameItems(elements, this.#elements)) return;
    this.#stopObserving();
    this.#elements = elements;
    this.index = Math.min(this.index, Math.max(0, elements.length - 1));
    this.#observer = new IntersectionObserver(entries => this.#handleIntersections(entries), {
      threshold: THRESHOLDS,
    });
    this.#passObserver = new IntersectionObserver(entries => this.#handleIntersections(entries), {
      rootMargin: '1000000px 0px 0px',
    });
    for (const element of elements) {
      this.#observer.observe(element);
      this.#passObserver.observe(element);
    }
  }

  #stopObserving(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#elements = [];
    this.#visibleRatios.clear();
  }

  /** Makes a step current after a jump to it. It stays current until the reader scrolls. */
  jumpTo(index: number): void {
    this.#setIndex(index);
    this.#jumpTop = this.#currentTop();
  }

  #currentTop(): number | undefined {
    return this.#elements[this.index]?.getBoundingClientRect().top;
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
    const [first] = this.#elements;
    // End of a jump to a step: below the page's header, or below the stage on a phone.
    const offset = first ? Number.parseFloat(getComputedStyle(first).scrollMarginTop) || 0 : 0;
    return stepIndexAtReadingLine(
      this.#elements.map(element => element.getBoundingClientRect()),
      window.innerHeight,
      offset,
    );
  }

  #mostVisibleIndex(): number {
    const ratios = this.#elements.map(element => this.#visibleRatios.get(element) ?? 0);
    const maxRatio = Math.max(...ratios);
    return maxRatio > 0 ? ratios.indexOf(maxRatio) : this.index;
  }

  #setIndex(index: number): void {
    if (index === this.index) return;
    this.index = index;
    this.#host.requestUpdate();
  }

  /** Goes to the step that the fragment of the page's URL names, if there is one. */
  readonly goToFragment = (): void => {
    const fragment = currentFragment();
    if (fragment) this.goTo(this.#options.steps().find(step => step.fragment === fragment));
  };

  /** Scrolls to a step and focuses its heading. */
  goTo(step: Step | undefined): void {
    if (!step) return;
    this.scrollTo(step);
    const element = this.#stepElement(step);
    const section = this.#options.sectionOf(step);
    const heading = section ? headingOf(section) : element?.querySelector<HTMLElement>('.title');
    const target = heading ?? element;
    // Headings are not focusable by default.
    if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target?.focus({preventScroll: true});
  }

  /** Scrolls a step to the top of the window. The focus does not move. */
  scrollTo(step: Step): void {
    this.#stepElement(step)?.scrollIntoView({block: 'start', behavior: 'instant'});
    this.jumpTo(step.number - 1);
  }

  /**
   * Handles a plain click on the link of a step: sets the fragment of the page's URL, as any link within a page does.
   */
  handleLinkClick(step: Step, event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    // With a `<base>` element in the page, the default action would load another page.
    event.preventDefault();
    if (currentFragment() === step.fragment) this.goTo(step);
    else location.hash = step.fragment;
  }

  /**
   * Scrolls a focused element to the centre of the window if the stage covers it: links in sections of the page have no
   * scroll margin. Centred, because WebKit scrolls after this event, and only so far that the element
   * ends at the bottom edge.
   */
  readonly revealFocus = ({target}: Event): void => {
    const focused = target as Element;
    const {left, right, top, bottom} = focused.getBoundingClientRect();
    const covers = this.#host.renderRoot.querySelectorAll('.beside, .staged .picture');
    const isCovered = [...covers].some(cover => {
      const rect = cover.getBoundingClientRect();
      const overlaps =
        left < rect.right && right > rect.left && top < rect.bottom && bottom > rect.top;
      return overlaps && !cover.contains(focused);
    });
    if (isCovered && focused.matches(':focus-visible'))
      focused.scrollIntoView({block: 'center', behavior: 'instant'});
  };

  #stepElement(step: Step): HTMLElement | undefined {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('.step')[step.number - 1];
  }
}

/** Returns the fragment of the page's URL, decoded if possible. */
function currentFragment(): string {
  return decodeUrlPart(location.hash.slice(1));
}
