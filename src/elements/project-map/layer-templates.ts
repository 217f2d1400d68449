import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {NearbyRecords} from '../../data/nearby-record-list.js';
import type {QueryResult} from '../../data/source.js';
import {formatDistance} from '../../i18n/format-measures.js';
import type {LayerStyle} from '../../map/map-view.js';
import type {WidgetHost} from '../base/widget-view.js';
import {emptyParts, renderClearButton} from '../parts/empty-state.js';
import type {LayerData} from '../parts/map/map-layer.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {staleMessage} from '../parts/states.js';
import type {MapLayer} from './layers-controller.js';
import type {MapRecords} from './map-records.js';

/** Returns the reason for an empty map, shown above it, and the way out, below it. */
export function emptyMapParts(
  host: WidgetHost & {readonly record?: unknown; readonly near?: number | undefined},
  {hasNoneWithinDistance, layers}: Pick<MapRecords, 'hasNoneWithinDistance' | 'layers'>,
  {
    language,
    list,
    messages,
  }: LocalizeController<'layers' | 'projectMap' | 'projects' | 'singleRecord'>,
): readonly [reason: string, wayOut?: unknown] {
  if (!hasNoneWithinDistance)
    return host.record
      ? [messages.noSuchRecord]
      : emptyParts(host, messages.noProjects, messages.noProjectsYet);
  const names = list(layers.all.map(({name}) => name));
  const distance = formatDistance(language, host.near ?? 0);
  return [messages.noProjectNear(distance, names), renderClearButton(host)];
}

/** Renders the symbol of a layer, by default a pentagon, in a box of 16 by 16. */
export const renderLayerSymbol = (
  {fill, letter}: LayerStyle,
  path = 'M8 .5 15.5 6.2 12.6 15H3.4L.5 6.2z',
): TemplateResult =>
  html`<svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path fill=${fill} d=${path}></path>
    <text x="8" y="11.5">${letter}</text>
  </svg>`;

/** Renders the legend: the layers of a map, each with a toggle button. */
export function renderLegend(
  layers: readonly MapLayer[],
  {messages, number}: LocalizeController<'layers'>,
): unknown {
  if (layers.length === 0) return nothing;
  return html`<div class="legend" role="group" aria-label=${messages.layers}>
    ${layers.map(({element, name, style, records, isBelowMinZoom}) => {
      const toggle = (): void => {
        element.hidden = !element.hidden;
      };
      const count = records && !isBelowMinZoom ? number(records.length) : undefined;
      return html`<button
        class="button"
        type="button"
        part="layer"
        aria-pressed=${element.hidden ? 'false' : 'true'}
        @click=${toggle}
      >
        ${renderLayerSymbol(style)} ${name}
        ${count === undefined ? nothing : html`<span class="count">${count}</span>`}
        ${isBelowMinZoom ? html`<span class="small">(${messages.layerFarther})</span>` : nothing}
      </button>`;
    })}
  </div>`;
}

/** Renders the layers that failed to load, and the effect on the records shown. */
export function renderLayerErrors(
  failed: readonly MapLayer[],
  isDistanceUnavailable: boolean,
  {messages, list}: LocalizeController<'layers'>,
  renderButton: () => unknown,
): unknown {
  if (failed.length === 0 && !isDistanceUnavailable) return nothing;
  const sentence = html`${messages.layersMissing(failed.length, list(failed.map(({name}) => name)))}`;
  return html`<p class="notice">
    <span>
      ${failed.length > 0 ? sentence : nothing}
      ${isDistanceUnavailable ? messages.unmeasured : nothing}
    </span>
    ${failed.length > 0 ? renderButton() : nothing}
  </p>`;
}

/** Renders the age of visible layers that are stale copies, unless the map itself is as old. */
export const renderStaleLayers = (
  layers: readonly MapLayer[],
  result: QueryResult,
  i18n: LocalizeController<'layers'>,
  renderLine: (text: string, layer: LayerData) => unknown,
): unknown =>
  layers.map(({name, data, isVisible}) => {
    const text = isVisible && data.result ? staleMessage(data.result, i18n) : '';
    return text && text !== staleMessage(result, i18n)
      ? renderLine(`${name} – ${text}`, data)
      : nothing;
  });

/** Renders nearby records, the nearest first: `Église Saint-Martin, à 320 m`. */
export function renderNearby(
  host: WidgetHost,
  {nearest, otherCount: others, maxMetres: within}: NearbyRecords,
  {language, messages, number}: LocalizeController<'layers'>,
): TemplateResult {
  return html`<ul class="nearby small">
    ${nearest.map(
      ({record, metres}) =>
        html`<li>
          ${renderRecordLink(host, record)},
          ${messages.away(formatDistance(language, Math.round(metres)))}
        </li>`,
    )}
    ${
      others > 0
        ? html`<li>
            ${messages.othersNear(others, number(others), formatDistance(language, within))}
          </li>`
        : nothing
    }
  </ul>`;
}
