import {html, nothing, type TemplateResult} from 'lit';
import {PortalContextConsumer, sourceContext} from '../../controllers/source-controller.js';
import {LoadController} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {decorateSource, openSource} from '../../data/open-source.js';
import type {PortalSource, QueryResult} from '../../data/source.js';
import {memo} from '../../model/memo.js';
import type {Resource} from '../../model/records.js';
import {type CreditsOwner, renderCredits} from '../parts/footer.js';
import {errorMessage} from '../parts/states.js';
import {renderButton} from '../parts/elements.js';
import type {CompareHost, PictureSeries} from './picture-series.js';

/** Pictures of a resource, loaded from the API of the tag or of the portal around it. */
export class SeriesRecord {
  readonly #host: CompareHost;
  readonly #i18n: LocalizeController;
  readonly #portal: PortalContextConsumer<typeof sourceContext>;
  readonly #load: LoadController<[PortalSource | LoadError, string, string], QueryResult<Resource>>;
  /** False if the code of the portal's footer could not be loaded. */
  #leavesCredits = true;
  readonly #source = memo(
    () => [this.#host.api, this.#portal.value],
    () => this.#openSource(),
  );

  constructor(host: CompareHost, i18n: LocalizeController) {
    this.#host = host;
    this.#i18n = i18n;
    this.#portal = new PortalContextConsumer(host, sourceContext);
    this.#load = new LoadController<
      [PortalSource | LoadError, string, string],
      QueryResult<Resource>
    >(host, {
      args: () => {
        const source = this.#source();
        return source && host.record ? [source, host.record, i18n.language] : undefined;
      },
      load: async ([source, id, lang], signal, reload) => {
        if (source instanceof LoadError) throw source;
        const single = decorateSource(source, {record: id, warn: host.warn});
        return single.find('resources', {lang}, {signal, reload, warn: host.warn});
      },
      onLoadEnd: state => {
        if (state.status !== 'failed') return;
        const {error} = state;
        host.warn(error instanceof Error ? error.message : String(error));
      },
    });
  }

  get pending(): readonly Promise<void>[] {
    return this.#load.pending;
  }

  reload(): void {
    void this.#load.reload();
  }

  /** Renders the series, or the error of its load; undefined while it is loading. */
  render(series: PictureSeries): TemplateResult | undefined {
    const {state} = this.#load;
    const {messages} = this.#i18n;
    if (state.status === 'failed')
      return html`<div class="failure">
        <p role="alert">${errorMessage(state.error, this.#i18n)}</p>
        ${renderButton(messages.tryAgain, () => this.reload())}
      </div>`;
    if (state.status !== 'ready') return undefined;
    const [resource] = [...state.value.items];
    const pictures = resource?.pictures ?? NO_PICTURES;
    return html`${
      pictures.length > 0
        ? series.render(pictures, resource)
        : html`<p class="notice">${messages.noData}</p>`
    }
    ${this.#renderCredits(state.value)}`;
  }

  /** Renders the credits, or leaves them to the portal whose source is used. */
  #renderCredits({attribution, contact}: QueryResult): unknown {
    const credits = {attribution, contact};
    const owner = this.#host.api ? null : this.#host.closest<CreditsOwner>('spass-portal');
    if (owner && this.#leavesCredits) {
      owner.addCredits(this.#host, credits).catch(() => {
        this.#leavesCredits = false;
        this.#host.requestUpdate();
      });
      return nothing;
    }
    return html`<div class="foot small" part="foot">${renderCredits(this.#i18n, credits)}</div>`;
  }

  #openSource(): PortalSource | LoadError | undefined {
    const {api} = this.#host;
    try {
      const source = openSource({api}) ?? this.#portal.value;
      if (source) return source;
    } catch (error) {
      return error as LoadError;
    }
    if (this.#portal.value === undefined && this.#host.closest('spass-portal')) return undefined;
    return new LoadError(
      'unsupported',
      'api',
      'there is no api attribute, nor a <spass-portal> with one around it',
    );
  }
}

const NO_PICTURES: NonNullable<Resource['pictures']> = [];
