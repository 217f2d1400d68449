import {html, nothing, type TemplateResult} from 'lit';
import type {Geo} from '../../model/geo.js';
import type {Contribution, Picture} from '../../model/records.js';
import {actionLabel} from '../parts/action-label.js';
import {renderHeading} from '../parts/heading.js';
import {renderImage, isDeferred} from '../parts/picture.js';
import {hideParent, renderDeferredPictures} from '../parts/deferred-pictures.js';
import {shortName} from './contribution-map.js';
import type {ContributeI18n} from './contribute-i18n.js';

interface PublishedOptions {
  readonly i18n: ContributeI18n;
  readonly headingLevel: number;
  /** Number of entries to render. */
  readonly visibleCount: number;
  /** Colon with the spacing of the language. */
  readonly colon: string;
  showOnMap(place: Geo): void;
  showMore(): void;
}

/** Renders the published contributions, newest first. */
export function renderPublished(
  contributions: readonly Contribution[],
  options: PublishedOptions,
): TemplateResult {
  const {i18n, headingLevel, visibleCount, showMore} = options;
  const {messages, number} = i18n;
  const count = messages.publishedCount(contributions.length, number(contributions.length));
  return html`
    ${renderHeading(headingLevel, contributions.length ? count : messages.noneYet)}
    <ul class="list" part="list">
      ${contributions.slice(0, visibleCount).map((one, index) => renderEntry(one, index, options))}
    </ul>
    ${
      visibleCount < contributions.length
        ? html`<button class="button" type="button" @click=${showMore}>
            ${messages.more} ·
            ${messages.shownOf(number(visibleCount), number(contributions.length))}
          </button>`
        : nothing
    }
  `;
}

function renderEntry(
  contribution: Contribution,
  index: number,
  {i18n, colon, showOnMap}: PublishedOptions,
): TemplateResult {
  const {messages} = i18n;
  const {text, photos = [], name, created, geo} = contribution;
  const {value, lang} = i18n.text(text);
  const facts = [name, created && i18n.date(created)].filter(Boolean);
  return html`<li id="entry-${index}" tabindex="-1">
    ${value ? html`<p class="words" dir="auto" lang=${lang ?? nothing}>${value}</p>` : nothing}
    ${photos.length ? html`<div class="pictures">${photos.map(photo => renderPhoto(photo, i18n))}</div>` : nothing}
    <p class="small facts">
      ${facts.map(fact => html`<bdi>${fact}</bdi>`)}
      ${
        geo
          ? html`<button class="quiet" type="button" @click=${() => showOnMap(geo)}>
              ${actionLabel(messages.seeOnMap, shortName(contribution, i18n), colon)}
            </button>`
          : nothing
      }
    </p>
  </li>`;
}

function renderPhoto(photo: Picture, i18n: ContributeI18n): TemplateResult {
  const {src, alt, credit} = photo;
  if (isDeferred(src)) return renderDeferredPictures([{src, alt: i18n.text(alt)}], i18n);
  return html`<span class="picture"
    >${renderImage(photo, i18n, hideParent)}${
      credit ? html`<span class="small">© ${credit}</span>` : nothing
    }</span
  >`;
}
