import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {LoadController} from '../../../controllers/load-controller.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {decorateSource} from '../../../data/open-source.js';
import type {PortalSource} from '../../../data/source.js';
import {formatPercent} from '../../../i18n/format-measures.js';
import {pictureSeries, retake} from '../../../i18n/fr/on-demand.js';
import {records} from '../../../i18n/fr/widgets.js';
import {latestPicture, formatPictureDate} from '../pictures/dated-pictures.js';
import type {Geo} from '../../../model/geo/geo.js';
import type {Picture, Resource} from '../../../model/records.js';
import {adoptStyles} from '../../../styles/adopt-styles.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {isDeferred, renderImage} from '../pictures/picture.js';
import {Camera, isCameraAllowed, takeFrame} from './camera.js';
import {renderButton} from '../elements.js';
import {retakeStyles} from './retake.styles.js';

interface RetakeHost extends WidgetHost {
  /** Id of the resource whose pictures the photograph continues. */
  readonly series: string;
}

/** Members of the form that take the photograph and its direction. */
export interface RetakeForm {
  /** Direction that the author has set; null for none, undefined for the direction of the series. */
  direction(): number | null | undefined;
  setDirection(direction: number | null): void;
  addPhoto(file: File): Promise<void>;
  focus(id: string): Promise<void>;
}

/** Name of the file of a photograph taken here. */
const FILE_NAME = 'photo.jpg';
/** Directions of the compass, in eighths of a turn from north. */
const DIRECTIONS = [
  'facingNorth',
  'facingNorthEast',
  'facingEast',
  'facingSouthEast',
  'facingSouth',
  'facingSouthWest',
  'facingWest',
  'facingNorthWest',
] as const;
const EIGHTH = 45;

/** Continues a series of pictures: shows the last one as a ghost over the view of the camera, or beside the file. */
export class Retake implements ReactiveController {
  readonly #host: RetakeHost;
  readonly #i18n: LocalizeController<'pictureSeries' | 'retake'>;
  readonly #form: RetakeForm;
  readonly #camera: Camera;
  readonly #load: LoadController<[PortalSource, string], Resource | undefined>;
  /** Opacity of the last picture over the view, in percent. */
  #ghostPercent = 50;

  constructor(host: RetakeHost, i18n: LocalizeController, form: RetakeForm) {
    this.#host = host;
    this.#i18n = i18n.withSections({pictureSeries, records, retake});
    this.#form = form;
    this.#camera = new Camera(host, () => {
      // A reader who is about to use it is led to the file; one who writes elsewhere stays there.
      const active = host.shadowRoot?.activeElement;
      this.#reportFailure(!active || active.closest('.retake') !== null);
    });
    this.#load = new LoadController<[PortalSource, string], Resource | undefined>(host, {
      args: () => {
        const {openedSource} = host.records;
        return openedSource && [openedSource, host.series];
      },
      load: async ([source, id], signal) => {
        const series = decorateSource(source, {record: id, warn: host.warn});
        const {items} = await series.find('resources', {}, {signal, warn: host.warn});
        return [...items][0];
      },
      onLoadEnd: state => {
        if (state.status === 'failed')
          host.warn(`series="${host.series}": the pictures of this resource could not be loaded`);
      },
    });
    adoptStyles(host, retakeStyles);
    host.addController(this);
  }

  get pending(): readonly Promise<void>[] {
    return this.#load.pending;
  }

  /** Gives the view of the camera to its video, which no attribute can do. */
  hostUpdated(): void {
    const video = this.#video;
    if (video && video.srcObject !== this.#camera.stream) {
      video.srcObject = this.#camera.stream ?? null;
      // Refused only if the video has been removed in the meantime.
      void video.play().catch(() => undefined);
    }
  }

  /** Fields of the contribution that tie it to the series; those that its author has set prevail. */
  get fields(): {resource: string; geo?: Geo; direction?: number} {
    const {geo} = this.#resource ?? {};
    const direction = this.#direction;
    return {
      resource: this.#host.series,
      ...(geo ? {geo} : {}),
      ...(direction === undefined ? {} : {direction}),
    };
  }

  /** True if the photograph is taken with the file input alone, which opens the camera of a phone. */
  get usesFileInput(): boolean {
    return !isCameraAllowed() || this.#camera.hasFailed;
  }

  get #resource(): Resource | undefined {
    const {state} = this.#load;
    return state.status === 'ready' ? state.value : undefined;
  }

  get #lastPicture(): Picture | undefined {
    return latestPicture(this.#resource?.pictures ?? []);
  }

  get #direction(): number | undefined {
    const chosen = this.#form.direction();
    return chosen === undefined ? this.#lastPicture?.direction : (chosen ?? undefined);
  }

  get #video(): HTMLVideoElement | null {
    return this.#host.renderRoot.querySelector<HTMLVideoElement>('.viewfinder video');
  }

  /** Closes the camera, also if the reader is still asked for it: the photograph has been taken or chosen. */
  closeCamera(): void {
    this.#camera.close();
  }

  /** @param hasPhoto True if the photograph has been taken or chosen. */
  render(hasPhoto: boolean): TemplateResult {
    const {messages} = this.#i18n;
    const {status} = this.#load.state;
    const picture = this.#lastPicture;
    if (!picture && status !== 'ready' && status !== 'failed') return html``;
    const {stream, hasFailed, isOpening} = this.#camera;
    const canOpen = !hasPhoto && !stream && !this.usesFileInput;
    return html`<div class="retake" role="group" aria-labelledby="retake-title">
      <p id="retake-title"><strong>${messages.retakeTitle}</strong></p>
      ${picture ? nothing : html`<p class="small">${messages.retakeWithoutPicture}</p>`}
      ${stream ? this.#renderViewfinder(picture) : picture ? this.#renderReference(picture) : nothing}
      ${hasFailed && !hasPhoto ? html`<p class="error">${messages.cameraRefused}</p>` : nothing}
      ${
        canOpen
          ? html`<button
              class="button"
              type="button"
              id="open-camera"
              aria-busy=${isOpening}
              @click=${() => void this.#openCamera()}
            >
              ${messages.openCamera}
            </button>`
          : nothing
      }
      ${this.#renderDirection()}
    </div>`;
  }

  /** Renders the last picture, beside the file. */
  #renderReference(picture: Picture): TemplateResult {
    const {messages} = this.#i18n;
    const caption = messages.retakeLast(formatPictureDate(picture, this.#i18n));
    const image = isDeferred(picture.src) ? nothing : renderImage(picture, this.#i18n);
    return html`<figure class="reference" role="figure" aria-label=${caption}>
        ${image}
        <figcaption class="small">${caption}</figcaption>
      </figure>
      <p class="small">${messages.retakeHint}</p>`;
  }

  /** Renders the view of the camera, with the last picture over it if there is one. */
  #renderViewfinder(picture: Picture | undefined): TemplateResult {
    const {messages} = this.#i18n;
    const percent = this.#ghostPercent;
    const onInput = ({target}: Event): void => {
      this.#ghostPercent = Number((target as HTMLInputElement).value);
      this.#host.requestUpdate();
    };
    return html`<div class="viewfinder">
        <video aria-label=${messages.cameraView} playsinline .muted=${true}></video>
        ${
          picture
            ? html`<div class="ghost" aria-hidden="true" .style=${`--_ghost: ${percent}%`}>
                ${renderImage(picture, this.#i18n)}
              </div>`
            : nothing
        }
      </div>
      ${
        picture
          ? html`<label class="small ghost-opacity"
              >${messages.ghostOpacity}
              <input
                type="range"
                min="0"
                max="100"
                .value=${String(percent)}
                aria-valuetext=${formatPercent(this.#i18n.language, percent)}
                @input=${onInput}
            /></label>`
          : nothing
      }
      <div class="tools">
        <button class="button" type="button" id="shutter" @click=${() => void this.#takePhoto()}>
          ${messages.takePhoto}
        </button>
        ${renderButton(messages.closeCamera, () => this.#closeCamera())}
      </div>`;
  }

  #renderDirection(): TemplateResult {
    const {messages} = this.#i18n;
    const direction = this.#direction;
    const chosen =
      direction === undefined ? -1 : Math.round(direction / EIGHTH) % DIRECTIONS.length;
    const onChange = ({target}: Event): void => {
      const {value} = target as HTMLSelectElement;
      this.#form.setDirection(value === '' ? null : Number(value));
    };
    return html`<label for="direction">${messages.direction}</label>
      <select class="field" id="direction" @change=${onChange}>
        <option value="" ?selected=${chosen < 0}>${messages.directionUnknown}</option>
        ${DIRECTIONS.map(
          (name, index) =>
            html`<option value=${index * EIGHTH} ?selected=${chosen === index}>
              ${messages[name]}
            </option>`,
        )}
      </select>`;
  }

  async #openCamera(): Promise<void> {
    if (this.#camera.isOpening) return;
    const outcome = await this.#camera.open();
    if (outcome === 'failed') this.#reportFailure(true);
    else if (outcome === 'open') await this.#form.focus('shutter');
  }

  /** Announces that the camera cannot be used. */
  #reportFailure(movesFocus: boolean): void {
    this.#host.status.announce(this.#i18n.messages.cameraRefused);
    if (movesFocus) void this.#form.focus('photo-0');
  }

  async #takePhoto(): Promise<void> {
    const {heading} = this.#camera;
    const video = this.#video;
    const file = video ? await takeFrame(video, FILE_NAME) : undefined;
    if (!file) return;
    if (heading !== undefined) this.#form.setDirection(heading);
    await this.#form.addPhoto(file);
    await this.#form.focus('alt-0');
  }

  #closeCamera(): void {
    this.#camera.close();
    void this.#form.focus('open-camera');
  }
}
