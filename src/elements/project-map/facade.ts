import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Messages} from '../../i18n/messages.js';
import type {MapPoints} from '../../map/map-view.js';
import {FAMILIES} from '../../model/records.js';

const WIDTH = 160;
const HEIGHT = 90;
const MARGIN = 10;
/** More dots than this say no more. */
const MOST_DOTS = 400;

/** Web Mercator, in radians. */
const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** A picture of the places, as dots in their true positions. */
function placesPicture({length, lat, lon, family}: MapPoints): SVGTemplateResult[] {
  const dots: {readonly x: number; readonly y: number; readonly family: number}[] = [];
  const step = Math.ceil(length / MOST_DOTS);
  for (let index = 0; index < length; index += step) {
    const [x, y] = [((lon[index] ?? NaN) * Math.PI) / 180, northing(lat[index] ?? NaN)];
    if (Number.isFinite(x + y)) dots.push({x, y, family: family[index] ?? NaN});
  }
  const xs = dots.map(({x}) => x);
  const ys = dots.map(({y}) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(east - west, 0.001),
    (HEIGHT - 2 * MARGIN) / Math.max(north - south, 0.001),
  );
  const place = ({x, y}: {readonly x: number; readonly y: number}): string => {
    const left = WIDTH / 2 + (x - (west + east) / 2) * scale;
    const top = HEIGHT / 2 - (y - (south + north) / 2) * scale;
    // Round line ends make dots: one path for all of a family.
    return `M${left.toFixed(1)} ${top.toFixed(1)}h0`;
  };
  return [...FAMILIES, ''].map((name, index) => {
    // Layers look alike in so small a picture.
    const path = dots.filter(dot => Math.min(dot.family, FAMILIES.length) === index).map(place);
    return svg`<path class=${name} d=${path.join('')}></path>`;
  });
}

/** What stands for the map until it is there, and where it can't be had. */
export function renderFacade(
  messages: Messages<'map'>,
  points: MapPoints,
  hasFailed: boolean,
  /** Undefined where the map comes by itself. */
  ask: (() => void) | undefined,
): TemplateResult {
  return html`
    <div class="facade">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${placesPicture(points)}</svg>
      ${hasFailed ? html`<p role="alert">${messages.mapUnavailable}</p>` : nothing}
      ${
        ask
          ? html`<button class="button" type="button" @click=${ask}>
              ${hasFailed ? messages.tryAgain : messages.showMap}
            </button>`
          : nothing
      }
    </div>
  `;
}
