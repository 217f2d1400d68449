import type {LitElement, ReactiveController} from 'lit';
import type {ReadingController} from './reading.js';
import {headingOf, type Step} from './steps.js';

interface Options {
  readonly reading: ReadingController;
  steps(): readonly Step[];
  /** The page's own section, where that is the step. */
  section(step: Step): HTMLElement | undefined;
}

/** Takes the reader to a step: by its link, by the page's address, by a button. Nothing else moves the page. */
export class GoingController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: Options;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.arrive);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.arrive);
  }

  /** Where the page's address names a step, that is where its reader wants to be. */
  readonly arrive = (): void => {
    const fragment = fragmentNow();
    if (fragment) this.goTo(this.#options.steps().find(step => step.fragment === fragment));
  };

  /** Goes to a step and puts the focus on its heading, from where one reads on. */
  goTo(step: Step | undefined): void {
    if (!step) return;
    this.scrollTo(step);
    const element = this.#elementOf(step);
    const section = this.#options.section(step);
    const title = section ? headingOf(section) : element?.querySelector<HTMLElement>('.title');
    const target = title ?? element;
    // Headings take no focus by nature.
    if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target?.focus({preventScroll: true});
  }

  /** Brings a step to the top of the window; the focus stays where it is. */
  scrollTo(step: Step): void {
    this.#elementOf(step)?.scrollIntoView({block: 'start', behavior: 'instant'});
    this.#options.reading.go(step.number - 1);
  }

  /** A plain click on a link to a step: the address takes its name, as with any link within a page. */
  follow(step: Step, click: MouseEvent): void {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button > 0) return;
    // A <base> in the page would lead elsewhere.
    click.preventDefault();
    if (fragmentNow() === step.fragment) this.goTo(step);
    else location.hash = step.fragment;
  }

  /**
   * What gets the focus is not left under the bar at the foot of the window, nor brought there: WebKit scrolls after
   * this event, just so far that the element ends at the foot.
   */
  readonly uncover = ({target}: Event): void => {
    const bar = this.#host.renderRoot.querySelector('.progress')?.getBoundingClientRect();
    const focused = target as Element;
    const {bottom} = focused.getBoundingClientRect();
    if (bar && bottom > bar.top && focused.matches(':focus-visible'))
      focused.scrollIntoView({block: 'center', behavior: 'instant'});
  };

  #elementOf(step: Step): HTMLElement | undefined {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('.step')[step.number - 1];
  }
}

/** What the page's address has after its `#`; what can't be decoded stays as it is. */
function fragmentNow(): string {
  const fragment = location.hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
