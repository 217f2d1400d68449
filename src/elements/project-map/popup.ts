import {html, nothing, render, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {EngineController} from '../../controllers/engine-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {PortalRecord} from '../../model/records.js';
import type {Selection} from '../../model/selection.js';
import {familyMark} from '../family-mark.js';
import {sign} from '../map-controls.js';
import {layerShape} from './legend.js';
import {renderNearby} from './nearby.js';
import {factsOf} from './place-list.js';
import type {Places} from './places.js';
import type {ShownRecords} from './shown-records.js';

interface Parts {
  readonly shown: ShownRecords;
  readonly engine: EngineController;
  readonly i18n: LocalizeController<'layers' | 'map' | 'projectMap'>;
  selection(): Selection;
  link(record: PortalRecord): unknown;
}

/** Popup of a marker: a non-modal dialog, positioned by the map. */
export class PlacePopup {
  readonly #host: ReactiveControllerHost;
  readonly #parts: Parts;
  readonly #node = document.createElement('div');
  /** Records at one position, which no zoom can separate. */
  #stack: {readonly places: Places; readonly indices: readonly number[]} | undefined;

  constructor(host: ReactiveControllerHost, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
    this.#node.className = 'popup';
    this.#node.part.add('popup');
    this.#node.role = 'dialog';
    this.#node.tabIndex = -1;
    this.#node.setAttribute('aria-labelledby', 'popup-title');
  }

  open(index: number): void {
    this.#stack = undefined;
    this.#parts.selection().setChosen(this.#parts.shown.places?.refTo(index), this.#host);
    this.#enter();
  }

  openStack(indices: readonly number[]): void {
    const {places} = this.#parts.shown;
    this.#parts.selection().setChosen(undefined, this.#host);
    this.#stack = places && {places, indices};
    this.#enter();
  }

  /** Closes the popup and focuses its marker. */
  readonly close = (): void => {
    const [first] = this.#opened;
    if (first === undefined) return;
    this.#parts.engine.view?.focusMarker(first);
    this.#stack = undefined;
    this.#parts.selection().setChosen(undefined, this.#host);
    this.#host.requestUpdate();
  };

  /** Synchronizes the map with the selection. Returns true if a popup that had the focus was closed. */
  draw(): boolean {
    const {view} = this.#parts.engine;
    const [first] = this.#opened;
    if (first === undefined) {
      const hadFocus = this.#node.matches(':focus-within');
      view?.setPopup(undefined);
      return hadFocus;
    }
    render(this.#render(first), this.#node, {host: this.#host});
    view?.setPopup(this.#node, first);
    return false;
  }

  #enter(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#node.focus());
  }

  get #opened(): readonly number[] {
    const {shown, engine, selection} = this.#parts;
    const {places} = shown;
    if (!places) return [];
    if (this.#stack?.places === places) return this.#stack.indices;
    const chosen = places.indexOf(selection().chosen);
    // A record out of view has no mark to attach a popup to.
    return chosen !== undefined && engine.inView(places)?.includes(chosen) ? [chosen] : [];
  }

  #render(first: number): TemplateResult {
    const {shown, i18n, link} = this.#parts;
    const {messages} = i18n;
    const opened = this.#opened;
    const isStack = opened.length > 1;
    const family = shown.familyAt(first);
    const layer = shown.layerAt(first);
    const nearby = shown.nearbyAt(first);
    return html`
      ${isStack || !family ? nothing : familyMark(messages, family)}
      ${isStack || !layer ? nothing : html`<p class="small">${layerShape(layer.look)} ${layer.name}</p>`}
      <p class="title" id="popup-title">
        ${isStack ? shown.describe(this.#families(opened)) : link(shown.at(first))}
      </p>
      ${
        isStack
          ? html`<ul>
              ${opened.map(index => html`<li>${link(shown.at(index))}</li>`)}
            </ul>`
          : html`<p class="small">${factsOf(shown, first, i18n)}</p>
              ${nearby ? renderNearby(nearby, i18n, link) : nothing}`
      }
      <button class="button close" type="button" aria-label=${messages.close} @click=${this.close}>
        ${sign('M4 4l8 8M12 4l-8 8')}
      </button>
    `;
  }

  /** Counts records by category: families, then layers. */
  #families(indices: readonly number[]): number[] {
    const counts: number[] = [];
    for (const index of indices) {
      const family = this.#parts.shown.places?.family[index] ?? 0;
      counts[family] = (counts[family] ?? 0) + 1;
    }
    return [...counts].map(count => (count as number | undefined) ?? 0);
  }
}
