import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {QueryParameterController} from '../../controllers/query-parameter-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import type {PortalSource} from '../../data/source.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import type {Id, Resource} from '../../model/records.js';
import type {DetailMode} from '../base/list-attributes.js';
import type {DetailView} from './detail.js';

type Host = ConstructorParameters<typeof DetailView>[0];

export interface DetailViewOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  /** Undefined if details do not open in place. */
  mode(): DetailMode | undefined;
  /** Name of the URL parameter, `resource-list.detail`; undefined if the open resource is not stored in the URL. */
  parameterName(): string | undefined;
  source(): PortalSource | undefined;
  /** True if the list is not loading: a resource that it contains needs no request. */
  isSettled(): boolean;
  rows(): readonly Resource[];
  headingLevel(): number;
  showsPublisher(): boolean;
  renderTitle(resource: Resource): unknown;
  /** Renders the link to the resource's own page. */
  renderLink(resource: Resource, content: unknown): unknown;
  errorMessage(error: unknown): string;
  announce(message: string): void;
  keepFocus(): void;
}

/** Buttons that open the details of a resource. The code of the details is loaded on first use. */
export class DetailOpener {
  readonly #host: Host;
  readonly #options: DetailViewOptions;
  readonly #view: LazyModuleController<DetailView>;
  #requestedId: Id | undefined;
  /** Id in the URL, until the detail view is loaded. */
  #idInUrl: string | undefined;

  constructor(host: Host, options: DetailViewOptions) {
    this.#host = host;
    this.#options = options;
    this.#view = new LazyModuleController(
      host,
      () => this.#idInUrl !== undefined,
      async () => new (await import('./detail.js')).DetailView(host, options, this.#idInUrl),
    );
    new QueryParameterController(host, {
      name: () => (options.mode() ? options.parameterName() : undefined),
      value: () => (this.#view.value ? this.#view.value.id : this.#idInUrl),
      apply: text => {
        this.#idInUrl = text ?? undefined;
        this.#view.value?.setIdInUrl(this.#idInUrl);
      },
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
    const {i18n, mode, renderTitle} = this.#options;
    if (!mode()) return undefined;
    const {value: view, hasFailed, pending} = this.#view;
    const isRequested = this.#requestedId === resource.id;
    const details = view?.renderInRow(resource);
    return html`<button
        class="quiet opener"
        type="button"
        data-id=${resource.id}
        aria-haspopup=${mode() === 'dialog' ? 'dialog' : nothing}
        aria-expanded=${mode() === 'dialog' ? nothing : !!details}
        aria-controls=${details ? 'detail' : nothing}
        aria-busy=${isRequested && pending.length > 0}
        @click=${({currentTarget}: Event) => void this.#toggle(resource, currentTarget as HTMLElement)}
      >
        ${i18n.messages.detail}<span class="sr">${i18n.colon}${renderTitle(resource)}</span></button
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
    const loaded = this.#view.load();
    this.#host.requestUpdate();
    await loaded;
    this.#view.value?.toggle(resource, button);
  }
}
