import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import type {FacadeOptions} from '../../../map/fit/facade.js';
import type {MapPoints} from '../../../map/map-view.js';
import {renderButton} from '../elements.js';
import type {WidgetHost} from '../../base/widget-view.js';

const none = new Float64Array();
const NO_POINTS: MapPoints = {
  length: 0,
  x: none,
  y: none,
  family: new Uint8Array(),
  nameAt: () => '',
};

interface FacadeState {
  readonly points: MapPoints;
  readonly hasFailed: boolean;
  /** Undefined if the map loads without a click. */
  readonly onRequest: (() => void) | undefined;
}

/**
 * Placeholder shown before the map has loaded, or after loading has failed: coasts and places where the map will draw
 * them. They are drawn only if the map is not being loaded, since their code would delay it.
 */
export class MapFacade implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #options: () => FacadeOptions;
  readonly #resizeObserver = new ResizeObserver(() => this.#draw());
  #points: MapPoints | undefined;
  #isWaiting = false;
  #observed: HTMLElement | undefined;

  constructor(host: WidgetHost, options: () => FacadeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Draws after the first layout, whose size decides the view. */
  hostUpdated(): void {
    const facade = this.#host.renderRoot.querySelector<HTMLElement>('.facade') ?? undefined;
    if (facade !== this.#observed) {
      this.#resizeObserver.disconnect();
      this.#observed = facade;
      if (facade) this.#resizeObserver.observe(facade);
    } else if (facade) this.#draw();
  }

  hostDisconnected(): void {
    this.#resizeObserver.disconnect();
    this.#observed = undefined;
  }

  render(messages: Messages<'map'>, {points, hasFailed, onRequest}: FacadeState): TemplateResult {
    this.#points = points;
    this.#isWaiting = onRequest !== undefined;
    return html`
      <div class="facade">
        <div class="ground" aria-hidden="true"></div>
        <div class="ask">
          ${hasFailed ? html`<p role="alert">${messages.mapUnavailable}</p>` : nothing}
          ${
            onRequest
              ? renderButton(hasFailed ? messages.tryAgain : messages.showMap, onRequest)
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** Renders coasts and borders alone. */
  renderGround(): TemplateResult {
    this.#points = NO_POINTS;
    this.#isWaiting = true;
    return html`<div class="facade"><div class="ground"></div></div>`;
  }

  #draw(): void {
    const facade = this.#observed;
    const points = this.#points;
    if (!this.#isWaiting || !facade || !points) return;
    const container = this.#host.renderRoot.querySelector('.map') ?? facade;
    void import('../../../map/fit/facade.js')
      .then(({drawFacade}) => drawFacade(facade, container, points, this.#options()))
      // The button alone is a placeholder too.
      .catch(() => undefined);
  }
}

/** Maximum number of placeholders: about as many entries as are visible at once. */
const MAX_PLACEHOLDERS = 12;

/**
 * Renders placeholders of the map, of its search field if it has one, and of its list.
 *
 * @param ground Content of the map.
 */
export const renderSkeleton = (
  entries: number,
  hasSearch: boolean,
  ground: unknown,
): TemplateResult => html`
  ${
    hasSearch
      ? html`<div class="tools">
          <div class="finder"><span> </span><span class="bone field"></span></div>
          <span class="bone button"></span>
        </div>`
      : nothing
  }
  <div class="layout">
    <div class="stage bone">${ground || nothing}</div>
    ${
      entries
        ? html`<div class="list">
            <p class="in-view"></p>
            <ul>
              ${new Array<TemplateResult>(Math.min(entries, MAX_PLACEHOLDERS)).fill(
                html`<li class="entry"><span class="bone"></span></li>`,
              )}
            </ul>
          </div>`
        : nothing
    }
  </div>
`;
