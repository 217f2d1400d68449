import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {ParameterController} from '../../controllers/parameter-controller.js';
import {PartController} from '../../controllers/part-controller.js';
import type {PortalSource} from '../../data/source.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import type {Id, Resource} from '../../model/records.js';
import type {DetailWay} from '../list-attributes.js';
import type {DetailView} from './detail.js';
import {loadDetail} from './load-detail.js';

type Host = ConstructorParameters<typeof DetailView>[0];

export interface DetailOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  /** Undefined if details do not open in place. */
  way(): DetailWay | undefined;
  /** Name of the URL parameter, `resource-list.detail`; undefined if the open resource is not stored in the URL. */
  name(): string | undefined;
  source(): PortalSource | undefined;
  /** True if the list is not loading: a resource that it contains needs no request. */
  isSettled(): boolean;
  rows(): readonly Resource[];
  level(): number;
  showsPublisher(): boolean;
  title(resource: Resource): unknown;
  /** Renders the link to the resource's own page. */
  link(resource: Resource, content: unknown): unknown;
  failure(error: unknown): string;
  announce(sentence: string): void;
  keepFocus(): void;
}

/** Buttons that open the details of a resource. The code of the details is loaded on first use. */
export class DetailOpener {
  readonly #host: Host;
  readonly #options: DetailOptions;
  readonly #part: PartController<DetailView>;
  #asked: Id | undefined;
  /** Id in the URL, until the detail view is loaded. */
  #named: string | undefined;

  constructor(host: Host, options: DetailOptions) {
    this.#host = host;
    this.#options = options;
    this.#part = new PartController(
      host,
      () => this.#named !== undefined,
      async () => new (await loadDetail()).DetailView(host, options, this.#named),
    );
    new ParameterController(host, {
      name: () => (options.way() ? options.name() : undefined),
      value: () => (this.#part.value ? this.#part.value.id : this.#named),
      read: text => {
        this.#named = text ?? undefined;
        this.#part.value?.follow(this.#named);
      },
    });
  }

  get pending(): Promise<unknown>[] {
    return [...this.#part.pending, ...(this.#part.value?.pending ?? [])];
  }

  /** Renders the details that are outside the rows. */
  render(): unknown {
    return this.#part.value?.render();
  }

  /** Renders the button of a row, and the details if they are open in this row. */
  renderIn(resource: Resource): TemplateResult | undefined {
    const {i18n, way, title} = this.#options;
    if (!way()) return undefined;
    const {value, hasFailed, pending} = this.#part;
    const isAsked = this.#asked === resource.id;
    const inline = value?.renderIn(resource);
    return html`<button
        class="quiet opener"
        type="button"
        data-id=${resource.id}
        aria-haspopup=${way() === 'dialog' ? 'dialog' : nothing}
        aria-expanded=${way() === 'dialog' ? nothing : !!inline}
        aria-controls=${inline ? 'detail' : nothing}
        aria-busy=${isAsked && pending.length > 0}
        @click=${({currentTarget}: Event) => void this.#toggle(resource, currentTarget as HTMLElement)}
      >
        ${i18n.messages.detail}<span class="sr">${i18n.colon}${title(resource)}</span></button
      >${
        isAsked && hasFailed
          ? html`<p class="small" role="alert">${i18n.messages.detailFailed}</p>`
          : nothing
      }${inline}`;
  }

  async #toggle(resource: Resource, button: HTMLElement): Promise<void> {
    const isOpen = this.#part.value?.isOpen(resource);
    if (!isOpen && !this.#host.dispatchEvent(new RecordSelectEvent(resource))) return;
    this.#asked = resource.id;
    const fetched = this.#part.fetch();
    this.#host.requestUpdate();
    await fetched;
    this.#part.value?.toggle(resource, button);
  }
}
