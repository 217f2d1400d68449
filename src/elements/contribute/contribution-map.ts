import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import {EngineController} from '../../controllers/engine-controller.js';
import type {MapLabels, MapPoints} from '../../map/map-view.js';
import type {Geo} from '../../model/geo.js';
import type {Contribution} from '../../model/records.js';
import type {SpokenText} from '../../model/text.js';
import {Background} from '../map-background.js';
import {renderControls} from '../map-controls.js';
import {memo} from '../memo.js';
import type {Words} from './words.js';

/** Minimum zoom level at which a single place is shown. */
const PLACE_ZOOM = 14;
/** Family indices of contributions, which have no family, and of the chosen place. */
const OTHER = 3;
const CHOSEN = 4;
/** Maximum length of a marker's name, in characters. */
const LONGEST_NAME = 60;

interface Settings {
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
}

interface Options {
  container(): HTMLElement | null;
  /** Published contributions, in the order of their list. */
  published(): readonly Contribution[];
  chosen(): Geo | undefined;
  choose(place: Geo): void;
  /** Called when a published contribution is activated, with its index in the list. */
  open(index: number): void;
  /** Requests consent to load the tiles of a third party; returns true if the page allows it. */
  mayAsk(provider: string): boolean;
}

/** Map of the form: shows the published contributions and the place being chosen. */
export class ContributionMap implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element & Settings;
  readonly #i18n: Words;
  readonly #options: Options;
  readonly #background: Background;
  readonly #engine: EngineController;
  #middle: Geo | undefined;
  #zoom = 0;

  constructor(host: ReactiveControllerHost & Element & Settings, i18n: Words, options: Options) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
    this.#background = new Background(host);
    this.#engine = new EngineController(
      host,
      () => ({
        container: options.container(),
        points: this.#points(),
        labels: this.#labels(),
        tiles: this.#background.shown,
        center: host.center,
        zoom: host.zoom,
        fit: 'data',
        load: 'visible',
      }),
      {
        activated: index => this.#open([index]),
        pointed: () => undefined,
        stacked: indices => this.#open(indices),
        viewed: ({center, zoom}) => {
          this.#middle = center;
          this.#zoom = zoom;
        },
        escaped: () => undefined,
        placed: place => options.choose(place),
      },
    );
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('fullscreenchange', this.#redraw);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('fullscreenchange', this.#redraw);
  }

  readonly #redraw = (): void => this.#host.requestUpdate();

  get pending(): Promise<void>[] {
    return this.#engine.pending;
  }

  /** Moves the map to a place; zooms in if needed, but never out. */
  show(place: Geo): void {
    this.#engine.go(place, Math.max(PLACE_ZOOM, this.#zoom));
  }

  render(): TemplateResult {
    const {messages} = this.#i18n;
    const {view, status} = this.#engine;
    const choose = (): void => {
      if (this.#middle) this.#options.choose(this.#middle);
    };
    return html`<div class="layout">
        <div class="stage">
          <div class="map" part="map"></div>
          ${
            view
              ? html`${renderControls(messages, view, this.#host)}
                  ${this.#background.renderCredit()}
                  <div class="aim" aria-hidden="true"></div>`
              : nothing
          }
          ${status === 'failed' ? this.#renderFailure() : nothing}
        </div>
        ${
          view
            ? this.#background.renderConsent(
                messages,
                provider => this.#ask(provider),
                () => this.#background.agree(undefined),
              )
            : nothing
        }
      </div>
      ${
        view
          ? html`<div class="aiming">
              <button class="button" type="button" @click=${choose}>${messages.pickMiddle}</button>
              <span class="small">${messages.pickHint}</span>
            </div>`
          : nothing
      }`;
  }

  #renderFailure(): TemplateResult {
    const {messages} = this.#i18n;
    return html`<p class="unavailable" role="alert">
      ${messages.mapUnavailable}
      <button class="button" type="button" @click=${() => this.#engine.retry()}>
        ${messages.tryAgain}
      </button>
    </p>`;
  }

  #ask(provider: string): void {
    if (this.#options.mayAsk(provider)) this.#background.agree(provider);
  }

  /**
   * Opens the first published contribution among some points. The chosen place, which is the last point, opens nothing.
   */
  #open(indices: readonly number[]): void {
    const index = indices.find(one => one < this.#options.published().length);
    if (index !== undefined) this.#options.open(index);
  }

  readonly #points = memo(
    () => [this.#options.published(), this.#options.chosen(), this.#i18n.messages],
    (): MapPoints => {
      const published = this.#options.published();
      const chosen = this.#options.chosen();
      const places = [...published.map(({geo}) => geo), ...(chosen ? [chosen] : [])];
      const of = (part: 'lat' | 'lon') => Float64Array.from(places, geo => geo?.[part] ?? NaN);
      return {
        length: places.length,
        lat: of('lat'),
        lon: of('lon'),
        family: Uint8Array.from(places, (_, i) => (i < published.length ? OTHER : CHOSEN)),
        layers: [{fill: 'var(--_projet-fill)', letter: '×'}],
        // The map does not move to the place that was just chosen.
        leading: published.length || places.length,
        name: index => {
          const one = published[index];
          return one ? nameOf(one, this.#i18n).value : this.#i18n.messages.chosenMark;
        },
        langOf: index => published[index] && nameOf(published[index], this.#i18n).lang,
      };
    },
  );

  readonly #labels = memo(
    () => [this.#i18n.messages, this.#i18n.language],
    (): MapLabels => {
      const {messages, language, number} = this.#i18n;
      return {
        language,
        map: messages.contributionsMap,
        help: `${messages.mapHelp} ${messages.pickHint}`,
        letters: ['', '', '', ''],
        cluster: count => messages.contributionsHere(count, number(count)),
        number,
      };
    },
  );
}

/** Returns the first words of a contribution as its name. */
export function nameOf({text, id}: Contribution, i18n: Words): SpokenText {
  const {value, ...inLanguage} = i18n.text(text);
  const words = value.replace(/\s+/g, ' ').trim();
  if (!words) return {value: i18n.messages.untitled(String(id))};
  if (words.length <= LONGEST_NAME) return {value: words, ...inLanguage};
  // Cuts at the end of a word, or between graphemes if the text starts with a single long word.
  const most = words.slice(0, LONGEST_NAME).replace(/\S*$/, '') || firstLetters(words);
  return {value: `${most}…`, ...inLanguage};
}

function firstLetters(words: string): string {
  const {Segmenter} = Intl as Partial<typeof Intl>;
  const letters = Segmenter
    ? [...new Segmenter().segment(words)].map(({segment}) => segment)
    : (words.match(/.(?:\p{M}|\u200d|\ufe0f)*/gu) ?? []);
  return letters.slice(0, LONGEST_NAME).join('');
}
