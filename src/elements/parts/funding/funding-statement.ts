import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {funding} from '../../../i18n/fr/on-demand.js';
import {records} from '../../../i18n/fr/widgets.js';
import {
  EU_STATEMENT,
  fundingKey,
  type FundingStatement,
  fundingStatements,
} from '../../../model/funding.js';
import type {Programme, Project} from '../../../model/records.js';
import {adoptStyles} from '../../../styles/adopt-styles.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {isDeferred, renderImage} from '../pictures/picture.js';
import {STARS} from './emblem-outline.js';
import {fundingStyles} from './funding.styles.js';
import {registryOf} from './funding-registry.js';

/** Emblems that could not be loaded. */
const failedLogos = new Set<string>();

/** Shows funding statements with their emblems, each once per `<spass-portal>`, or once per page outside of one. */
export class FundingStatements implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #i18n: LocalizeController<'funding'>;
  readonly #isPreferred: boolean;
  #registry: ReturnType<typeof registryOf> | undefined;
  #isDisplayed = true;
  /** True if the update in progress renders statements. */
  #isRendered = false;
  readonly #observer = new ResizeObserver(() => this.#updateDisplayed());

  /** @param isPreferred True for a widget that shows them at its top: another one then leaves them to it. */
  constructor(host: WidgetHost, isPreferred: boolean) {
    this.#host = host;
    this.#isPreferred = isPreferred;
    this.#i18n = host.i18n.withSections({funding, records});
    adoptStyles(host, fundingStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    // A widget that has moved may be in another portal, or before another widget.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#isRendered = false;
  }

  /** A widget that shows an error, or nothing yet, leaves the statement to the next one. */
  hostUpdated(): void {
    if (!this.#isRendered) this.#release();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#release();
  }

  #release(): void {
    this.#registry?.release(this.#host);
    this.#registry = undefined;
  }

  /**
   * Renders the statements of some programmes and projects.
   *
   * @param isOwnPage True to render also those that another widget of the page shows.
   */
  render(
    programmes: Iterable<Programme>,
    projects: readonly Project[],
    isOwnPage: boolean,
  ): unknown {
    this.#isRendered = true;
    const statements = fundingStatements(programmes, projects);
    // An update may come after the widget has left the page: nothing would release its claim.
    if (this.#host.isConnected) this.#registry ??= registryOf(this.#host);
    const keys = statements.map(fundingKey);
    const shown = this.#registry?.claim(this.#host, {
      keys,
      isPreferred: this.#isPreferred,
      isDisplayed: this.#isDisplayed,
    });
    const own = statements.filter(one => isOwnPage || (shown?.has(fundingKey(one)) ?? true));
    return own.length > 0 ? own.map(one => this.#renderStatement(one)) : nothing;
  }

  /** A widget that is not displayed leaves the statement to the next one. */
  #updateDisplayed(): void {
    const isDisplayed = this.#host.getClientRects().length > 0;
    if (isDisplayed === this.#isDisplayed) return;
    this.#isDisplayed = isDisplayed;
    // In the next frame: an update may change the sizes that are being observed.
    requestAnimationFrame(() => this.#host.requestUpdate());
  }

  #renderStatement({text, logo, isEuropean}: FundingStatement): TemplateResult {
    const own = this.#i18n.text(text);
    // Annex IX asks for a language of the public: the sentence of the Regulation replaces one in another language.
    const statement = own.lang && isEuropean ? this.#i18n.text(EU_STATEMENT) : own;
    const name = statement.value || this.#i18n.text(logo?.alt).value;
    return html`<div class="support" part="funding">
      ${
        logo && !failedLogos.has(logo.src) && !isDeferred(logo.src)
          ? renderImage({...logo, sources: undefined, focus: undefined}, this.#i18n, {
              className: 'emblem',
              onError: () => {
                failedLogos.add(logo.src);
                this.#host.requestUpdate();
              },
            })
          : isEuropean
            ? renderEuEmblem(this.#i18n.messages.euEmblem)
            : nothing
      }<span lang=${statement.lang ?? nothing}>${name}</span>
    </div>`;
  }
}

/** Renders the emblem of the European Union, in its own colours. */
const renderEuEmblem = (name: string): TemplateResult =>
  html`<svg class="emblem" part="emblem" viewBox="0 0 54 36" role="img" aria-label=${name}>
    <path fill="#039" d="M0 0h54v36H0"></path>
    <path fill="#fc0" d=${STARS}></path>
  </svg>`;
