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

/** From where the map looks at one place. */
const PLACE_ZOOM = 14;
/** What has no family, and the one place that was chosen. */
const OTHER = 3;
const CHOSEN = 4;
/** How much of a text a mark is called by. */
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
  /** Those that are published, in the order of their list. */
  published(): readonly Contribution[];
  chosen(): Geo | undefined;
  choose(place: Geo): void;
  /** A published one was opened, by its number in the list. */
  open(index: number): void;
  /** A third party's tiles were asked for; answers whether the page lets them come. */
  mayAsk(provider: string): boolean;
}

/** The map of the form: what is published already, and the place that is being chosen. */
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

  /** Looks at a place, no farther off than it does. */
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

  /** The place that was chosen is the last of the points, and opens nothing. */
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
        // Where someone has clicked, the map stays.
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

/** What a contribution is called where there is little room: its first words. */
export function nameOf({text, id}: Contribution, i18n: Words): SpokenText {
  const {value, ...inLanguage} = i18n.text(text);
  const words = value.replace(/\s+/g, ' ').trim();
  if (!words) return {value: i18n.messages.untitled(String(id))};
  if (words.length <= LONGEST_NAME) return {value: words, ...inLanguage};
  // At the end of a word, so that no letter of several parts is cut; one that has no end, at a letter's.
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
