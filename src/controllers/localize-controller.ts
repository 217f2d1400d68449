import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  canonicalLanguage,
  DEFAULT_LANGUAGE,
  frenchMessages,
  isFrench,
  cachedMessages,
  loadMessages,
} from '../i18n/catalogues.js';
import * as format from '../i18n/format.js';
import type {Messages, MessageSections} from '../i18n/messages.js';
import {onFirstMatch} from '../data/scheduling.js';
import {dayToDate, parseDate, type PartialDate} from '../model/time/period.js';
import {placeNames, pickText, type LocalizedText, type Text} from '../model/text.js';

/**
 * Returns the closest `lang` of an element or its ancestors, across shadow roots. A `<spass-portal>` may have one that a
 * reader has chosen.
 */
function nearestLanguage(element: Element): string {
  for (
    let node: Node | null = element;
    // `document.parentNode` is an image if the page has one of that name (DOM clobbering).
    node && node !== document;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  ) {
    const {readerLanguage} = node as {readerLanguage?: string};
    const lang = readerLanguage || (node as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return DEFAULT_LANGUAGE;
}

type LocalizeHost = ReactiveControllerHost & Element;

const controllers = new Set<LocalizeController>();
let observer: MutationObserver | undefined;
const observedRoots = new WeakSet<Node>();

/** Applies the closest `lang` of each widget. */
export function updateLanguages(): void {
  for (const controller of controllers) controller.updateLanguage();
}

/** Observes `lang` in a document or shadow root, with one observer for all widgets. */
function observeLang(root: Node): void {
  observer ??= new MutationObserver(updateLanguages);
  if (observedRoots.has(root)) return;
  observedRoots.add(root);
  observer.observe(root, {attributes: true, attributeFilter: ['lang'], subtree: true});
}

let overrides: typeof import('./message-overrides.js') | undefined;
/** Load of the code for message overrides, once a page has some. */
let overridesLoad: Promise<void> | undefined;
let isWatching = false;

/** Applies the message overrides of the page, as soon as the document has some. */
function watchOverrides(): void {
  if (isWatching) return;
  isWatching = true;
  onFirstMatch('script[data-spass-messages]', () => (overridesLoad = loadOverrides()));
}

async function loadOverrides(): Promise<void> {
  const refresh = (): void => {
    for (const controller of controllers) controller.updateLanguage(true);
  };
  try {
    overrides = await import('./message-overrides.js');
    overrides.watchOverrides(refresh);
  } catch {
    // The loader has logged the reason; the widgets keep their own messages.
  }
  overridesLoad = undefined;
  refresh();
}

/**
 * Provides the messages, number formats and date formats of a widget, in the language of the closest `lang`. `S` lists
 * the message sections used in addition to `core`.
 */
export class LocalizeController<
  S extends keyof MessageSections = never,
> implements ReactiveController {
  readonly #host: LocalizeHost;
  readonly #french: Messages<S>;
  #requestedLanguage = '';
  /** Current language, as a BCP 47 tag with region. */
  language = DEFAULT_LANGUAGE;
  /** Writing direction of all supported languages. The page may have the other direction. */
  readonly direction = 'ltr';
  messages: Messages<S>;
  /** False until the messages of the first language are loaded. */
  isReady = false;
  /** Load of messages in progress. */
  pending: Promise<void> | undefined;

  /**
   * @param frenchSections French messages of the widget. Other languages are loaded completely, when a page uses them.
   */
  constructor(host: LocalizeHost, frenchSections?: Pick<MessageSections, S>) {
    this.#host = host;
    this.#french = this.messages = frenchMessages(frenchSections);
    host.addController(this);
  }

  /** Adds the French messages of code that is loaded later: messages of all views, or of a single view. */
  withSections<T extends keyof MessageSections>(
    frenchSections: Pick<MessageSections, T | 'records'>,
    // oxlint-disable-next-line typescript/prefer-return-this-type -- the messages have more sections
  ): LocalizeController<S | T> {
    Object.assign(this.#french, ...Object.values<object>(frenchSections));
    return this;
  }

  hostConnected(): void {
    watchOverrides();
    controllers.add(this);
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      observeLang(root);
      if (!(root instanceof ShadowRoot)) break;
    }
    this.updateLanguage();
  }

  hostDisconnected(): void {
    controllers.delete(this);
  }

  requestUpdate(): void {
    this.#host.requestUpdate();
  }

  /** Reads the closest `lang` and applies it; also if it is the same, if the messages have changed. */
  updateLanguage(haveChanged = false): void {
    const language = canonicalLanguage(nearestLanguage(this.#host)) ?? DEFAULT_LANGUAGE;
    if (language === this.#requestedLanguage && !haveChanged) return;
    this.#requestedLanguage = language;
    // Requests can use the new language while its messages are loading.
    this.language = language;
    const messages = isFrench(language) ? this.#french : cachedMessages<S>(language);
    if (messages && !overridesLoad) this.#setMessages(language, messages);
    else this.pending = this.#loadMessages(language);
    this.#host.requestUpdate();
  }

  async #loadMessages(language: string): Promise<void> {
    try {
      await overridesLoad;
      const messages = isFrench(language) ? this.#french : await loadMessages<S>(language);
      if (language === this.#requestedLanguage) this.#setMessages(language, messages);
    } catch {
      if (language === this.#requestedLanguage) this.#setMessages(DEFAULT_LANGUAGE, this.#french);
    }
  }

  #setMessages(language: string, messages: Messages<S>): void {
    this.language = language;
    this.messages = overrides?.overrideMessages(messages, language) ?? messages;
    this.isReady = true;
    this.pending = undefined;
    this.#host.requestUpdate();
  }

  /** Returns a text of a record, with its language if it differs from the current one. */
  text(text: Text | undefined, ownLang?: string): LocalizedText {
    return pickText(text, this.language, ownLang);
  }

  /** Returns a place name in all its languages, the current one first. */
  placeName = (names: Text | undefined): string => placeNames(names, this.language);

  /** Colon with the spacing of the language. */
  get colon(): string {
    return this.language.startsWith('fr') ? '\u00a0: ' : ': ';
  }

  number = (value: number): string => format.formatNumber(this.language, value);
  list = (items: readonly string[]): string => format.formatList(this.language, items);
  languageName = (other: string): string => format.formatLanguage(this.language, other);
  country = (code: string): string => format.formatCountry(this.language, code);

  /** Formats a date of any precision. Invalid dates are returned unchanged. */
  date(text: string): string {
    const date = parseDate(text);
    if (!date) return text;
    return format
      .dateFormatter(this.language, displayPrecision(date))
      .format(dayToDate(date.first));
  }

  /** Formats an instant as a date in the browser's time zone. */
  localDate(date: Date): string {
    return format
      .dateFormatter(this.language, 'day')
      .format(new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())));
  }
}

/** Returns the precision used for formatting, which excludes the time. */
export const displayPrecision = ({precision}: PartialDate): 'year' | 'month' | 'day' =>
  precision === 'time' ? 'day' : precision;
