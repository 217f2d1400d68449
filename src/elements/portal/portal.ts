import {ContextProvider} from '@lit/context';
import {css, html, LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {SelectionController, selectionContext} from '../../controllers/selection-controller.js';
import {sourceContext} from '../../controllers/source-controller.js';
import {syncFilterWithUrl} from '../../controllers/url-state-controller.js';
import type {LoadError} from '../../data/client/errors.js';
import {decorateSource, openSource} from '../../data/open-source.js';
import type {PortalSource} from '../../data/source.js';
import type {SourceName} from '../../data/sources/registry.js';
import {SKINS, tokenStyles} from '../../styles/tokens.styles.js';
import {acceptTexts, anyText, oneOf, type OpenList} from '../base/attribute-converters.js';
import {renderRootFor} from '../base/prerendered-content.js';
import {warnAboutUnknownAttributes, warnIfInvalid, warnOnce} from '../base/warn.js';
import type {Credits} from '../parts/footer.js';
import type {LanguageSwitch} from '../parts/language-switch.js';

// Types the events of the widgets inside it.
export type {WidgetEventMap} from '../../events/events.js';

/**
 * Provides data, language and one shared selection to the widgets inside it.
 *
 * The content is shown as it is, with or without the library.
 *
 * @customElement spass-portal
 * @csspart languages - Language switch.
 * @csspart language - Button of a language.
 * @csspart foot - Footer with source, licence and date of the widgets that use its data.
 * @slot - Widgets, and any other content of the page.
 */
export class SpassPortal extends LitElement {
  static override styles = [
    tokenStyles,
    css`
      :host {
        display: block;
        /* The portal renders the footer of its widgets. */
        --_no-foot: 0px;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** Base URL of a portal API, or URL of one JSON document that contains all collections. */
  @property({converter: anyText}) api = '';
  /** Kind of source that `api` names, for example `portal` or `document`. */
  @property({converter: anyText}) source: OpenList<SourceName> = '';
  /** Field mapping of a foreign source: `title: nom | name; geo: position`. */
  @property({converter: anyText}) fields = '';
  /** Allowed origins of links in the data, separated by spaces. Other links are shown as text. */
  @property({attribute: 'link-origin', converter: anyText}) linkOrigin = '';
  /**
   * Keeps the data in the browser for at most 7 days: they are shown, with their date, if the server cannot be reached
   * the next time.
   */
  @property({type: Boolean}) keep = false;
  /** Shows configuration errors of the portal and of the widgets inside in place, while a page is being built. */
  @property({type: Boolean, reflect: true}) diagnostics = false;
  /** Name of a group of widgets elsewhere on the page that share the selection. */
  @property({converter: anyText}) group = '';
  /** Visual style of the widgets inside: `plain` takes the font and the colours of the page. */
  @property({reflect: true, converter: oneOf(...SKINS)}) skin: string = 'plain';
  /** Languages that readers can choose, separated by spaces: `fr nl`. Default: none, the language of the page. */
  @property({converter: anyText}) languages = '';
  /** Keeps the selection in the URL of the page. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;

  /**
   * Language that a reader has chosen for the widgets inside.
   *
   * @internal
   */
  readerLanguage: string | undefined;
  #languageSwitch: LanguageSwitch | undefined;
  readonly #warn = (message: string): void => warnOnce(this, message);
  readonly #sourceProvider = new ContextProvider(this, {context: sourceContext});
  readonly #selectionController = new SelectionController(this, () => {}, true);
  readonly #selectionProvider = new ContextProvider(this, {
    context: selectionContext,
    initialValue: this.#selectionController.selection,
  });

  constructor() {
    super();
    acceptTexts(this);
    syncFilterWithUrl(this, {
      name: () => (this.syncUrl ? this.group || 'portal' : undefined),
      selection: () => this.#selectionController.selection,
      warn: this.#warn,
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return renderRootFor(this, super.createRenderRoot());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    warnAboutUnknownAttributes(this);
    this.#provideSelection();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value !== old) warnIfInvalid(this, name, value);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('languages') && this.languages && !this.#languageSwitch)
      void import('./portal-foot.js').then(({createLanguageSwitch}) => {
        this.#languageSwitch ??= createLanguageSwitch(this);
        this.requestUpdate();
      }, String);
    if (changed.has('languages')) this.#languageSwitch?.update();
    const sourceProperties = ['api', 'source', 'fields', 'linkOrigin', 'keep'] as const;
    if (sourceProperties.some(name => changed.has(name)))
      this.#sourceProvider.setValue(this.#openSource());
  }

  protected override updated(): void {
    this.#provideSelection();
  }

  /** Provides the current selection, which depends on the group. */
  #provideSelection(): void {
    this.#selectionProvider.setValue(this.#selectionController.selection);
  }

  /**
   * Shows the credits of a widget inside, once it has rendered data of the portal.
   *
   * @internal
   */
  async addCredits(widget: Node, credits: Credits): Promise<void> {
    const {addCredits} = await import('./portal-foot.js');
    addCredits(this, widget, credits);
  }

  #openSource(): PortalSource | null {
    try {
      const source = openSource(this);
      if (source) return decorateSource(source, {linkOrigin: this.linkOrigin, warn: this.#warn});
    } catch (error) {
      this.#warn((error as LoadError).message);
    }
    return null;
  }

  protected override render() {
    return html`${this.#languageSwitch?.render()}<slot></slot>`;
  }
}
