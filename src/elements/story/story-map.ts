import {html, nothing, type LitElement} from 'lit';
import {EngineController} from '../../controllers/engine-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {MapLabels} from '../../map/map-view.js';
import {Background} from '../map-background.js';
import {renderControls} from '../map-controls.js';
import {StepPlaces} from './places.js';
import {stepTitle} from './step.js';
import type {SpokenText} from '../../model/text.js';
import type {Step} from './steps.js';

/** Zoom level of a place whose step sets none. */
const USUAL_ZOOM = 12;
/** Highest zoom level without a tile background: beyond it the outlines show nothing but the marker. */
const OUTLINES_DEEPEST = 10;

interface Host extends LitElement {
  readonly tiles: string;
  readonly attribution: string;
  readonly consent: string;
}

interface Acts {
  /** Goes to a step; called when its marker is activated. */
  go(step: Step | undefined): void;
  /** Requests consent to load the tiles of a third party. */
  ask(provider: string): void;
}

type Sections = 'story' | 'map';

/** Map beside a story that moves to the place of the current step. The story is complete without it. */
export class StoryMap {
  readonly #host: Host;
  readonly #i18n: LocalizeController<Sections>;
  readonly #acts: Acts;
  readonly #engine: EngineController;
  readonly background: Background;
  #steps: readonly Step[] = [];
  #places: StepPlaces | undefined;
  #labels: MapLabels | undefined;
  #made: unknown;
  /** Step being read, and the step whose place is shown. */
  #read: Step | undefined;
  #target: Step | undefined;
  /** Arguments of the last map movement, to skip equal ones. */
  #sent: readonly unknown[] = [];

  constructor(host: Host, i18n: LocalizeController<Sections>, acts: Acts) {
    this.#host = host;
    this.#i18n = i18n;
    this.#acts = acts;
    this.background = new Background(host);
    this.#engine = new EngineController(
      host,
      () => ({
        container: host.renderRoot.querySelector<HTMLElement>('.map'),
        points: this.#places,
        labels: this.#labelsNow(),
        tiles: this.background.shown,
        center: undefined,
        zoom: undefined,
        fit: 'data',
        load: 'visible',
      }),
      {
        activated: index => this.#activated([index]),
        pointed() {},
        stacked: indices => this.#activated(indices),
        viewed() {},
        escaped() {},
      },
    );
  }

  /** True if at least one step has coordinates. */
  get hasPlaces(): boolean {
    return Boolean(this.#places?.length);
  }

  /** True if the map engine has loaded. */
  get isShown(): boolean {
    return this.#engine.view !== undefined;
  }

  get pending(): readonly Promise<void>[] {
    return this.#engine.pending;
  }

  /** Sets the steps of the story; an empty list removes the map. */
  setSteps(steps: readonly Step[]): void {
    if (steps === this.#steps && this.#made === this.#i18n.messages) return;
    this.#steps = steps;
    this.#made = this.#i18n.messages;
    this.#places = steps.some(({geo}) => geo)
      ? new StepPlaces(steps, here => this.#nameOf(here))
      : undefined;
  }

  /**
   * Returns the accessible name of a point. An attribute has one language, so that titles in a foreign language get no
   * words of the interface language added.
   */
  #nameOf(here: readonly Step[]): SpokenText {
    const {messages, list} = this.#i18n;
    const [lang, ...others] = new Set(here.map(({title}) => this.#i18n.text(title).lang));
    const name = (step: Step, say: (number: string, title: string) => string): string =>
      say(String(step.number), stepTitle(step, this.#i18n));
    return lang && others.length === 0
      ? {lang, value: here.map(step => name(step, (n, title) => `${n}. ${title}`)).join(', ')}
      : {value: list(here.map(step => name(step, messages.stepNamed)))};
  }

  /** Moves the map to the place of the current step. A step without a place leaves the map as it is. */
  follow(step: Step | undefined): void {
    if (step !== this.#read) this.#target = step;
    this.#read = step;
    this.#look();
  }

  /** Moves the map to the place of a step, even if the reader has panned away, and scrolls the map into view. */
  see(step: Step): void {
    this.#target = step;
    this.#sent = [];
    this.#look();
    this.#host.renderRoot.querySelector('.map')?.scrollIntoView({block: 'nearest'});
  }

  #look(): void {
    const {view} = this.#engine;
    const {shown} = this.background;
    const step = this.#target;
    const sent = [view, step?.geo, step?.zoom, shown];
    if (!view || !step?.geo || sent.every((part, index) => part === this.#sent[index])) return;
    this.#sent = sent;
    view.highlight(this.#places?.indexOf(step));
    const zoom = step.zoom ?? USUAL_ZOOM;
    view.moveTo(step.geo, shown ? zoom : Math.min(zoom, OUTLINES_DEEPEST));
  }

  render(): unknown {
    if (!this.hasPlaces) return nothing;
    const {messages} = this.#i18n;
    const {view, status} = this.#engine;
    if (status === 'failed') {
      return html`<div class="beside lost">
        <p class="notice">${messages.storyMapLost}</p>
        <button class="button" type="button" @click=${() => this.#retry()}>
          ${messages.tryAgain}
        </button>
      </div>`;
    }
    return html`<div class="beside">
      <div class="stage">
        <button class="button skip" type="button" @click=${() => this.#acts.go(this.#steps[0])}>
          ${messages.skipMap}
        </button>
        <div class="map" part="map"></div>
        ${view ? html`${renderControls(messages, view)} ${this.background.renderCredit()}` : nothing}
      </div>
      ${view ? this.#renderConsent() : nothing}
    </div>`;
  }

  #renderConsent(): unknown {
    return this.background.renderConsent(
      this.#i18n.messages,
      provider => this.#acts.ask(provider),
      () => this.background.agree(undefined),
    );
  }

  #retry(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
    this.#engine.retry();
  }

  #activated(indices: readonly number[]): void {
    this.#acts.go(indices.flatMap(index => this.#places?.stepsAt(index) ?? [])[0]);
  }

  #labelsNow(): MapLabels {
    const {messages, language, number} = this.#i18n;
    if (this.#labels && this.#labelled === messages) return this.#labels;
    this.#labelled = messages;
    this.#labels = {
      language,
      map: messages.storyMap,
      help: messages.mapHelp,
      letters: [],
      cluster: count => messages.placesHere(count, number(count)),
      number,
    };
    return this.#labels;
  }

  #labelled: unknown;
}
