import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {LoadController, type LoadState} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryOptions, PortalSource} from '../../data/source.js';
import {contact} from '../../i18n/fr/projects.js';
import {detail} from '../../i18n/fr/on-demand.js';
import {records} from '../../i18n/fr/widgets.js';
import {ALL_RECORDS} from '../../model/query.js';
import type {Portal, Resource} from '../../model/records.js';
import type {DetailMode} from '../base/shared-attributes.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderButton, renderHeading} from '../parts/elements.js';
import {ModalDialog, modalDialogStyles} from '../parts/modal-dialog.js';
import {renderRecordLink, renderRecordTitle} from '../parts/records/record-link.js';
import {errorMessage} from '../parts/states.js';
import {renderSheet, sheetStyles} from './sheet.js';

export interface DetailHost extends WidgetHost {
  /** Place where details open; undefined if they do not. */
  readonly detail: DetailMode | undefined;
  readonly showPublisher: boolean;
}

/** Members of the list that the details of its resources use. */
export interface DetailList {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly source: PortalSource | undefined;
  /** State of the list: if it is not loading, a resource that it contains needs no request. */
  readonly state: LoadState<unknown>;
  /** Resources of the visible pages. */
  readonly rows: readonly Resource[];
}

/** Shows all details of a resource in place: in a dialog, or in its row. */
export class DetailView implements ReactiveController {
  readonly #host: DetailHost;
  readonly #list: DetailList;
  readonly #i18n: LocalizeController<'contact' | 'detail' | 'resourceList'>;
  readonly #dialog: ModalDialog;
  readonly #resourceLoad: LoadController<[PortalSource, string], Resource | undefined>;
  readonly #portalsLoad: LoadController<[PortalSource, string, string], readonly Portal[]>;
  #openResource: Resource | undefined;
  /** Id in the URL whose resource is not loaded yet. */
  #idInUrl: string | undefined;
  /** True if the resource was opened by the URL: it may not be in a visible row. */
  #isOpenedByUrl = false;
  /** Index of the opened row among the rows of the same resource, which may be in several chapters. */
  #rowIndex = 0;
  /** Number of rows of the open resource rendered in this update. */
  #rowCount = 0;
  #isRenderedInRow = true;

  /** @param idInUrl Id of the resource that the URL opens. */
  constructor(host: DetailHost, list: DetailList, idInUrl: string | undefined) {
    this.#host = host;
    this.#list = list;
    this.#i18n = list.i18n.withSections({contact, detail, records});
    this.setIdInUrl(idInUrl);
    adoptStyles(host, modalDialogStyles, sheetStyles);
    host.addController(this);
    this.#dialog = new ModalDialog(host, () => this.#handleDialogClose());
    this.#resourceLoad = new LoadController<[PortalSource, string], Resource | undefined>(host, {
      args: () => {
        const {source} = list;
        if (this.#idInUrl === undefined || !source || !this.#isListSettled) return undefined;
        return [source, this.#idInUrl];
      },
      load: ([source, id], signal) => findResource(source, id, {signal, warn: host.warn}),
      onLoadEnd: () => {
        if (this.#isNotFound)
          host.status.announce(this.#i18n.messages.notFound(this.#idInUrl ?? ''));
      },
    });
    this.#portalsLoad = new LoadController<[PortalSource, string, string], readonly Portal[]>(
      host,
      {
        args: () => {
          const {source} = list;
          const ids = this.#visibleResource?.portals;
          // Foreign sources have no portals.
          if (!ids?.length || !source || source.isForeign) return undefined;
          return [source, JSON.stringify(ids.map(String)), host.i18n.language];
        },
        load: async ([source, ids, lang], signal) => {
          const portal = JSON.parse(ids) as string[];
          const limit = Math.min(portal.length, 500);
          const queryOptions = {signal, warn: host.warn};
          return [...(await source.find('portals', {portal, limit, lang}, queryOptions)).items];
        },
      },
    );
  }

  get pending(): Promise<unknown>[] {
    return [...this.#resourceLoad.pending, ...this.#portalsLoad.pending];
  }

  get #isListSettled(): boolean {
    return this.#list.state.status !== 'loading';
  }

  hostUpdate(): void {
    if (this.#idInUrl !== undefined && this.#isListSettled) {
      const row = this.#list.rows.find(({id}) => String(id) === this.#idInUrl);
      if (row) [this.#openResource, this.#idInUrl] = [row, undefined];
    }
    this.#rowCount = 0;
  }

  hostUpdated(): void {
    const isRenderedInRow =
      this.#rowCount > 0 || !this.#visibleResource || this.#host.detail !== 'inline';
    if (isRenderedInRow === this.#isRenderedInRow) return;
    this.#isRenderedInRow = isRenderedInRow;
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  get #visibleResource(): Resource | undefined {
    const {state} = this.#resourceLoad;
    if (this.#idInUrl === undefined) return this.#openResource;
    return state.status === 'ready' ? state.value : undefined;
  }

  get #isNotFound(): boolean {
    const {status} = this.#resourceLoad.state;
    return this.#idInUrl !== undefined && status === 'ready' && !this.#visibleResource;
  }

  /** Id of the resource that is open or being loaded. */
  get id(): string | undefined {
    return this.#openResource ? String(this.#openResource.id) : this.#idInUrl;
  }

  isOpen({id}: Resource): boolean {
    return String(id) === String(this.#visibleResource?.id);
  }

  /** Opens a resource from one of its rows, or closes it. */
  toggle(resource: Resource, button: HTMLElement): void {
    const rowIndex = this.#buttonsOf(String(resource.id)).indexOf(button);
    if (this.isOpen(resource) && rowIndex === this.#rowIndex) {
      this.#close();
      return;
    }
    this.#rowIndex = rowIndex;
    this.#dialog.reset();
    [this.#openResource, this.#idInUrl, this.#isOpenedByUrl] = [resource, undefined, false];
    this.#host.requestUpdate();
  }

  readonly #close = (): void => {
    this.#openResource = this.#idInUrl = undefined;
    this.#dialog.reset();
    this.#host.requestUpdate();
  };

  /** Opens the resource in the URL, or closes the current one. */
  setIdInUrl(id: string | undefined): void {
    if (id !== this.id)
      [this.#openResource, this.#idInUrl, this.#isOpenedByUrl, this.#rowIndex] = [
        undefined,
        id,
        true,
        0,
      ];
  }

  #buttonsOf(id: string): HTMLElement[] {
    const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>('.opener');
    return [...buttons].filter(({dataset}) => dataset['id'] === id);
  }

  /** Called when the dialog was closed. Returns the focus to the button of the row, if there is one. */
  #handleDialogClose(): void {
    if (!this.id) return;
    const buttons = this.#buttonsOf(this.id);
    this.#close();
    const button = buttons[this.#rowIndex] ?? buttons[0];
    button?.focus();
    // Browsers that restore the focus themselves do not scroll to it.
    button?.scrollIntoView({block: 'nearest'});
    if (!button) this.#host.status.keepFocus();
  }

  /** Renders the content before the list. */
  render(): unknown {
    const {detail: mode} = this.#host;
    const {state} = this.#resourceLoad;
    const {messages} = this.#i18n;
    if (!mode) return nothing;
    const {status} = state;
    if (this.#isNotFound) return this.#renderNotice(messages.notFound(this.#idInUrl ?? ''));
    if (this.#idInUrl !== undefined && status === 'failed')
      return this.#renderNotice(
        `${messages.notLoaded} ${errorMessage(state.error, this.#i18n)}`,
        () => void this.#resourceLoad.reload(),
      );
    const resource = this.#visibleResource;
    if (mode === 'inline')
      return resource && this.#isOpenedByUrl && !this.#isRenderedInRow
        ? this.#renderOutsideRow(resource)
        : nothing;
    const content = resource ? this.#renderDetail(resource, this.#dialog.close) : nothing;
    return this.#dialog.render(content);
  }

  /** Renders the details in the row of the open resource. */
  renderInRow(resource: Resource): TemplateResult | undefined {
    if (this.#host.detail !== 'inline' || !this.isOpen(resource)) return undefined;
    if (this.#rowCount++ !== this.#rowIndex) return undefined;
    return html`<div class="detail" part="detail" id="detail">${this.#renderSheet(resource)}</div>`;
  }

  #renderOutsideRow(resource: Resource): TemplateResult {
    const close = (): void => {
      this.#host.status.keepFocus();
      this.#close();
    };
    return html`<section class="detail apart" part="detail" aria-labelledby="detail-title">
      ${this.#renderDetail(resource, close)}
    </section>`;
  }

  #renderDetail(resource: Resource, close: () => void): TemplateResult {
    const title = renderRecordTitle(this.#host, resource);
    const {level} = this.#host;
    return html`${this.#renderClose(close)}
    ${renderHeading(level, html`<span id="detail-title">${title}</span>`)}
    ${this.#renderSheet(resource)}
    ${
      resource.url
        ? html`<p class="origin-link">
            ${renderRecordLink(this.#host, resource, {content: this.#i18n.messages.origin(siteName(resource.url))})}
          </p>`
        : nothing
    }`;
  }

  #renderSheet(resource: Resource): TemplateResult {
    const {state} = this.#portalsLoad;
    return renderSheet(resource, {
      i18n: this.#i18n,
      showsPublisher: this.#host.showPublisher,
      portals: state.status === 'ready' ? state.value : [],
    });
  }

  #renderNotice(message: string, retry?: () => void): TemplateResult {
    const {messages} = this.#i18n;
    const withFocus = (action: () => void) => (): void => {
      this.#host.status.keepFocus();
      action();
    };
    return html`<div class="notice apart">
      <p>${message}</p>
      ${retry ? renderButton(messages.tryAgain, withFocus(retry)) : nothing}
      ${this.#renderClose(withFocus(this.#close))}
    </div>`;
  }

  #renderClose(close: () => void): TemplateResult {
    return html`<button class="button close" type="button" @click=${close}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13"></path></svg
      >${this.#i18n.messages.closeDetail}
    </button>`;
  }
}

/** Finds a resource by id, in memory if the source is complete, otherwise with a request. */
async function findResource(
  source: PortalSource,
  id: string,
  options: QueryOptions,
): Promise<Resource | undefined> {
  if (!source.isComplete('resources')) return source.one?.('resources', id, options);
  const {items} = await source.find('resources', ALL_RECORDS, options);
  for (let index = 0; index < items.length; index++)
    if (String(items.idAt(index)) === id) return items.at(index);
  return undefined;
}

const siteName = (url: string): string => {
  const {host, protocol} = new URL(url, document.baseURI);
  return host || protocol.slice(0, -1);
};
