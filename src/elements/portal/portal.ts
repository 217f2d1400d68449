import {ContextProvider} from '@lit/context';
import {css, html, LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {selectionContext} from '../../contexts/selection-context.js';
import {sourceContext} from '../../contexts/source-context.js';
import {SelectionController} from '../../controllers/selection-controller.js';
import {UrlController} from '../../controllers/url-controller.js';
import {openSource, withOwnLinks} from '../../data/open-source.js';
import type {PortalSource} from '../../data/source.js';
import {tokens} from '../../styles/tokens.styles.js';
import {checkAttribute, oneOf, words} from '../attributes.js';
import {warnOnce} from '../warn.js';

/**
 * Provides data, language and one shared selection to the widgets inside it.
 *
 * Shows its own content unchanged, also before the library is loaded and without it.
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

  /** Base URL of a portal API, or URL of one JSON document that contains all collections. */
  @property({converter: words}) api = '';
  /** Kind of source that `api` names, for example `portal` or `document`. */
  @property({converter: words}) source = '';
  /** Field mapping of a foreign source: `title: nom | name; geo: position`. */
  @property({converter: words}) fields = '';
  /** Allowed origins of links in the data, separated by spaces. Other links are shown as text. */
  @property({attribute: 'link-origin', converter: words}) linkOrigin = '';
  /** Name of a group of widgets elsewhere on the page that share the selection. */
  @property({converter: words}) group = '';
  /** Visual style of the widgets inside: `plain`, `dsfr` or `caue`. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Keeps the selection in the URL of the page. */
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#share();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value !== old) checkAttribute(this, name, value);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const named = ['api', 'source', 'fields', 'linkOrigin'] as const;
    if (named.some(name => changed.has(name))) this.#source.setValue(this.#open());
  }

  protected override updated(): void {
    this.#share();
  }

  /** Provides the current selection, which depends on the group. */
  #share(): void {
    this.#selection.setValue(this.#selected.selection);
  }

  #open(): PortalSource | null {
    try {
      const tell = (line: string): void => this.#warn(line);
      const source = openSource(this, tell);
      return source ? withOwnLinks(source, this.linkOrigin, tell) : null;
    } catch (error) {
      this.#warn(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  #warn(line: string): void {
    warnOnce(this, line);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
