import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import {formatDegrees} from '../../i18n/format-measures.js';
import {pictureSeries} from '../../i18n/fr/on-demand.js';
import {records} from '../../i18n/fr/widgets.js';
import {
  type DatedPicture,
  latestPicture,
  limitSeries,
  MAX_SERIES_LENGTH,
  sortByDate,
  seriesFacts,
  formatPictureDate,
} from '../parts/pictures/dated-pictures.js';
import type {Geo} from '../../model/geo/geo.js';
import type {Commune} from '../../model/records.js';
import {joinFacts} from '../../model/text.js';
import {adoptStyles} from '../../styles/adopt-styles.js';
import {renderAltTexts, renderDeferredPictures} from '../parts/pictures/deferred-pictures.js';
import {isDeferred, renderImage} from '../parts/pictures/picture.js';
import {comparedPicture, PictureComparison} from '../parts/pictures/picture-comparison.js';
import {seriesStyles} from './picture-series.styles.js';

/** Presentations of a series: three of two pictures, and one of all. */
const SERIES_VIEWS = ['slide', 'fade', 'side', 'grid'] as const;
export type SeriesView = (typeof SERIES_VIEWS)[number];

/** Place of the pictures, with its name if it is known. */
export interface SeriesPlace {
  readonly geo?: Geo | null | undefined;
  readonly commune?: Commune | undefined;
}

/** Members of the element that its view uses. */
export interface CompareHost extends LitElement {
  readonly api: string;
  readonly record: string;
  readonly mode: SeriesView;
  readonly geo?: Geo | undefined;
  readonly items?: readonly unknown[] | undefined;
  readonly i18n: LocalizeController;
  warn(message: string): void;
}

/** Picture with the text of its date, which no other picture of the series has. */
interface LabelledPicture {
  readonly picture: DatedPicture;
  readonly label: string;
}

const creditOf = ({credit, licence}: DatedPicture): string => joinFacts([credit, licence]);

/** Dated pictures of one place: a filmstrip, the comparison of any two of them, and a sheet of all, which is printed. */
export class PictureSeries {
  readonly #host: CompareHost;
  readonly #i18n: LocalizeController<'pictureComparison' | 'pictureSeries'>;
  readonly #comparison: PictureComparison;
  /** Pictures as given, and by date. */
  #given: readonly DatedPicture[] = [];
  #pictures: readonly DatedPicture[] = [];
  /** View that the reader has chosen; undefined to use the attribute. */
  #chosenView: SeriesView | undefined;
  /** Compared pictures, the one chosen last at the end. */
  #chosen: readonly DatedPicture[] = [];
  /** Pictures that have been shown: their thumbnails need no further file. */
  readonly #shown = new Set<DatedPicture>();
  readonly #failed = new Set<DatedPicture>();
  #announcement = '';
  #hasPlace = false;
  /** Code of the map, loaded if the place is known. */
  readonly #placeMap: LazyModuleController<typeof import('../parts/pictures/place-covers.js')>;

  constructor(host: CompareHost, i18n: LocalizeController<'pictureComparison'>) {
    this.#host = host;
    this.#i18n = i18n.withSections({pictureSeries, records});
    this.#comparison = new PictureComparison(host, this.#i18n);
    new RovingFocusController(host, {groups: '.strip', controls: '.tile'});
    this.#placeMap = new LazyModuleController(
      host,
      () => this.#hasPlace,
      async () => {
        const code = await import('../parts/pictures/place-covers.js');
        adoptStyles(host, code.coverStyles);
        return code;
      },
    );
    adoptStyles(host, seriesStyles);
  }

  /** Load of the map, if in progress. */
  get pending(): readonly Promise<void>[] {
    return this.#placeMap.pending;
  }

  /** @param place Place of the pictures, for the map below them. */
  render(pictures: readonly DatedPicture[], place: SeriesPlace = this.#host): TemplateResult {
    if (pictures !== this.#given) this.#setPictures(pictures);
    const entries = this.#entries();
    const view = this.#chosenView ?? this.#host.mode;
    // Paper names once what all pictures have.
    const [credit, other] = new Set(this.#pictures.map(creditOf));
    return html`<div class="series" data-view=${view} part="series">
      <p class="small">
        ${seriesFacts(this.#pictures, this.#i18n)}${credit && other === undefined ? html`<span class="credit">&nbsp;· ${credit}</span>` : nothing}
      </p>
      ${this.#renderViews(view)} ${view === 'grid' ? nothing : this.#renderCompared(entries, view)}
      <ol class="all">
        ${entries.map(entry => this.#renderSheetEntry(entry, view))}
      </ol>
      ${this.#renderPlace(place)}
      <p class="sr" role="status">${this.#announcement}</p>
    </div>`;
  }

  #setPictures(pictures: readonly DatedPicture[]): void {
    this.#given = pictures;
    if (pictures.length > MAX_SERIES_LENGTH)
      this.#host.warn(
        `at most ${MAX_SERIES_LENGTH} pictures are shown, and there are ${pictures.length}: the oldest one and the most recent ones are`,
      );
    this.#pictures = limitSeries(sortByDate(pictures));
    const [first] = this.#pictures;
    const latest = latestPicture(this.#pictures);
    const last = latest === first ? this.#pictures.at(-1) : latest;
    this.#chosen = first && last && first !== last ? [first, last] : this.#pictures;
    for (const picture of this.#chosen) this.#shown.add(picture);
    this.#failed.clear();
  }

  /** Returns the pictures with their dates. Pictures of one date are numbered. */
  #entries(): readonly LabelledPicture[] {
    const dates = this.#pictures.map(picture => formatPictureDate(picture, this.#i18n));
    return this.#pictures.map((picture, index) => {
      const date = dates[index] ?? '';
      const isUnique = dates.filter(other => other === date).length === 1;
      const number = dates.slice(0, index + 1).filter(other => other === date).length;
      return {picture, label: isUnique ? date : `${date} (${this.#i18n.number(number)})`};
    });
  }

  #renderViews(view: SeriesView): TemplateResult {
    const {messages} = this.#i18n;
    const labels = [messages.viewSlide, messages.viewFade, messages.viewSide, messages.viewAll];
    return html`<div class="views" role="group" aria-label=${messages.seriesViews}>
      ${SERIES_VIEWS.map(
        (name, index) =>
          html`<button
            class="button"
            type="button"
            aria-pressed=${name === view}
            @click=${() => this.#setView(name)}
          >
            ${labels[index]}
          </button>`,
      )}
    </div>`;
  }

  #renderCompared(
    entries: readonly LabelledPicture[],
    mode: Exclude<SeriesView, 'grid'>,
  ): TemplateResult {
    const {messages} = this.#i18n;
    const compared = entries
      .filter(({picture}) => this.#chosen.includes(picture))
      .map(({picture, label}) => comparedPicture(picture, this.#i18n, label));
    // A single picture takes the place of the later one.
    const [after, before] = compared.reverse();
    return html`<div class="compared">
      ${this.#comparison.render({before, after, mode})}
      ${
        entries.length > 2
          ? html`<div class="film">
              <p class="small" id="film-hint">${messages.seriesChoiceHint}</p>
              <ol class="strip" aria-label=${messages.seriesChoice}>
                ${entries.map((entry, index) => this.#renderTile(entry, index, entries))}
              </ol>
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderTile(
    {picture, label}: LabelledPicture,
    index: number,
    entries: readonly LabelledPicture[],
  ): TemplateResult {
    const isChosen = this.#chosen.includes(picture);
    const alt = this.#i18n.text(picture.alt);
    return html`<li>
      <button
        class="tile"
        type="button"
        tabindex=${index === 0 ? nothing : -1}
        aria-pressed=${isChosen}
        aria-describedby="film-hint"
        @click=${() => this.#choose(picture, entries)}
      >
        <span class="thumb"
          >${
            this.#hasThumbnail(picture)
              ? renderImage(picture, this.#i18n, {
                  box: {width: 120, height: 80},
                  onError: () => this.#setFailed(picture),
                })
              : html`<span class="sr" lang=${alt.lang ?? nothing}>${alt.value}</span>`
          }</span
        >
        <span class="year">${label}</span>
      </button>
    </li>`;
  }

  /** True if a thumbnail is a small file, or one that has been loaded already. */
  #hasThumbnail(picture: DatedPicture): boolean {
    const isLight = this.#shown.has(picture) || Boolean(picture.sources?.length);
    return isLight && !this.#failed.has(picture) && !isDeferred(picture.src);
  }

  /** Renders a picture of the sheet. Its file is loaded if the sheet is shown or printed. */
  #renderSheetEntry({picture, label}: LabelledPicture, view: SeriesView): TemplateResult {
    const {alt, src} = picture;
    const caption = creditOf(picture);
    const text = this.#i18n.text(alt);
    const renderContent = (): unknown => {
      if (this.#failed.has(picture))
        return html`<p class="small lost">
          ${renderAltTexts(this.#i18n.messages.seriesPictureLost, [text], this.#i18n)}
        </p>`;
      if (isDeferred(src) && view === 'grid')
        return renderDeferredPictures([{src, alt: text}], this.#i18n);
      return isDeferred(src)
        ? nothing
        : renderImage(picture, this.#i18n, {
            sizes: '18em',
            onError: () => this.#setFailed(picture),
          });
    };
    return html`<li>
      <figure role="figure" aria-label=${[label, caption].filter(Boolean).join(' ')}>
        ${renderContent()}
        <figcaption class="small">
          <strong>${label}</strong> <span class="credit">${caption}</span>
        </figcaption>
      </figure>
    </li>`;
  }

  #renderPlace({geo, commune}: SeriesPlace): unknown {
    if (!geo) return nothing;
    if (!this.#hasPlace) {
      this.#hasPlace = true;
      void this.#placeMap.load();
    }
    const {messages, language, placeName} = this.#i18n;
    const degrees = [geo.lat, geo.lon].map(one => formatDegrees(language, one)).join(' ; ');
    const caption = messages.seriesPlace(joinFacts([placeName(commune?.name), degrees]));
    return html`<figure class="place" role="figure" aria-label=${caption}>
      <span class="cover">${this.#placeMap.value?.renderPlace(geo, language)}</span>
      <figcaption class="small">${caption}</figcaption>
    </figure>`;
  }

  #setView(view: SeriesView): void {
    this.#chosenView = view;
    if (view === 'grid') for (const picture of this.#pictures) this.#shown.add(picture);
    this.#host.requestUpdate();
  }

  /** Compares a picture with the one that was chosen before it. */
  #choose(picture: DatedPicture, entries: readonly LabelledPicture[]): void {
    if (this.#chosen.includes(picture)) return;
    this.#chosen = [...this.#chosen.slice(-1), picture];
    this.#shown.add(picture);
    const [before = '', after = ''] = entries
      .filter(entry => this.#chosen.includes(entry.picture))
      .map(({label}) => label);
    this.#announcement = this.#i18n.messages.seriesCompared(before, after);
    this.#host.requestUpdate();
  }

  #setFailed(picture: DatedPicture): void {
    this.#failed.add(picture);
    this.#host.requestUpdate();
  }
}
