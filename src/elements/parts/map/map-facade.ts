import {html, nothing, type ReactiveController, svg, type TemplateResult} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import {facadePosition, type FacadeOptions, facadeView} from '../../../map/fit/facade-view.js';
import type {MapPoints} from '../../../map/map-view.js';
import {FAMILIES} from '../../../model/records.js';
import type {WidgetHost} from '../../base/widget-view.js';

/** Maximum number of dots in the preview. */
const MAX_DOTS = 400;

interface FacadeState {
  readonly points: MapPoints;
  readonly hasFailed: boolean;
  /** Undefined if the map loads without a click. */
  readonly onRequest: (() => void) | undefined;
}

/**
 * Placeholder shown before the map has loaded, or after loading has failed: the places where the map will draw them.
 * Coasts are drawn only if the map is not being loaded, since they would delay it.
 */
export class MapFacade implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #options: () => FacadeOptions;
  readonly #resizeObserver = new ResizeObserver(() => this.#draw());
  #points: MapPoints | undefined;
  #hasGround = false;
  #observed: Element | undefined;

  constructor(host: WidgetHost, options: () => FacadeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Draws after the first layout, whose size decides the view. */
  hostUpdated(): void {
    const facade = this.#host.renderRoot.querySelector('.facade') ?? undefined;
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
    this.#hasGround = onRequest !== undefined;
    return html`
      <div class="facade">
        <div class="ground"></div>
        <svg aria-hidden="true">
          ${[...FAMILIES, ''].map(name => svg`<path class=${name}></path>`)}
        </svg>
        <div class="ask">
          ${hasFailed ? html`<p role="alert">${messages.mapUnavailable}</p>` : nothing}
          ${
            onRequest
              ? html`<button class="button" type="button" @click=${onRequest}>
                  ${hasFailed ? messages.tryAgain : messages.showMap}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #draw(): void {
    const facade = this.#observed;
    const container = this.#host.renderRoot.querySelector('.map');
    if (!facade || !container || !this.#points) return;
    const size = {width: facade.clientWidth, height: facade.clientHeight};
    if (!(size.width && size.height)) return;
    const view = facadeView(this.#points, size, getComputedStyle(container), this.#options());
    const {length, lat, lon, family} = this.#points;
    const paths = [...FAMILIES, ''].map((): string[] => []);
    const step = Math.ceil(length / MAX_DOTS);
    for (let i = 0; view && i < length; i += step) {
      const {left, top} = facadePosition(view, size, lon[i] ?? NaN, lat[i] ?? NaN);
      // All layers share one style. Zero-length lines with round ends are dots: one path per family.
      const index = Math.min(family[i] ?? NaN, FAMILIES.length);
      if (Number.isFinite(left + top)) paths[index]?.push(`M${left} ${top}h0`);
    }
    facade
      .querySelectorAll(':scope > svg > path')
      .forEach((path, i) => path.setAttribute('d', paths[i]?.join('') ?? ''));
    const ground = facade.querySelector<HTMLElement>('.ground');
    if (ground && view && this.#hasGround)
      void import('../../../map/fit/facade-ground.js').then(
        ({drawGround}) => drawGround(ground, view, size),
        // The places alone are a placeholder too.
        () => undefined,
      );
  }
}
