import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {NearbyRecords} from '../../data/nearby-record-list.js';
import {formatDistance} from '../../i18n/format-measures.js';
import type {PortalRecord} from '../../model/records.js';

/** Renders nearby records, the nearest first: `Église Saint-Martin, à 320 m`. */
export function renderNearby(
  {nearest, otherCount: others, maxMetres: within}: NearbyRecords,
  {language, messages, number}: LocalizeController<'layers'>,
  link: (record: PortalRecord) => unknown,
): TemplateResult {
  return html`<ul class="nearby small">
    ${nearest.map(
      ({record, metres}) =>
        html`<li>
          ${link(record)}, ${messages.away(formatDistance(language, Math.round(metres)))}
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
