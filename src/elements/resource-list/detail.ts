import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import {LoadController} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {PortalSource} from '../../data/source.js';
import {detail} from '../../i18n/fr/detail.js';
import type {Portal, Resource} from '../../model/records.js';
import {heading} from '../heading.js';
import {DetailDialog} from './detail-dialog.js';
import {detailStyles} from './detail.styles.js';
import type {DetailOptions} from './opener.js';
import {renderSheet} from './sheet.js';

/** Shows all details of a resource in place: in a dialog, or in its row. */
export class DetailView implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: DetailOptions;
  readonly #words: LocalizeController<'detail'>;
  readonly #dialog: DetailDialog;
  readonly #search: LoadController<[PortalSource, string], Resource | undefined>;
  readonly #portals: LoadController<[PortalSource, string, string], readonly Portal[]>;
  #open: Resource | undefined;
  /** Id in the URL whose resource is not loaded yet. */
  #named: string | undefined;
  /** True if the resource was opened by the URL: it may not be in a visible row. */
  #isNamed = false;
  /** Index of the opened row among those of the same resource, which may be in several chapters. */
  #nth = 0;
  /** Number of rows of the open resource rendered in this update. */
  #rows = 0;
  #isInRow = true;

  /**
   * @param idInUrl Id of the resource that the URL opens.
   */
  constructor(host: ReactiveElement, options: DetailOptions, named: string | undefined) {
    this.#host = host;
    this.#options = options;
    this.#words = new LocalizeController<'detail'>(host, {detail});
    this.follow(named);
    const {styleSheet} = detailStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    host.addController(this);
    this.#dialog = new DetailDialog(host, () => this.#closed());
    this.#search = new LoadController<[PortalSource, string], Resource | undefined>(host, {
      args: () => {
        const source = options.source();
        if (this.#named === undefined || !source || !options.isSettled()) return undefined;
        return [source, this.#named];
      },
      load: ([source, id], signal) => find(source, id, signal),
      done: () => {
        if (this.#isMissing) options.announce(this.#words.messages.notFound(this.#named ?? ''));
      },
    });
    this.#portals = new LoadController<[PortalSource, string, string], readonly Portal[]>(host, {
      args: () => {
        const source = options.source();
        const ids = this.#shown?.portals;
        // Foreign sources have no portals.
        if (!ids?.length || !source || source.isForeign) return undefined;
        return [source, JSON.stringify(ids.map(String)), options.i18n.language];
      },
      load: async ([source, ids, lang], signal) => {
        const portal = JSON.parse(ids) as string[];
        const limit = Math.min(portal.length, 500);
        return [...(await source.find('portals', {portal, limit, lang}, {signal})).items];
      },
    });
  }

  get pending(): Promise<unknown>[] {
    return [this.#search, this.#portals]
      .filter(load => load.isPending)
      .map(({settled}) => settled)
      .concat(this.#words.pending ?? []);
  }

  hostUpdate(): void {
    const {isSettled, rows} = this.#options;
    if (this.#named !== undefined && isSettled()) {
      const row = rows().find(({id}) => String(id) === this.#named);
      if (row) [this.#open, this.#named] = [row, undefined];
    }
    this.#rows = 0;
  }

  hostUpdated(): void {
    const isInRow = this.#rows > 0 || !this.#shown || this.#options.way() !== 'inline';
    if (isInRow === this.#isInRow) return;
    this.#isInRow = isInRow;
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  get #shown(): Resource | undefined {
    const {state} = this.#search;
    if (this.#named === undefined) return this.#open;
    return state.status === 'ready' ? state.value : undefined;
  }

  get #isMissing(): boolean {
    const {status} = this.#search.state;
    return this.#named !== undefined && status === 'ready' && !this.#shown;
  }

  /** Id of the resource that is open or being loaded. */
  get id(): string | undefined {
    return this.#open ? String(this.#open.id) : this.#named;
  }

  isOpen({id}: Resource): boolean {
    return String(id) === String(this.#shown?.id);
  }

  /** Opens a resource from one of its rows, or closes it. */
  toggle(resource: Resource, button: HTMLElement): void {
    const nth = this.#openersOf(String(resource.id)).indexOf(button);
    if (this.isOpen(resource) && nth === this.#nth) {
      this.#close();
      return;
    }
    this.#nth = nth;
    this.#dialog.change();
    [this.#open, this.#named, this.#isNamed] = [resource, undefined, false];
    this.#host.requestUpdate();
  }

  readonly #close = (): void => {
    this.#open = this.#named = undefined;
    this.#dialog.change();
    this.#host.requestUpdate();
  };

  /** Opens the resource in the URL, or closes the current one. */
  follow(id: string | undefined): void {
    if (id !== this.id)
      [this.#open, this.#named, this.#isNamed, this.#nth] = [undefined, id, true, 0];
  }

  #openersOf(id: string): HTMLElement[] {
    const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>('.opener');
    return [...buttons].filter(({dataset}) => dataset['id'] === id);
  }

  /** Called when the dialog was closed. Returns the focus to the button of the row, if there is one. */
  #closed(): void {
    if (!this.id) return;
    const openers = this.#openersOf(this.id);
    this.#close();
    const opener = openers[this.#nth] ?? openers[0];
    opener?.focus();
    // Browsers that restore the focus themselves do not scroll to it.
    opener?.scrollIntoView({block: 'nearest'});
    if (!opener) this.#options.keepFocus();
  }

  /** Renders the content before the list. */
  render(): unknown {
    const {way} = this.#options;
    const {state} = this.#search;
    const {messages} = this.#words;
    if (!way()) return nothing;
    const {status} = state;
    if (this.#isMissing) return this.#renderNotice(messages.notFound(this.#named ?? ''));
    if (this.#named !== undefined && status === 'failed')
      return this.#renderNotice(
        `${messages.notLoaded} ${this.#options.failure(state.error)}`,
        () => void this.#search.reload(),
      );
    const shown = this.#shown;
    if (way() === 'inline')
      return shown && this.#isNamed && !this.#isInRow ? this.#renderApart(shown) : nothing;
    const content = shown ? this.#renderWhole(shown, this.#dialog.close) : nothing;
    return this.#dialog.render(content, 'detail-title');
  }

  /** Renders the details in the row of the open resource. */
  renderIn(resource: Resource): TemplateResult | undefined {
    if (this.#options.way() !== 'inline' || !this.isOpen(resource)) return undefined;
    if (this.#rows++ !== this.#nth) return undefined;
    return html`<div class="detail" part="detail" id="detail">${this.#renderSheet(resource)}</div>`;
  }

  #renderApart(resource: Resource): TemplateResult {
    const close = (): void => {
      this.#options.keepFocus();
      this.#close();
    };
    return html`<section class="detail apart" part="detail" aria-labelledby="detail-title">
      ${this.#renderWhole(resource, close)}
    </section>`;
  }

  #renderWhole(resource: Resource, close: () => void): TemplateResult {
    const {title, level, link} = this.#options;
    return html`${this.#renderClose(close)}
    ${heading(level(), html`<span id="detail-title">${title(resource)}</span>`)}
    ${this.#renderSheet(resource)}
    ${
      resource.url
        ? html`<p class="origin-link">
            ${link(resource, this.#words.messages.origin(siteOf(resource.url)))}
          </p>`
        : nothing
    }`;
  }

  #renderSheet(resource: Resource): TemplateResult {
    const {i18n, showsPublisher} = this.#options;
    const {state} = this.#portals;
    return renderSheet(resource, {
      i18n,
      words: this.#words,
      showsPublisher: showsPublisher(),
      portals: state.status === 'ready' ? state.value : [],
    });
  }

  #renderNotice(sentence: string, retry?: () => void): TemplateResult {
    const {messages} = this.#words;
    const {keepFocus} = this.#options;
    const act = (does: () => void) => (): void => {
      keepFocus();
      does();
    };
    return html`<div class="notice apart">
      <p>${sentence}</p>
      ${
        retry
          ? html`<button class="button" type="button" @click=${act(retry)}>
              ${messages.tryAgain}
            </button>`
          : nothing
      }
      ${this.#renderClose(act(this.#close))}
    </div>`;
  }

  #renderClose(close: () => void): TemplateResult {
    return html`<button class="button close" type="button" @click=${close}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13"></path></svg
      >${this.#words.messages.closeDetail}
    </button>`;
  }
}

/** Finds a resource by id, in memory if the source is complete, otherwise with a request. */
async function find(
  source: PortalSource,
  id: string,
  signal: AbortSignal,
): Promise<Resource | undefined> {
  if (!source.isComplete('resources')) return source.one?.('resources', id, {signal});
  const {items} = await source.all('resources', {}, {signal});
  for (let index = 0; index < items.length; index++)
    if (String(items.idAt(index)) === id) return items.at(index);
  return undefined;
}

const siteOf = (url: string): string => {
  const {host, protocol} = new URL(url, document.baseURI);
  return host || protocol.slice(0, -1);
};
