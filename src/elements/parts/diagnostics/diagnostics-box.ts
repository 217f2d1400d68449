import {css, html, LitElement, nothing, render, type TemplateResult} from 'lit';
import {LocalizeController} from '../../../controllers/localize-controller.js';
import {diagnostics} from '../../../i18n/fr/diagnostics.js';
import {adoptStyles} from '../../../styles/adopt-styles.js';
import {type CheckedConverter, converterOf, optionsOf} from '../../base/checked-converter.js';

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

const NUMBERS = [...Array(1000).keys()].map(String);
const DATES = ['2016', '2016-10', '2016-10-01'];

/** Returns the accepted values of a converter, if they are known: a list, the range of an integer, or dates. */
function acceptedValues({values, accepts}: Partial<CheckedConverter<unknown>>): string {
  if (values) return values.filter(Boolean).join(', ');
  if (!accepts || accepts('?')) return '';
  if (DATES.every(date => accepts(date))) return DATES.join(', ');
  const numbers = NUMBERS.filter(number => accepts(number));
  return numbers.length > 0 ? `${numbers[0]}–${numbers.at(-1)}` : '';
}

/** Returns true if an attribute still has a value that a warning begins with. */
function isStillWrong(name: string, value: string, element: LitElement): boolean {
  const current = element.getAttribute(name);
  if (current?.startsWith(value)) return true;
  // A reflected property has replaced the wrong value in the attribute by the default.
  const options = optionsOf(element, name);
  return Boolean(options?.reflect) && current === converterOf(options).fromAttribute?.(null);
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
    return [...this.#messages].filter(message => {
      const [, name, value = ''] = /^([\w-]+)="(.*?)" makes no sense/s.exec(message) ?? [];
      const [, unknown] = /^([\w-]+) is none of its attributes$/.exec(message) ?? [];
      if (unknown !== undefined) return this.#element.hasAttribute(unknown);
      return name === undefined || isStillWrong(name, value, this.#element);
    });
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

/** Applies `diagnostics`: shows the warnings of an element and of those inside it in boxes, as long as the attribute is there. */
export function apply(element: Element, messagesOf: WeakMap<Element, Set<string>>): void {
  for (const one of [element, ...element.querySelectorAll('*')]) {
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
