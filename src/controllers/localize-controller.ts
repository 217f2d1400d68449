import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  DEFAULT_LANGUAGE,
  inFrench,
  isFrench,
  isSpoken,
  knownMessages,
  loadMessages,
} from '../i18n/catalogues.js';
import * as format from '../i18n/format.js';
import type {Messages, Sections} from '../i18n/messages.js';
import {dayToDate, parseDate, type PartialDate} from '../model/period.js';
import {namesIn, pickText, type SpokenText, type Text} from '../model/text.js';

/** The nearest `lang` at or above a node, across shadow roots. */
function nearestLanguage(element: Element): string {
  for (
    let node: Node | null = element;
    node;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  ) {
    const lang = (node as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return DEFAULT_LANGUAGE;
}

type Host = ReactiveControllerHost & Element;

const hosts = new Set<LocalizeController>();
let observer: MutationObserver | undefined;
const observed = new WeakSet<Node>();

/** One observer for all widgets: it looks only at `lang`, in each tree that holds a widget. */
function watch(root: Node): void {
  observer ??= new MutationObserver(() => {
    for (const controller of hosts) controller.look();
  });
  if (observed.has(root)) return;
  observed.add(root);
  observer.observe(root, {attributes: true, attributeFilter: ['lang'], subtree: true});
}

/** A language that we speak, with its region; any other words mean French. */
function spokenLanguage(language: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(language);
    return tag !== undefined && isSpoken(tag) ? tag : DEFAULT_LANGUAGE;
  } catch {
    return DEFAULT_LANGUAGE;
  }
}

/**
 * The words, numbers and dates of a widget, in the language of the nearest `lang`, followed as it changes. `S` names
 * the sections of sentences that the widget says besides those of all.
 */
export class LocalizeController<S extends keyof Sections = never> implements ReactiveController {
  readonly #host: Host;
  readonly #french: Messages<S>;
  #asked = '';
  /** The language on screen, BCP 47, with its region. */
  language = DEFAULT_LANGUAGE;
  messages: Messages<S>;
  /** False until the sentences of the first language asked for are there. */
  isReady = false;
  /** While the sentences of a language are on their way. */
  pending: Promise<void> | undefined;

  /** `french` has the widget's own sections; all other languages come whole, when a page speaks them. */
  constructor(host: Host, french?: Pick<Sections, S>) {
    this.#host = host;
    this.#french = this.messages = inFrench(french);
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this);
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      watch(root);
      if (!(root instanceof ShadowRoot)) break;
    }
    this.look();
  }

  hostDisconnected(): void {
    hosts.delete(this);
  }

  /** Draws the widget again. */
  redraw(): void {
    this.#host.requestUpdate();
  }

  /** Looks up the language of the nearest `lang`, and takes it up. */
  look(): void {
    const language = spokenLanguage(nearestLanguage(this.#host));
    if (language === this.#asked) return;
    this.#asked = language;
    // Requests can go out in this language at once, while its sentences are on their way.
    this.language = language;
    const messages = isFrench(language) ? this.#french : knownMessages<S>(language);
    if (messages) this.#speak(language, messages);
    else this.pending = this.#fetch(language);
    this.#host.requestUpdate();
  }

  async #fetch(language: string): Promise<void> {
    try {
      const messages = await loadMessages<S>(language);
      if (language === this.#asked) this.#speak(language, messages);
    } catch {
      if (language === this.#asked) this.#speak(DEFAULT_LANGUAGE, this.#french);
    }
  }

  #speak(language: string, messages: Messages<S>): void {
    this.language = language;
    this.messages = messages;
    this.isReady = true;
    this.pending = undefined;
    this.#host.requestUpdate();
  }

  /** The words of a record's text, with their language when it is another. */
  text(text: Text | undefined, ownLang?: string): SpokenText {
    return pickText(text, this.language, ownLang);
  }

  /** The names of a place, the reader's own first. */
  place = (names: Text | undefined): string => namesIn(names, this.language);

  /** A colon as the language writes it. */
  get colon(): string {
    return this.language.startsWith('fr') ? '\u00a0: ' : ': ';
  }

  number = (value: number): string => format.formatNumber(this.language, value);
  list = (items: readonly string[]): string => format.formatList(this.language, items);
  languageName = (other: string): string => format.formatLanguage(this.language, other);
  country = (code: string): string => format.formatCountry(this.language, code);

  /** A date of any precision; one that can't be read stays as it is. */
  date(text: string): string {
    const date = parseDate(text);
    if (!date) return text;
    return format.dayFormatter(this.language, datePrecision(date)).format(dayToDate(date.first));
  }

  /** An instant as a calendar date of the reader's own clock. */
  instant(date: Date): string {
    return format
      .dayFormatter(this.language, 'day')
      .format(new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())));
  }
}

/** What of a date is written, the time of day left out. */
export const datePrecision = ({precision}: PartialDate): 'year' | 'month' | 'day' =>
  precision === 'time' ? 'day' : precision;
