import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import type {MapPoints} from '../../../map/map-view.js';
import {FAMILIES} from '../../../model/records.js';

const WIDTH = 160;
const HEIGHT = 90;
const PADDING = 10;
/** Maximum number of dots in the preview. */
const MAX_DOTS = 400;

/** Y coordinate in Web Mercator, in radians. */
const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Renders the places as dots at their true positions. */
function renderDots({length, lat, lon, family}: MapPoints): SVGTemplateResult[] {
  const dots: {readonly x: number; readonly y: number; readonly family: number}[] = [];
  const step = Math.ceil(length / MAX_DOTS);
  for (let index = 0; index < length; index += step) {
    const [x, y] = [((lon[index] ?? NaN) * Math.PI) / 180, mercatorY(lat[index] ?? NaN)];
    if (Number.isFinite(x + y)) dots.push({x, y, family: family[index] ?? NaN});
  }
  const xs = dots.map(({x}) => x);
  const ys = dots.map(({y}) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (WIDTH - 2 * PADDING) / Math.max(east - west, 0.001),
    (HEIGHT - 2 * PADDING) / Math.max(north - south, 0.001),
  );
  const dotPath = ({x, y}: {readonly x: number; readonly y: number}): string => {
    const left = WIDTH / 2 + (x - (west + east) / 2) * scale;
    const top = HEIGHT / 2 - (y - (south + north) / 2) * scale;
    // Zero-length lines with round ends are dots: one path per family.
    return `M${left.toFixed(1)} ${top.toFixed(1)}h0`;
  };
  return [...FAMILIES, ''].map((name, index) => {
    // All layers share one style in the preview.
    const path = dots.filter(dot => Math.min(dot.family, FAMILIES.length) === index).map(dotPath);
    return svg`<path class=${name} d=${path.join('')}></path>`;
  });
}

/** Renders the placeholder shown before the map has loaded, or after loading has failed. */
export function renderFacade(
  messages: Messages<'map'>,
  points: MapPoints,
  hasFailed: boolean,
  /** Undefined if the map loads without a click. */
  onRequest: (() => void) | undefined,
): TemplateResult {
  return html`
    <div class="facade">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${renderDots(points)}</svg>
      ${hasFailed ? html`<p role="alert">${messages.mapUnavailable}</p>` : nothing}
      ${
        onRequest
          ? html`<button class="button" type="button" @click=${onRequest}>
              ${hasFailed ? messages.tryAgain : messages.showMap}
            </button>`
          : nothing
      }
    </div>
  `;
}
