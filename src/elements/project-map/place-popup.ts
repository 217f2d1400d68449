import {html, nothing, render, type TemplateResult} from 'lit';
import type {RecordRef} from '../../controllers/selection-controller.js';
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
import {lengthClass, placeFacts, renderFacts, renderFirst} from './place-list.js';
import type {PlaceIndex} from './place-index.js';
import type {ShownRecords} from './shown-records.js';

/** Number of records of a stack that are listed at once: thousands of links would block the page for seconds. */
const STACK_PAGE = 50;

interface PlacePopupOptions {
  readonly shown: ShownRecords;
  readonly engine: MapEngineController;
  readonly i18n: LocalizeController<'contact' | 'layers' | 'map' | 'places' | 'projectMap'>;
}

/** Records at one position, of which the first ones are listed. */
interface Stack {
  readonly places: PlaceIndex;
  readonly indices: readonly number[];
  listed: number;
}

/** Popup of a marker: a non-modal dialog, positioned by the map. */
export class PlacePopup {
  readonly #host: WidgetHost;
  readonly #options: PlacePopupOptions;
  readonly #templates: RecordTemplateController;
  readonly #element = document.createElement('div');
  /** Records at one position, which no zoom can separate. */
  #stack: Stack | undefined;

  constructor(host: WidgetHost, options: PlacePopupOptions) {
    this.#host = host;
    this.#options = options;
    this.#templates = new RecordTemplateController(host, 'popup');
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
    this.#open(this.#options.shown.places?.refAt(index));
  }

  openStack(indices: readonly number[]): void {
    const {places} = this.#options.shown;
    this.#open(undefined, places && {places, indices, listed: STACK_PAGE});
  }

  #open(ref: RecordRef | undefined, stack?: Stack): void {
    this.#select(ref, stack);
    void this.#host.updateComplete.then(() => {
      this.#element.focus();
      // The map has moved to make room for it.
      this.#element.closest('.stage')?.scrollIntoView({block: 'nearest'});
    });
  }

  #select(ref?: RecordRef, stack?: Stack): void {
    this.#stack = stack;
    this.#host.selection.setSelected(ref, this.#host);
    this.#host.requestUpdate();
  }

  /**
   * @param focusesMarker Moves the focus to the marker of the popup.
   * @returns False if no popup was open.
   */
  close(focusesMarker: boolean): boolean {
    const [first] = this.#openIndices;
    if (first === undefined) return false;
    if (focusesMarker) this.#options.engine.view?.focusMarker(first);
    this.#select();
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

  get #openIndices(): readonly number[] {
    const {shown, engine} = this.#options;
    const {places} = shown;
    if (!places) return [];
    if (this.#stack?.places === places) return this.#stack.indices;
    const chosen = places.indexOf(this.#host.selection.selected);
    // A record out of view has no mark to attach a popup to.
    return chosen !== undefined && engine.visibleIndices(places)?.includes(chosen) ? [chosen] : [];
  }

  #render(first: number): unknown {
    const {shown, i18n} = this.#options;
    const record = shown.at(first);
    const stack = this.#openIndices.length > 1 ? this.#stack : undefined;
    this.#element.className = `popup ${stack ? '' : lengthClass(recordName(record, i18n).value)}`;
    return html`${stack ? this.#renderStack(stack) : this.#renderRecord(first, record)}<button
        class="button close"
        type="button"
        aria-label=${i18n.messages.close}
        @click=${() => this.close(true)}
      >
        ${renderIcon('M4 4l8 8M12 4l-8 8')}
      </button>`;
  }

  #renderRecord(index: number, record: ReturnType<ShownRecords['at']>): TemplateResult {
    const {shown, i18n} = this.#options;
    const own = this.#templates.render(record, i18n, this.#host.level);
    if (own !== undefined)
      return html`<span hidden id="popup-title">${recordName(record, i18n).value}</span>${own}`;
    const family = shown.familyAt(index);
    const layer = shown.layerAt(index);
    const nearby = shown.nearbyAt(index);
    return html`
      ${renderPicture(shown.pictureAt(index), i18n)}
      ${family ? renderFamilyLabel(i18n.messages, family) : nothing}
      ${layer ? html`<p class="small">${renderLayerSymbol(layer.style)} ${layer.name}</p>` : nothing}
      <p class="title" id="popup-title">${renderRecordLink(this.#host, record)}</p>
      ${renderIntroduction(record, i18n)}
      <p class="small">${renderFacts(placeFacts(shown, index, i18n))}</p>
      ${renderContact(record as Resource, i18n)}
      ${nearby ? renderNearby(this.#host, nearby, i18n) : nothing}
    `;
  }

  /** Renders the first records of a stack, with a button for more. */
  #renderStack(stack: Stack): TemplateResult {
    const {shown, i18n} = this.#options;
    /** Number of records by category: families, then layers. A category without any is a hole. */
    const counts: number[] = [];
    for (const index of stack.indices) {
      const family = stack.places.family[index] ?? 0;
      counts[family] = (counts[family] ?? 0) + 1;
    }
    return html`<p class="title" id="popup-title">${shown.describeCounts(counts)}</p>
      ${renderFirst(
        this.#host,
        i18n,
        stack.indices,
        stack.listed,
        index => html`<li>${renderRecordLink(this.#host, shown.at(index))}</li>`,
        () => (stack.listed += STACK_PAGE),
      )}`;
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
