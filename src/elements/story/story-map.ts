import {html, nothing} from 'lit';
import {MapEngineController} from '../../controllers/map-engine-controller.js';
import {RovingFocusController} from '../../controllers/roving-focus-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {MapMessages, VisibleArea} from '../../map/map-view.js';
import type {PaperMapContent, WidgetHost} from '../base/widget-view.js';
import {type BasemapAttributes, BasemapController} from '../parts/map/basemap-controller.js';
import {MAP_TOOLBAR, renderMapControls} from '../parts/map/map-controls.js';
import {flyMap} from '../parts/map/map-flight.js';
import {lastReturn, StepPoints} from './step-points.js';
import {memo, sameItems} from '../../model/memo.js';
import {stepTitle} from './render-step.js';
import type {LocalizedText} from '../../model/text.js';
import {renderButton} from '../parts/elements.js';
import type {Step} from './steps.js';

/** Zoom level of a place whose step sets none. */
const DEFAULT_ZOOM = 12;
/**
 * Without a tile background a view is two zoom levels farther, within this range: nearer, the outlines show nothing but
 * the marker.
 */
const [OUTLINE_LEAD, MIN_OUTLINE_ZOOM, MAX_OUTLINE_ZOOM] = [2, 10, 12] as const;

type StoryMapHost = WidgetHost & BasemapAttributes;

type MessageSection = 'story' | 'map';

/** Map beside a story that moves to the place of the current step. The story is complete without it. */
export class StoryMap {
  readonly #host: StoryMapHost;
  readonly #i18n: LocalizeController<MessageSection>;
  readonly #goToStep: (step: Step | undefined) => void;
  readonly #engine: MapEngineController;
  readonly #basemap: BasemapController;
  #steps: readonly Step[] = [];
  readonly #messages = memo(
    () => [this.#i18n.messages, this.#host.regionName(this.#i18n.messages.storyMap)],
    () => this.#createMessages(),
  );
  readonly #createPoints = memo(
    () => [this.#steps, this.#i18n.messages, this.#lastReturn],
    () =>
      this.#steps.some(({geo}) => geo)
        ? new StepPoints(this.#steps, here => this.#pointName(here), this.#lastReturn)
        : undefined,
  );
  /** Step being read, and the step whose place is shown. */
  #currentStep: Step | undefined;
  #targetStep: Step | undefined;
  /** Arguments of the last map movement, to skip equal ones. */
  #lastView: readonly unknown[] = [];
  /** View of the map, as it is drawn. */
  #area: VisibleArea | undefined;
  /** True once the map has shown the place of a step. */
  #hasPlace = false;
  #endFlight: (() => void) | undefined;

  constructor(
    host: StoryMapHost,
    i18n: LocalizeController<MessageSection>,
    goToStep: (step: Step | undefined) => void,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#goToStep = goToStep;
    this.#basemap = new BasemapController(host);
    new RovingFocusController(host, MAP_TOOLBAR);
    this.#engine = new MapEngineController(
      host,
      () => ({
        container: host.renderRoot.querySelector<HTMLElement>('.map'),
        points: this.#points,
        labels: this.#messages(),
        tiles: this.#basemap.allowedBasemap,
        center: undefined,
        zoom: undefined,
        fit: 'data',
        overlays: () => host.renderRoot.querySelectorAll('.controls, .credit'),
        load: 'visible',
        hasSurroundings: true,
      }),
      {
        onActivate: index => this.#handleActivation([index]),
        onHighlight() {},
        onStackActivate: indices => this.#handleActivation(indices),
        onViewChange: area => (this.#area = area),
      },
    );
  }

  /** True if at least one step has coordinates. */
  get hasPlaces(): boolean {
    return Boolean(this.#points?.length);
  }

  /** True if the map engine has loaded. */
  get isLoaded(): boolean {
    return this.#engine.view !== undefined;
  }

  get pending(): readonly Promise<void>[] {
    return this.#engine.pending;
  }

  /** Map of all steps for paper, with their titles as its list. */
  get paperMap(): PaperMapContent | undefined {
    const points = this.#points;
    return (
      points && {
        points,
        messages: this.#messages(),
        area: undefined,
        title: this.#i18n.messages.storyPlaces,
        listed: [...points.x.keys()],
        drawing: this.#engine.paper,
        renderTitle: index =>
          html`<span lang=${points.langAt(index) ?? nothing}>${points.nameAt(index)}</span>`,
        facts: index =>
          [...new Set(points.stepsAt(index).map(({year}) => year ?? ''))]
            .filter(Boolean)
            .join(', '),
      }
    );
  }

  /** Sets the steps of the story; an empty list removes the map. */
  setSteps(steps: readonly Step[]): void {
    this.#steps = steps;
  }

  get #lastReturn(): number {
    return lastReturn(this.#steps, this.#currentStep?.number ?? 0);
  }

  get #points(): StepPoints | undefined {
    return this.#createPoints();
  }

  /**
   * Returns the accessible name of a point. An attribute has one language, so that titles in a foreign language get no
   * words of the interface language added.
   */
  #pointName(steps: readonly Step[]): LocalizedText {
    const {messages, list} = this.#i18n;
    const [lang, ...others] = new Set(steps.map(({title}) => this.#i18n.text(title).lang));
    const stepName = (step: Step, format: (number: string, title: string) => string): string =>
      format(String(step.number), stepTitle(step, this.#i18n));
    return lang && others.length === 0
      ? {lang, value: steps.map(step => stepName(step, (n, title) => `${n}. ${title}`)).join(', ')}
      : {value: list(steps.map(step => stepName(step, messages.stepNamed)))};
  }

  /** Moves the map to the place of the current step. A step without a place leaves the map as it is. */
  setCurrentStep(step: Step | undefined): void {
    if (step !== this.#currentStep) this.#targetStep = step;
    this.#currentStep = step;
    this.#updateView();
  }

  /**
   * Moves the map to the place of a step, even if the reader has panned away, scrolls the map into view, and focuses it:
   * the button, in a low window, is out of sight then.
   */
  showStep(step: Step): void {
    this.#targetStep = step;
    this.#lastView = [];
    this.#updateView();
    const map = this.#host.renderRoot.querySelector<HTMLElement>('.map');
    map?.scrollIntoView({block: 'nearest', behavior: 'instant'});
    map?.focus({preventScroll: true});
  }

  #updateView(): void {
    const {view} = this.#engine;
    const {allowedBasemap: shown} = this.#basemap;
    const step = this.#targetStep;
    const nextView = [view, step?.geo, step?.zoom, shown];
    if (!view || !step?.geo || sameItems(nextView, this.#lastView)) return;
    this.#lastView = nextView;
    view.highlight(this.#points?.indexOf(step));
    const zoom = step.zoom ?? DEFAULT_ZOOM;
    const far = Math.max(MIN_OUTLINE_ZOOM, zoom - OUTLINE_LEAD);
    const {geo} = step;
    const move = (): VisibleArea | undefined => {
      view.moveTo(geo, shown ? zoom : Math.min(zoom, far, MAX_OUTLINE_ZOOM));
      return this.#area;
    };
    this.#endFlight?.();
    const map = this.#host.renderRoot.querySelector<HTMLElement>('.map');
    this.#endFlight =
      map && this.#area && this.#hasPlace ? flyMap(map, this.#area, move) : void move();
    this.#hasPlace = true;
  }

  render(): unknown {
    if (!this.hasPlaces) return nothing;
    const {messages} = this.#i18n;
    const {view, status} = this.#engine;
    if (status === 'failed') {
      return html`<div class="beside lost">
        <p class="notice">${messages.storyMapLost}</p>
        ${renderButton(messages.tryAgain, () => this.#engine.retry())}
      </div>`;
    }
    return html`<div class="beside">
      <div class="stage">
        <button class="button skip" type="button" @click=${() => this.#goToStep(this.#steps[0])}>
          ${messages.skipMap}
        </button>
        <div class="map" part="map"></div>
        ${view ? html`${renderMapControls(messages, view)} ${this.#basemap.renderCredit(this.#engine.groundCredit)}` : nothing}
      </div>
      ${this.#basemap.renderConsent(messages)}
    </div>`;
  }

  #handleActivation(indices: readonly number[]): void {
    this.#goToStep(indices.flatMap(index => this.#points?.stepsAt(index) ?? [])[0]);
  }

  #numbersOf(families: readonly number[]): string {
    return this.#points?.numbersOf(families) ?? '';
  }

  #createMessages(): MapMessages {
    const {messages, language, number} = this.#i18n;
    return {
      language,
      map: this.#host.regionName(messages.storyMap),
      help: messages.mapHelp,
      letters: [],
      clusterName: (count, families) =>
        `${this.#numbersOf(families)}, ${messages.placesHere(count, number(count))}`,
      // A count would look like the number of a step.
      clusterText: families => this.#numbersOf(families),
      formatNumber: number,
    };
  }
}
