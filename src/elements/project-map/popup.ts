import {html, nothing, render, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Project} from '../../model/records.js';
import type {Selection} from '../../model/selection.js';
import {familyMark} from '../family-mark.js';
import {sign} from '../map-controls.js';
import type {EngineController} from '../../controllers/engine-controller.js';
import {factsOf} from './place-list.js';
import type {Places} from './places.js';
import type {ShownProjects} from './shown-projects.js';

interface Parts {
  readonly shown: ShownProjects;
  readonly engine: EngineController;
  readonly i18n: LocalizeController<'map' | 'projectMap'>;
  selection(): Selection;
  link(project: Project): unknown;
}

/** What a marker opens: a small dialog that leaves the page alone, held above its place by the map. */
export class PlacePopup {
  readonly #host: ReactiveControllerHost;
  readonly #parts: Parts;
  readonly #node = document.createElement('div');
  /** Projects that no zoom can part. */
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

  open(project: Project): void {
    this.#stack = undefined;
    this.#parts.selection().setChosen({collection: 'projects', id: project.id}, this.#host);
    this.#enter();
  }

  openStack(indices: readonly number[]): void {
    const {places} = this.#parts.shown;
    this.#parts.selection().setChosen(undefined, this.#host);
    this.#stack = places && {places, indices};
    this.#enter();
  }

  /** Closes it; the focus goes back to the marker that it hangs on. */
  readonly close = (): void => {
    const [first] = this.#opened;
    if (first === undefined) return;
    this.#parts.engine.view?.focusMarker(first);
    this.#stack = undefined;
    this.#parts.selection().setChosen(undefined, this.#host);
    this.#host.requestUpdate();
  };

  /** Brings the map's popup in step with what is chosen; answers whether the focus was in one that went. */
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
    // A popup of what is out of sight would hang on nothing.
    return chosen !== undefined && engine.inView(places)?.includes(chosen) ? [chosen] : [];
  }

  #render(first: number): TemplateResult {
    const {shown, i18n, link} = this.#parts;
    const {messages, number} = i18n;
    const projects = this.#opened.map(index => shown.at(index));
    const {length} = projects;
    const project = shown.at(first);
    const family = shown.familyAt(first);
    return html`
      ${length === 1 && family ? familyMark(messages, family) : nothing}
      <p class="title" id="popup-title">
        ${length === 1 ? link(project) : messages.projects(length, number(length))}
      </p>
      ${
        length === 1
          ? html`<p class="small">${factsOf(project, i18n)}</p>`
          : html`<ul>
              ${projects.map(one => html`<li>${link(one)}</li>`)}
            </ul>`
      }
      <button class="button close" type="button" aria-label=${messages.close} @click=${this.close}>
        ${sign('M4 4l8 8M12 4l-8 8')}
      </button>
    `;
  }
}
