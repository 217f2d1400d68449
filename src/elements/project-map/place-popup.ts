import {html, nothing, render, type TemplateResult} from 'lit';
import type {MapEngineController} from '../../controllers/map-engine-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {excerptOf} from '../../model/excerpt.js';
import type {Picture, Project, Resource} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {renderIcon} from '../parts/map/map-controls.js';
import {hideParent} from '../parts/pictures/deferred-pictures.js';
import {isDeferred, renderImage} from '../parts/pictures/picture.js';
import {renderContact} from '../parts/records/contact.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {recordName} from '../parts/records/record-labels.js';
import {renderFamilyLabel} from '../parts/records/family-label.js';
import {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {renderLayerSymbol, renderNearby} from './layer-templates.js';
import {lengthClass, placeFacts, renderFacts} from './place-list.js';
import type {PlaceIndex} from './place-index.js';
import type {ShownRecords} from './shown-records.js';

interface PlacePopupOptions {
  readonly shown: ShownRecords;
  readonly engine: MapEngineController;
  readonly i18n: LocalizeController<'contact' | 'layers' | 'map' | 'projectMap'>;
}

/** Popup of a marker: a non-modal dialog, positioned by the map. */
export class PlacePopup {
  readonly #host: WidgetHost;
  readonly #options: PlacePopupOptions;
  readonly #templates: RecordTemplateController;
  readonly #element = document.createElement('div');
  /** Records at one position, which no zoom can separate. */
  #stack: {readonly places: PlaceIndex; readonly indices: readonly number[]} | undefined;

  constructor(host: WidgetHost, options: PlacePopupOptions) {
    this.#host = host;
    this.#options = options;
    this.#templates = new RecordTemplateController(host, 'popup');
    this.#element.className = 'popup';
    this.#element.setAttribute('part', 'popup');
    this.#element.role = 'dialog';
    this.#element.tabIndex = -1;
    this.#element.setAttribute('aria-labelledby', 'popup-title');
  }

  /** Load of the code of a template, if in progress. */
  get pending(): Promise<void>[] {
    return this.#templates.pending;
  }

  open(index: number): void {
    this.#stack = undefined;
    this.#host.selection.setSelected(this.#options.shown.places?.refAt(index), this.#host);
    this.#focusAfterUpdate();
  }

  openStack(indices: readonly number[]): void {
    const {places} = this.#options.shown;
    this.#host.selection.setSelected(undefined, this.#host);
    this.#stack = places && {places, indices};
    this.#focusAfterUpdate();
  }

  /**
   * @param focusesMarker Moves the focus to the marker of the popup.
   * @returns False if no popup was open.
   */
  close(focusesMarker: boolean): boolean {
    const [first] = this.#openIndices;
    if (first === undefined) return false;
    if (focusesMarker) this.#options.engine.view?.focusMarker(first);
    this.#stack = undefined;
    this.#host.selection.setSelected(undefined, this.#host);
    this.#host.requestUpdate();
    return true;
  }

  /** Synchronizes the map with the selection. Returns true if a popup that had the focus was closed. */
  update(): boolean {
    const {view} = this.#options.engine;
    const [first] = this.#openIndices;
    if (first === undefined) {
      const hadFocus = this.#element.matches(':focus-within');
      view?.setPopup(undefined);
      return hadFocus;
    }
    render(this.#render(first), this.#element, {host: this.#host});
    view?.setPopup(this.#element, first);
    return false;
  }

  #focusAfterUpdate(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#element.focus();
      // The map has moved to make room for it.
      this.#element.closest('.stage')?.scrollIntoView({block: 'nearest'});
    });
  }

  get #openIndices(): readonly number[] {
    const {shown, engine} = this.#options;
    const {places} = shown;
    if (!places) return [];
    if (this.#stack?.places === places) return this.#stack.indices;
    const chosen = places.indexOf(this.#host.selection.selected);
    // A record out of view has no mark to attach a popup to.
    return chosen !== undefined && engine.visibleIndices(places)?.includes(chosen) ? [chosen] : [];
  }

  #render(first: number): TemplateResult {
    const {shown, i18n} = this.#options;
    const renderLink = (index: number) => renderRecordLink(this.#host, shown.at(index));
    const {messages} = i18n;
    const openIndices = this.#openIndices;
    const isStack = openIndices.length > 1;
    const family = shown.familyAt(first);
    const layer = shown.layerAt(first);
    const nearby = shown.nearbyAt(first);
    this.#element.classList.toggle(
      'sentence',
      !isStack && lengthClass(recordName(shown.at(first), i18n).value) !== '',
    );
    const own = isStack
      ? undefined
      : this.#templates.render(shown.at(first), i18n, this.#host.level);
    if (own !== undefined)
      return html`<span hidden id="popup-title">${recordName(shown.at(first), i18n).value}</span>
        ${own} ${this.#renderClose()}`;
    return html`
      ${isStack ? nothing : renderPicture(shown.pictureAt(first), i18n)}
      ${isStack || !family ? nothing : renderFamilyLabel(messages, family)}
      ${isStack || !layer ? nothing : html`<p class="small">${renderLayerSymbol(layer.style)} ${layer.name}</p>`}
      <p class="title" id="popup-title">
        ${isStack ? shown.describeCounts(this.#countByCategory(openIndices)) : renderLink(first)}
      </p>
      ${
        isStack
          ? html`<ul>
              ${openIndices.map(index => html`<li>${renderLink(index)}</li>`)}
            </ul>`
          : html`${renderIntroduction(shown.at(first), i18n)}
              <p class="small">${renderFacts(placeFacts(shown, first, i18n))}</p>
              ${renderContact(shown.at(first) as Resource, i18n)}
              ${nearby ? renderNearby(this.#host, nearby, i18n) : nothing}`
      }
      ${this.#renderClose()}
    `;
  }

  #renderClose(): TemplateResult {
    const {messages} = this.#options.i18n;
    return html`<button
      class="button close"
      type="button"
      aria-label=${messages.close}
      @click=${() => this.close(true)}
    >
      ${renderIcon('M4 4l8 8M12 4l-8 8')}
    </button>`;
  }

  /** Counts records by category: families, then layers. */
  #countByCategory(indices: readonly number[]): number[] {
    const counts: number[] = [];
    for (const index of indices) {
      const family = this.#options.shown.places?.family[index] ?? 0;
      counts[family] = (counts[family] ?? 0) + 1;
    }
    return [...counts].map(count => (count as number | undefined) ?? 0);
  }
}

/** Maximum length of the introduction in characters: about two lines. */
const MAX_INTRODUCTION = 80;

/** Texts that a record of some collection may have. */
type Introduced = Pick<Resource, 'abstract'> & Pick<Project, 'description'>;

/** Renders the start of the text of a record. */
function renderIntroduction(record: unknown, i18n: PlacePopupOptions['i18n']): unknown {
  const {abstract, description} = record as Introduced;
  const {value, lang} = i18n.text(abstract ?? description);
  return value
    ? html`<p class="introduction" lang=${lang ?? nothing}>
        ${excerptOf(value, MAX_INTRODUCTION).value}
      </p>`
    : nothing;
}

/** Renders a picture. One deferred by data saving is omitted. */
const renderPicture = (picture: Picture | undefined, i18n: PlacePopupOptions['i18n']): unknown =>
  picture && !isDeferred(picture.src)
    ? html`<span class="picture">${renderImage(picture, i18n, {onError: hideParent})}</span>`
    : nothing;
