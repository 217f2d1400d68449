import type {LitElement, ReactiveController} from 'lit';
import type {CurrentStepController} from './current-step-controller.js';
import {isPlainClick} from '../parts/link.js';
import {headingOf, type Step} from './steps.js';
import {decodeUrlPart} from '../../model/url-parts.js';

interface StepNavigationOptions {
  readonly currentStep: CurrentStepController;
  steps(): readonly Step[];
  /** Returns the page's `<section>` of a step; undefined if the step comes from a record. */
  sectionOf(step: Step): HTMLElement | undefined;
}

/**
 * Moves the reader to a step: after a click on its link, for the fragment of the page's URL, or by script. Nothing else
 * scrolls the page.
 */
export class StepNavigationController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: StepNavigationOptions;

  constructor(host: LitElement, options: StepNavigationOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.goToFragment);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.goToFragment);
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
    this.#options.currentStep.jumpTo(step.number - 1);
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
