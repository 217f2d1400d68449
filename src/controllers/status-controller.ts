import {html, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {LocalizedText} from '../model/text.js';

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWING = 4;
/** Delay after the last report, in milliseconds, before the reports of a page are announced. */
const GATHERING_MS = 500;

/** Part of a message; one with `lang`, such as the title of a record, is marked as of that language. */
export type MessagePart = string | LocalizedText;

/** Status line that can announce for other widgets. */
interface Announcer {
  readonly language: string;
  announce(...message: readonly MessagePart[]): void;
}

interface Report {
  readonly announcer: Announcer;
  readonly widget: Element;
  readonly sentences: () => readonly MessagePart[];
}

let reports: Report[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Announces a result that no choice of the user has caused, such as the end of a long load. Reports of several widgets
 * within half a second are announced together, once per language.
 *
 * @param widget Element that decides the order in the page; of widgets inside another one, the outer one.
 * @param sentences Returns the sentences at the time of the announcement. Equal ones are announced once.
 */
function gatherReport(
  announcer: Announcer,
  widget: Element,
  sentences: () => readonly MessagePart[],
): void {
  reports.push({announcer, widget, sentences});
  clearTimeout(timer);
  timer = setTimeout(announceReports, GATHERING_MS);
}

/** Discards the reports of a status line that has been removed, or has announced something else. */
function discardReports(announcer: Announcer): void {
  reports = reports.filter(report => report.announcer !== announcer);
  if (reports.length === 0) clearTimeout(timer);
}

function announceReports(): void {
  const languages = new Map<string, {announcer: Announcer; sentences: Map<string, MessagePart>}>();
  // In the order of the page, whichever widget has loaded first.
  reports.sort((a, b) => {
    const position = a.widget.compareDocumentPosition(b.widget);
    return position & FOLLOWING ? -1 : position;
  });
  for (const {announcer, sentences} of reports) {
    const {language} = announcer;
    const gathered = languages.get(language) ?? {announcer, sentences: new Map()};
    for (const sentence of sentences()) gathered.sentences.set(JSON.stringify(sentence), sentence);
    languages.set(language, gathered);
  }
  reports = [];
  for (const {announcer, sentences} of languages.values())
    if (sentences.size > 0) announcer.announce(...joinSentences([...sentences.values()]));
}

const valueOf = (part: MessagePart): string => (typeof part === 'string' ? part : part.value);

/** Joins sentences; those without a full stop receive one if another follows. */
export const joinSentences = (sentences: readonly MessagePart[]): readonly MessagePart[] =>
  sentences.flatMap((sentence, i) => {
    if (i === sentences.length - 1) return [sentence];
    return [sentence, /[.!?…]$/.test(valueOf(sentence)) ? ' ' : '. '];
  });

/** Time after a failure, in milliseconds, during which further failures of the page are not announced. */
const SILENCE_MS = 1000;

let announcer: Element | undefined;
let lastFailure = -Infinity;

/**
 * Returns true if a failure of a widget is to be announced: the first of several at once. A widget takes the
 * announcement over from those inside it, which it hides if all of them fail.
 */
function claimFailure(host: Element): boolean {
  const now = Date.now();
  const isFirst =
    now - lastFailure > SILENCE_MS || !announcer?.isConnected || isInside(announcer, host);
  lastFailure = now;
  if (isFirst) announcer = host;
  return isFirst;
}

/** Lets the next failure be announced, even soon after another one: it answers an action of the user. */
export function releaseFailures(): void {
  lastFailure = -Infinity;
}

/** True if an element is in the shadow tree of another one. */
function isInside(element: Element, outer: Element): boolean {
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host !== undefined && (host === outer || isInside(host, outer));
}

/** Time after a message, in milliseconds, during which only the last of further messages is kept. */
const BURST_MS = 500;
/** True while a widget announces loading: only one per page does. */
let isLoadingAnnounced = false;

/** Focuses a status line. It has no place of its own: to scroll to it would move the page under the reader. */
export function focusStatusLine(line: HTMLElement | null): void {
  // Not in the template: a dialog of the page would give the line the focus when it opens.
  line?.setAttribute('tabindex', '-1');
  line?.focus({preventScroll: true});
}

const renderPart = (part: MessagePart): unknown => {
  if (typeof part === 'string') return part;
  return part.lang ? html`<span lang=${part.lang}>${part.value}</span>` : part.value;
};

interface StatusOptions {
  /** Returns true while the user waits for content. */
  isLoading(): boolean;
  loadingMessage(): string;
  /** Returns sentences about the records shown. */
  result(): readonly MessagePart[];
  language(): string;
}

/** Status line of a widget: announces messages to screen readers, and loading that takes long. */
export class StatusController implements ReactiveController {
  /** Delay before loading is announced, in milliseconds. */
  static loadingDelayMs = 1000;
  readonly #host: LitElement;
  readonly #options: StatusOptions;
  #message: readonly MessagePart[] = [];
  #burstTimer: ReturnType<typeof setTimeout> | undefined;
  #delayedMessage: readonly MessagePart[] | undefined;
  #loadingTimer: ReturnType<typeof setTimeout> | undefined;
  #isLoadLong = false;
  #announcesLoading = false;
  /** Errors already rendered; true if their message is an alert. */
  readonly #failures = new WeakMap<object, boolean>();

  constructor(host: LitElement, options: StatusOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get language(): string {
    return this.#options.language();
  }

  /**
   * Announces a message. A repeated message is announced again. Of messages in quick succession, the first is
   * announced at once, and the last when no other has followed for half a second. A message replaces a report that is
   * still to be announced.
   */
  announce(...message: readonly MessagePart[]): void {
    discardReports(this);
    if (this.#burstTimer === undefined) this.#setMessage(message);
    else this.#delayedMessage = message;
    clearTimeout(this.#burstTimer);
    this.#burstTimer = setTimeout(() => this.#endBurst(), BURST_MS);
  }

  /**
   * Announces a result that the user has not caused, together with results of other widgets. Widgets inside another one
   * use its status line.
   *
   * @param sentences Returns the sentences at the time of the announcement. Default: about the records shown.
   */
  report(sentences = () => this.#options.result()): void {
    const {host} = this.#host.getRootNode() as Partial<ShadowRoot>;
    const outer = (host as {readonly status?: unknown} | undefined)?.status;
    const announcer = outer instanceof StatusController ? outer : this;
    gatherReport(announcer, announcer.#host, sentences);
  }

  /** Moves the focus to the status line before the focused control is removed. */
  keepFocus(): void {
    focusStatusLine(this.#line);
  }

  /** Moves the focus from the control that has requested a retry to the status line, which announces the load. */
  startRetry(): void {
    this.keepFocus();
    releaseFailures();
    this.announce(this.#options.loadingMessage());
  }

  /** Announces the end of a retry. If it has failed again, the focus returns to the control that requests one. */
  endRetry(): void {
    // A message of loading after its end would replace the report.
    this.#delayedMessage = undefined;
    const retry = this.#host.renderRoot.querySelector<HTMLElement>('.retry');
    if (!retry) this.report();
    else {
      this.#setMessage([]);
      if (this.#line?.matches(':focus')) retry.focus();
    }
  }

  /** True if the message of an error is to be rendered as an alert. Of widgets that fail together, only one alerts. */
  alertsOf(error: unknown): boolean {
    if (typeof error !== 'object' || error === null) return true;
    const known = this.#failures.get(error);
    if (known !== undefined) return known;
    const isClaimed = claimFailure(this.#host);
    this.#failures.set(error, isClaimed);
    return isClaimed;
  }

  /** Renders the status line. It comes first: after `keepFocus`, Tab continues into the widget. */
  render(): TemplateResult {
    return html`<p class="sr" role="status">${this.#message.map(renderPart)}</p>`;
  }

  hostUpdate(): void {
    if (!this.#options.isLoading()) this.#clearLoading();
  }

  hostUpdated(): void {
    if (this.#options.isLoading())
      this.#loadingTimer ??= setTimeout(
        () => this.#announceLoading(),
        StatusController.loadingDelayMs,
      );
  }

  hostDisconnected(): void {
    this.#isLoadLong = false;
    this.#clearLoading();
    clearTimeout(this.#burstTimer);
    this.#burstTimer = this.#delayedMessage = undefined;
    discardReports(this);
  }

  get #line(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[role=status]');
  }

  #setMessage(message: readonly MessagePart[]): void {
    const isRepeated = JSON.stringify(message) === JSON.stringify(this.#message);
    this.#message = isRepeated && message.length > 0 ? [...message, '\u00a0'] : message;
    this.#host.requestUpdate();
  }

  #endBurst(): void {
    this.#burstTimer = undefined;
    const message = this.#delayedMessage;
    this.#delayedMessage = undefined;
    if (message) this.announce(...message);
  }

  #announceLoading(): void {
    this.#isLoadLong = true;
    if (isLoadingAnnounced) return;
    isLoadingAnnounced = this.#announcesLoading = true;
    this.announce(this.#options.loadingMessage());
  }

  #clearLoading(): void {
    clearTimeout(this.#loadingTimer);
    this.#loadingTimer = undefined;
    if (this.#isLoadLong) this.report();
    this.#isLoadLong = false;
    if (!this.#announcesLoading) return;
    isLoadingAnnounced = this.#announcesLoading = false;
    this.#message = [];
    this.#delayedMessage = undefined;
  }
}
