import {html, nothing, type TemplateResult} from 'lit';
import {MapEngineController} from '../../controllers/map-engine-controller.js';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import type {MapMessages, MapPoints} from '../../map/map-view.js';
import {type Bbox, EARTH_RADIUS, type Geo, toRadians} from '../../model/geo/geo.js';
import {worldSize, worldX, worldY} from '../../model/geo/mercator.js';
import {placeOf, shapeOf} from '../../model/geo/shape-of.js';
import type {Contribution} from '../../model/records.js';
import type {LocalizedText} from '../../model/text.js';
import type {WidgetHost} from '../base/widget-view.js';
import {type BasemapAttributes, BasemapController} from '../parts/map/basemap-controller.js';
import {MAP_TOOLBAR, renderMapControls} from '../parts/map/map-controls.js';
import {memo} from '../../model/memo.js';
import type {SketchField, SketchMark} from '../parts/sketch/sketch-field.js';
import {renderButton} from '../parts/elements.js';
import type {ContributeI18n} from './form-errors.js';

/** Minimum zoom level at which a single place is shown. */
const MIN_PLACE_ZOOM = 14;
/** Deepest zoom at which a territory is shown: a commune, with the names of the villages around it. */
const MAX_TERRITORY_ZOOM = 12;
/** Family indices of contributions, which have no family, and of the chosen place. */
const OTHER_FAMILY = 3;
const CHOSEN_FAMILY = 4;
/** Width around an edge of the drawing, in pixels, in which a click inserts a vertex. */
const EDGE_WIDTH = 16;
/** Maximum length of a marker's name, in characters. */
const MAX_NAME_LENGTH = 60;

export interface ContributionMapHost extends WidgetHost, BasemapAttributes {
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
}

/** Members of the view that its map uses. */
export interface MappedContributions {
  /** Published contributions, in the order of their list. */
  readonly published: readonly Contribution[];
  readonly chosenPlace: Geo | undefined;
  /** Line or area being drawn. */
  readonly sketch: SketchField | undefined;
  /** Areas that the map shows until contributions are published, or the place of the series that is continued. */
  readonly territories: readonly Bbox[];
  choosePlace(place: Geo): void;
  /** Shows a published contribution in the list. */
  openEntry(index: number): void;
}

/** Map of the form: shows the published contributions and the place being chosen. */
export class ContributionMap {
  readonly #host: ContributionMapHost;
  readonly #i18n: ContributeI18n;
  readonly #contributions: MappedContributions;
  readonly #basemap: BasemapController;
  readonly #engine: MapEngineController;
  #center: Geo | undefined;
  #zoom = 0;

  constructor(host: ContributionMapHost, i18n: ContributeI18n, contributions: MappedContributions) {
    this.#host = host;
    this.#i18n = i18n;
    this.#contributions = contributions;
    this.#basemap = new BasemapController(host);
    new RovingFocusController(host, MAP_TOOLBAR);
    this.#engine = new MapEngineController(
      host,
      () => ({
        container: this.element,
        points: this.#points(),
        labels: this.#labels(),
        tiles: this.#basemap.allowedBasemap,
        center: host.center,
        zoom: host.zoom,
        fit: 'data',
        load: 'visible',
        overlays: () => host.renderRoot.querySelectorAll('.controls, .aim, .credit'),
      }),
      {
        onActivate: index => this.#open([index]),
        onHighlight: () => undefined,
        onStackActivate: indices => this.#open(indices),
        onViewChange: ({center, zoom}) => {
          this.#center = center;
          this.#zoom = zoom;
        },
        onBackgroundClick: place => {
          if (!contributions.sketch?.insertOnEdge(place, this.#toMetres(EDGE_WIDTH / 2, place)))
            contributions.choosePlace(place);
        },
      },
    );
  }

  get pending(): Promise<void>[] {
    return this.#engine.pending;
  }

  get element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.map');
  }

  /** Returns a length on the map, in pixels, as metres; 0 before the map has drawn a view. */
  #toMetres(pixels: number, {lat}: Geo): number {
    if (this.#zoom === 0) return 0;
    const circumference = 2 * Math.PI * EARTH_RADIUS * Math.cos(toRadians(lat));
    return (pixels * circumference) / worldSize(this.#zoom);
  }

  /** Moves the map to a place; zooms in if needed, unless it keeps its zoom, but never out. */
  show({lat, lon}: Geo, keepsZoom = false): void {
    const zoom = keepsZoom && this.#zoom > 0 ? this.#zoom : Math.max(MIN_PLACE_ZOOM, this.#zoom);
    // A name would mark the place, which has a mark of its own.
    this.#engine.moveTo({lat, lon}, zoom);
  }

  render(): TemplateResult {
    const {messages} = this.#i18n;
    const {view, status} = this.#engine;
    // Content below the map is rendered before it, so that nothing moves when it is drawn.
    const hasFailed = status === 'failed';
    const {sketch} = this.#contributions;
    const choose = (): void => {
      if (this.#center) this.#contributions.choosePlace(this.#center);
    };
    return html`<div class="layout">
        <div class="stage">
          <div class="map" part="map" ?data-drawing=${sketch !== undefined}></div>
          ${
            view
              ? html`${renderMapControls(messages, view, this.#host)}
                  ${this.#basemap.renderCredit(this.#engine.groundCredit)}
                  <div class="aim" aria-hidden="true"></div>`
              : nothing
          }
          ${hasFailed ? this.#renderFailure() : nothing}
        </div>
        ${hasFailed ? nothing : this.#basemap.renderConsent(messages)}
      </div>
      ${
        hasFailed
          ? nothing
          : html`<div class="aiming">
              ${renderButton(sketch?.middleLabel ?? messages.pickMiddle, choose)}
            </div>`
      }`;
  }

  #renderFailure(): TemplateResult {
    const {messages} = this.#i18n;
    return html`<p class="unavailable" role="alert">
      ${messages.mapUnavailable} ${renderButton(messages.tryAgain, () => this.#engine.retry())}
    </p>`;
  }

  /**
   * Opens the first published contribution among some points. The chosen place and the line or area being drawn, which
   * are the last points, open nothing.
   */
  #open(indices: readonly number[]): void {
    const [first = Infinity] = indices;
    if (first < this.#contributions.published.length) this.#contributions.openEntry(first);
  }

  readonly #points = memo(
    () => [
      this.#contributions.published,
      this.#contributions.chosenPlace,
      this.#contributions.sketch?.marks,
      this.#contributions.territories,
      this.#i18n.messages,
    ],
    (): MapPoints => {
      const {published, chosenPlace: chosen, sketch, territories} = this.#contributions;
      const marks: readonly SketchMark[] =
        sketch?.marks ?? (chosen ? [{place: chosen, name: this.#i18n.messages.chosenMark}] : []);
      const places = [...published.map(placeOf), ...marks.map(({place}) => place)];
      const markAt = (index: number): SketchMark | undefined => marks[index - published.length];
      const nameOf = (index: number): LocalizedText | undefined =>
        published[index] && shortName(published[index], this.#i18n);
      const positions = positionsOf(places);
      positions.family.fill(CHOSEN_FAMILY, published.length);
      return {
        ...positions,
        layers: [{fill: 'var(--_projet-fill)', letter: '×'}],
        ...(territories.length > 0 && {
          autoFitPoints: positionsOf(territories.flatMap(cornersOf)),
          maxFitZoom: MAX_TERRITORY_ZOOM,
        }),
        // The map does not move to the place that was just chosen.
        autoFitCount: sketch || published.length ? published.length : places.length,
        geometryAt: index =>
          published[index] ? shapeOf(published[index]) : markAt(index)?.geometry,
        shapeModeAt: index => (markAt(index)?.geometry ? 'outline' : ''),
        nameAt: index => nameOf(index)?.value ?? markAt(index)?.name ?? '',
        langAt: index => nameOf(index)?.lang,
      };
    },
  );

  get #regionName(): string {
    return this.#host.regionName(this.#i18n.messages.contributionsMap);
  }

  readonly #labels = memo(
    () => [this.#i18n.messages, this.#i18n.language, this.#regionName],
    (): MapMessages => {
      const {messages, language, number} = this.#i18n;
      return {
        language,
        map: this.#regionName,
        help: `${messages.mapHelp} ${messages.pickHint}`,
        letters: [],
        clusterName: count => messages.contributionsHere(count, number(count)),
        formatNumber: number,
      };
    },
  );
}

/** Returns places as points of a map, without their names. An unknown place has the coordinates NaN. */
const positionsOf = (places: readonly (Geo | undefined)[]) => ({
  length: places.length,
  x: Float64Array.from(places, geo => worldX(geo?.lon as number)),
  y: Float64Array.from(places, geo => worldY(geo?.lat as number)),
  family: new Uint8Array(places.length).fill(OTHER_FAMILY),
});

/** Returns two opposite corners of an area. */
const cornersOf = ([west, south, east, north]: Bbox): Geo[] => [
  {lat: south, lon: west},
  {lat: north, lon: east},
];

/** Returns the first words of a contribution as its name. */
export function shortName({text, id}: Contribution, i18n: ContributeI18n): LocalizedText {
  const {value, ...inLanguage} = i18n.text(text);
  const content = value.replace(/\s+/g, ' ').trim();
  if (!content) return {value: i18n.messages.untitled(String(id))};
  // Cuts at the end of a word, or between graphemes if the text starts with a single long word.
  const name =
    content.length <= MAX_NAME_LENGTH
      ? content
      : `${content.slice(0, MAX_NAME_LENGTH).replace(/\S*$/, '') || firstGraphemes(content)}…`;
  return {value: name, ...inLanguage};
}

function firstGraphemes(text: string): string {
  const {Segmenter} = Intl as Partial<typeof Intl>;
  const graphemes = Segmenter
    ? [...new Segmenter().segment(text)].map(({segment}) => segment)
    : (text.match(/.(?:\p{M}|\u200d|\ufe0f)*/gu) ?? []);
  return graphemes.slice(0, MAX_NAME_LENGTH).join('');
}
