import {html, nothing, type TemplateResult} from 'lit';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {UrlStateController} from '../../controllers/url-state-controller.js';
import {RecordSelectEvent} from '../../events/events.js';
import type {Id, Resource} from '../../model/records.js';
import {renderRecordTitle} from '../parts/records/record-link.js';
import type {DetailHost, DetailList, DetailView} from './detail.js';

interface OpenerList extends DetailList {
  /** Returns the name of a URL parameter; undefined if the open resource is not stored in the URL. */
  urlParameter(name: string): string | undefined;
}

/** Buttons that open the details of a resource. The code of the details is loaded on first use. */
export class DetailOpener {
  readonly #host: DetailHost;
  readonly #list: OpenerList;
  readonly #view: LazyModuleController<DetailView>;
  #requestedId: Id | undefined;
  #clicks = 0;
  /** Id in the URL, until the detail view is loaded. */
  #idInUrl: string | undefined;

  constructor(host: DetailHost, list: OpenerList) {
    this.#host = host;
    this.#list = list;
    this.#view = new LazyModuleController(
      host,
      () => this.#idInUrl !== undefined,
      async () => new (await import('./detail.js')).DetailView(host, list, this.#idInUrl),
    );
    new UrlStateController(host, {
      name: () => (host.detail ? list.urlParameter('detail') : undefined),
      value: () => (this.#view.value ? this.#view.value.id : this.#idInUrl),
      apply: text => {
        this.#idInUrl = text ?? undefined;
        this.#view.value?.setIdInUrl(this.#idInUrl);
      },
      entry: () => (host.detail === 'dialog' ? 'dialog' : 'choice'),
    });
  }

  get pending(): Promise<unknown>[] {
    return [...this.#view.pending, ...(this.#view.value?.pending ?? [])];
  }

  /** Renders the details that are outside the rows. */
  render(): unknown {
    return this.#view.value?.render();
  }

  /** Renders the button of a row, and the details if they are open in this row. */
  renderInRow(resource: Resource): TemplateResult | undefined {
    const {i18n} = this.#list;
    const isDialog = this.#host.detail === 'dialog';
    if (!this.#host.detail) return undefined;
    const {value: view, hasFailed, pending} = this.#view;
    const isRequested = this.#requestedId === resource.id;
    const details = view?.renderInRow(resource);
    return html`<button
        class="quiet small opener"
        type="button"
        data-id=${resource.id}
        aria-haspopup=${isDialog ? 'dialog' : nothing}
        aria-expanded=${isDialog ? nothing : !!details}
        aria-controls=${details ? 'detail' : nothing}
        aria-busy=${isRequested && pending.length > 0}
        @click=${({currentTarget}: Event) => void this.#toggle(resource, currentTarget as HTMLElement)}
      >
        ${i18n.messages.detail}<span class="sr"
          >${i18n.colon}${renderRecordTitle(this.#host, resource)}</span
        ></button
      >${
        isRequested && hasFailed
          ? html`<p class="small" role="alert">${i18n.messages.detailFailed}</p>`
          : nothing
      }${details}`;
  }

  async #toggle(resource: Resource, button: HTMLElement): Promise<void> {
    const isOpen = this.#view.value?.isOpen(resource);
    if (!isOpen && !this.#host.dispatchEvent(new RecordSelectEvent(resource))) return;
    this.#requestedId = resource.id;
    const clicks = ++this.#clicks;
    const loaded = this.#view.load();
    this.#host.requestUpdate();
    await loaded;
    // Of several clicks while the code is loading, the last one counts.
    if (clicks === this.#clicks) this.#view.value?.toggle(resource, button);
  }
}
