import type {LitElement, ReactiveController} from 'lit';
import {SchemaError} from '../data/client/errors.js';
import {checkDocument, type ItemsDocument, ItemsSource} from '../data/sources/document/document.js';
import type {WarningHandler} from '../data/sources/shared/warning-log.js';

/** Name of the data block in messages. */
const NAME = '<script type="application/json">';

/** Selector of the data block. */
export const DATA_BLOCK = ':scope>script[type="application/json"]:not([data-spass-messages])';

/** Observes the `<script type="application/json">` child in which a page writes the records of a widget. */
export class InlineDataController implements ReactiveController {
  /** Text of the first such child; undefined without one. */
  text: string | undefined;
  readonly #host: LitElement;
  readonly #observer = new MutationObserver(() => this.#update());

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, {childList: true, subtree: true, characterData: true});
    this.#update();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /**
   * Opens the records: a list, as in `items`, or a portal document with collections. Undefined without a data block.
   *
   * @throws {SchemaError} if the text is neither of them.
   */
  open(
    toDocument: (items: readonly unknown[]) => ItemsDocument,
    warn: WarningHandler,
  ): ItemsSource | undefined {
    if (this.text === undefined) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(this.text);
    } catch (error) {
      throw new SchemaError(NAME, String(error));
    }
    return new ItemsSource(
      Array.isArray(value) ? toDocument(value) : checkDocument(value, NAME),
      warn,
    );
  }

  #update(): void {
    const block = this.#host.querySelector(DATA_BLOCK);
    const text = block?.textContent;
    if (text === this.text) return;
    this.text = text;
    this.#host.requestUpdate();
  }
}
