import {ContextProvider} from '@lit/context';
import {css, html, LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {selectionContext} from '../../contexts/selection-context.js';
import {sourceContext} from '../../contexts/source-context.js';
import {SelectionController} from '../../controllers/selection-controller.js';
import {UrlController} from '../../controllers/url-controller.js';
import {openSource} from '../../data/open-source.js';
import {tokens} from '../../styles/tokens.styles.js';
import {oneOf, words} from '../attributes.js';
import {warnOnce} from '../widget.js';

/**
 * Nothing itself: the widgets inside it share its data, its language and one selection.
 *
 * Its content is shown as it stands, before the library is there and without it.
 *
 * @customElement spass-portal
 * @slot - The widgets, and anything else of the page.
 */
export class SpassPortal extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** Base address of a portal API, or address of one JSON document that holds everything. */
  @property({converter: words}) api = '';
  /** The kind of thing that `api` names: `portal`, `document`. */
  @property({converter: words}) source = '';
  /** Shares the selection with widgets of this group elsewhere on the page. */
  @property({converter: words}) group = '';
  /** `plain`, `dsfr` or `caue`, for all the widgets inside. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Keeps the selection in the page's address. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;

  readonly #source = new ContextProvider(this, {context: sourceContext});
  readonly #selected = new SelectionController(this, () => {}, true);
  readonly #selection = new ContextProvider(this, {
    context: selectionContext,
    initialValue: this.#selected.selection,
  });

  constructor() {
    super();
    new UrlController(this, {
      name: () => (this.syncUrl ? this.group || 'portal' : undefined),
      owner: () => this.#selected.selection,
      selection: () => this.#selected.selection,
      warn: message => this.#warn(message),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('api') || changed.has('source')) this.#open();
    this.#selection.setValue(this.#selected.selection);
  }

  #open(): void {
    const [address] = this.api.split(/\s+/).filter(Boolean);
    if (address === undefined) {
      this.#source.setValue(undefined);
      return;
    }
    try {
      this.#source.setValue(openSource(address, this.source || 'portal', line => this.#warn(line)));
    } catch (error) {
      this.#source.setValue(undefined);
      this.#warn(error instanceof Error ? error.message : String(error));
    }
  }

  #warn(line: string): void {
    warnOnce(`<spass-portal>: ${line}`);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
