import {html, nothing, type TemplateResult} from 'lit';
import type {Geo} from '../../model/geo.js';
import type {Contribution, Picture} from '../../model/records.js';
import {actOn} from '../act-on.js';
import {heading} from '../heading.js';
import {image, isSpared} from '../picture.js';
import {hideFailed, renderSpared} from '../shown-picture.js';
import {nameOf} from './contribution-map.js';
import type {Words} from './words.js';

interface Options {
  readonly i18n: Words;
  readonly level: number;
  /** Number of entries to render. */
  readonly shown: number;
  /** Colon with the spacing of the language. */
  readonly colon: string;
  seeOnMap(place: Geo): void;
  more(): void;
}

/** Renders the published contributions, newest first. */
export function renderPublished(all: readonly Contribution[], options: Options): TemplateResult {
  const {i18n, level, shown, more} = options;
  const {messages, number} = i18n;
  const count = messages.publishedCount(all.length, number(all.length));
  return html`
    ${heading(level, all.length ? count : messages.noneYet)}
    <ul class="list" part="list">
      ${all.slice(0, shown).map((one, index) => renderEntry(one, index, options))}
    </ul>
    ${
      shown < all.length
        ? html`<button class="button" type="button" @click=${more}>
            ${messages.more} · ${messages.shownOf(number(shown), number(all.length))}
          </button>`
        : nothing
    }
  `;
}

function renderEntry(
  contribution: Contribution,
  index: number,
  {i18n, colon, seeOnMap}: Options,
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
          ? html`<button class="quiet" type="button" @click=${() => seeOnMap(geo)}>
              ${actOn(messages.seeOnMap, nameOf(contribution, i18n), colon)}
            </button>`
          : nothing
      }
    </p>
  </li>`;
}

function renderPhoto(photo: Picture, i18n: Words): TemplateResult {
  const {src, alt, credit} = photo;
  if (isSpared(src)) return renderSpared([{src, alt: i18n.text(alt)}], i18n);
  return html`<span class="picture"
    >${image(photo, i18n, hideFailed)}${
      credit ? html`<span class="small">© ${credit}</span>` : nothing
    }</span
  >`;
}
