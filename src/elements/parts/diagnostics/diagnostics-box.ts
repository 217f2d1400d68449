import {css, html, LitElement, nothing, render, type TemplateResult} from 'lit';
import {LocalizeController} from '../../../controllers/localize-controller.js';
import {diagnostics} from '../../../i18n/fr/on-demand.js';
import {PRESET_NAMES} from '../../../model/geo/map-values.js';
import {FACETS} from '../../../model/query.js';
import {adoptStyles} from '../../../styles/adopt-styles.js';
import {type CheckedConverter, converterOf, optionsOf} from '../../base/attribute-converters.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {warnAboutUnknownParts} from '../shown-parts.js';

const styles = css`
  .diagnostics {
    margin-block-end: 1em;
    padding: 0.75em 1em;
    border: 2px dashed currentcolor;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  .diagnostics p,
  .diagnostics ul {
    margin: 0;
  }
`;

/** Returns the attribute that a message names first, if it is one of an element. */
function attributeOf(message: string, element: LitElement): string | undefined {
  const [, name = ''] = /^([\w-]+)(?:=|:)/.exec(message) ?? [];
  const {observedAttributes} = element.constructor as typeof LitElement;
  return observedAttributes.includes(name) ? name : undefined;
}

/** Maximum length of an unknown word in a message; a longer one is cut. */
const MAX_WORD_LENGTH = 40;

const NUMBERS = [...Array(1000).keys(), 50_000].map(String);
/** Words of attributes that take several, or other values too, and an example of each form that is no word. */
const WORDS = [
  ...FACETS,
  ...['date', 'dialog', 'inline', 'none'],
  ...PRESET_NAMES,
  ...['#7b3294', '50.41,3.49', '24em'],
];
const DATES = ['2016', '2016-10', '2016-10-01'];

/** Returns the accepted values of a converter, if they are known: a list, the range of a number, or dates. */
function acceptedValues({values, accepts}: Partial<CheckedConverter<unknown>>): string {
  if (values) return values.filter(Boolean).join(', ');
  if (!accepts || accepts('?')) return '';
  if (DATES.every(date => accepts(date))) return DATES.join(', ');
  const words = WORDS.filter(word => accepts(word));
  if (words.length > 0) return words.join(', ');
  const numbers = NUMBERS.filter(number => accepts(number));
  return numbers.length > 0 ? `${numbers[0]}–${numbers.at(-1)}` : '';
}

/** Matches the attribute and the value in a warning about an invalid value. */
const matchInvalidValue = (message: string): RegExpExecArray | null =>
  /^([\w-]+)="(.*?)" is invalid/s.exec(message);

/** Returns true if the attribute may hold the default only because its property is reflected. */
function isReflectedDefault(name: string, element: LitElement): boolean {
  const options = optionsOf(element, name);
  const standard = converterOf(options).fromAttribute?.(null);
  return Boolean(options?.reflect) && element.getAttribute(name) === standard;
}

/** Returns true unless a warning is about an attribute that has been corrected since. */
function isCurrent(message: string, element: LitElement): boolean {
  const valueOf = (name: string): string => element.getAttribute(name) ?? '';
  const [, unknown] = /^unknown attribute ([\w-]+)$/.exec(message) ?? [];
  if (unknown !== undefined) return element.hasAttribute(unknown);
  const [, list, word] = /^([\w-]+): there is no "(.*?)", but /s.exec(message) ?? [];
  if (list !== undefined)
    return valueOf(list)
      .split(/[\s,]+/)
      .some(one => one.slice(0, MAX_WORD_LENGTH) === word);
  const [, name, value = ''] = matchInvalidValue(message) ?? [];
  return name === undefined || valueOf(name).startsWith(value) || isReflectedDefault(name, element);
}

/** Box of the warnings of an element, at the start of its shadow tree. */
class DiagnosticsBox {
  readonly #element: LitElement;
  readonly #messages: Set<string>;
  readonly #i18n: LocalizeController<'diagnostics'>;
  readonly #box = document.createElement('div');

  constructor(element: LitElement, messages: Set<string>) {
    this.#element = element;
    this.#messages = messages;
    adoptStyles(element, styles);
    this.#i18n = new LocalizeController(element, {diagnostics});
    // Rendered again after each update, which may have removed the box or corrected an attribute.
    const observer = new MutationObserver(() => this.update());
    element.addController({
      hostConnected: () =>
        observer.observe(document, {attributeFilter: ['diagnostics'], subtree: true}),
      hostDisconnected: () => observer.disconnect(),
      hostUpdated: () => this.update(),
    });
    const corrections = new MutationObserver(records => this.#handleCorrections(records));
    // The first update reflects defaults: not a correction.
    void element.updateComplete.then(() => corrections.observe(element, {attributes: true}));
    this.update();
  }

  /** Removes the warnings about values that the page has replaced. */
  #handleCorrections(records: readonly MutationRecord[]): void {
    for (const message of this.#messages) {
      const [, name, value = ''] = matchInvalidValue(message) ?? [];
      const isChanged = records.some(({attributeName}) => attributeName === name);
      if (isChanged && !this.#element.getAttribute(name ?? '')?.startsWith(value))
        this.#messages.delete(message);
    }
    this.update();
  }

  update(): void {
    const isShown = this.#element.closest('[diagnostics]') !== null && this.#current.length > 0;
    if (!isShown) this.#box.remove();
    else if (!this.#box.isConnected) this.#element.shadowRoot?.prepend(this.#box);
    render(isShown ? this.#render() : nothing, this.#box);
  }

  /** Warnings, without those about attributes that have been corrected since. */
  get #current(): readonly string[] {
    return [...this.#messages].filter(message => isCurrent(message, this.#element));
  }

  #render(): TemplateResult {
    const {messages, language} = this.#i18n;
    return html`<div class="diagnostics" part="diagnostics" role="note" lang=${language}>
      <p><strong>${messages.diagnosticsTitle}</strong></p>
      <ul>
        ${this.#current.map(message => {
          const name = attributeOf(message, this.#element);
          const values = name && acceptedValues(converterOf(optionsOf(this.#element, name)));
          return html`<li>
            <span lang="en">&lt;${this.#element.localName}&gt;: ${message}</span>
            ${values ? messages.acceptedValues(name, values) : nothing}
          </li>`;
        })}
      </ul>
    </div>`;
  }
}

const boxes = new WeakMap<Element, DiagnosticsBox>();

const checkedParts = new WeakMap<Element, string>();

/** Warns about the unknown words of `hide`, once for each value: not every view reads it. */
function checkParts(element: Element): void {
  const {hide, warn} = element as Partial<Pick<WidgetHost, 'hide' | 'warn'>>;
  if (hide === undefined || !warn || checkedParts.get(element) === hide) return;
  checkedParts.set(element, hide);
  warnAboutUnknownParts({hide, warn});
}

/** Applies `diagnostics`: shows the warnings of an element and of those inside it in boxes, as long as the attribute is there. */
export function apply(element: Element, messagesOf: WeakMap<Element, Set<string>>): void {
  for (const one of [element, ...element.querySelectorAll('*')]) {
    checkParts(one);
    const messages = messagesOf.get(one);
    if (messages) showBox(one, messages);
  }
}

function showBox(element: Element, messages: Set<string>): void {
  const box = boxes.get(element);
  if (box) box.update();
  // An element outside the document has no shadow tree yet, and asks again when it is connected.
  else if (element instanceof LitElement && element.shadowRoot)
    boxes.set(element, new DiagnosticsBox(element, messages));
}
