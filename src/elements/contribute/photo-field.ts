import {formatBytes} from '../../i18n/format-measures.js';
import {html, nothing, type TemplateResult} from 'lit';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import type {WidgetHost} from '../base/widget-view.js';
import {
  describedBy,
  type FieldDescription,
  renderHintAndError,
  renderRequiredMark,
} from '../parts/form-field.js';
import type {DraftForm} from './form-fields.js';
import {REQUIREMENTS, MAX_ALT_LENGTH} from '../../model/contribution-kinds.js';
import type {ContributionKind} from '../../model/records.js';
import {
  PhotoError,
  createPreview,
  resizePhoto,
  type Photo,
} from '../../data/contributions/resize-photo.js';
import type {ContributeI18n} from './form-errors.js';
import type {Retake, RetakeForm} from '../parts/retake/retake.js';

/** Longest side of a preview, in CSS pixels. */
const PREVIEW_SIDE_PX = 320;

/** Accepts dragged files, and marks the field that they are over. */
function allowDrop(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  (event.currentTarget as Element).classList.add('over');
}

/** Refuses files dragged beside a field, which the browser would open instead of the page. */
export function refuseFiles(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

const unmark = ({currentTarget}: DragEvent): void =>
  (currentTarget as Element).classList.remove('over');

interface PhotoHost extends WidgetHost {
  readonly kind: ContributionKind;
  readonly series: string;
}

/** Photograph fields of the form: a file input each, then a preview and a text alternative. */
export class PhotoField {
  readonly #host: PhotoHost;
  readonly #i18n: ContributeI18n;
  readonly #form: DraftForm;
  readonly #previews = new WeakMap<Blob, HTMLCanvasElement | Promise<void>>();
  readonly #errors = new Map<number, string>();
  readonly #processing = new Set<number>();
  #queue: Promise<void> = Promise.resolve();
  readonly #retake: LazyModuleController<Retake>;

  constructor(host: PhotoHost, i18n: ContributeI18n, form: DraftForm) {
    this.#host = host;
    this.#i18n = i18n;
    this.#form = form;
    const retakeForm: RetakeForm = {
      direction: () => form.draft.direction,
      setDirection: direction => form.updateDraft({direction}),
      addPhoto: file => this.#addFile(0, file),
      focus: id => form.focus(id),
    };
    this.#retake = new LazyModuleController(
      host,
      () => host.kind === 'photo' && host.series !== '',
      async () => new (await import('../parts/retake/retake.js')).Retake(host, i18n, retakeForm),
    );
  }

  /** Panel above the photographs, if they continue a series and its code is loaded. */
  get retake(): Retake | undefined {
    return this.#retake.value;
  }

  /** Promises of work in progress that changes the form. */
  get pending(): readonly Promise<void>[] {
    const photos = this.#processing.size > 0 ? [this.#queue] : [];
    return [...photos, ...this.#retake.pending, ...(this.retake?.pending ?? [])];
  }

  /** Promise that resolves when all chosen files have been processed, and the code of a series is loaded or has failed. */
  get processed(): Promise<unknown> {
    return Promise.all([this.#queue, ...this.#retake.pending]);
  }

  /** Clears the errors of the previous contribution's files. */
  clearErrors(): void {
    this.#errors.clear();
  }

  render(kind: ContributionKind, error: string | undefined): TemplateResult {
    const {messages} = this.#i18n;
    const {required, maxPhotos} = REQUIREMENTS[kind];
    const {photos} = this.#form.draft;
    // The photographs of a tree show different things, so that all fields are shown; otherwise a field appears once the
    // previous one is filled.
    const usedCount = photos.reduce((last, photo, index) => (photo ? index + 1 : last), 0);
    const visibleCount = kind === 'tree' ? maxPhotos : Math.min(maxPhotos, usedCount + 1);
    const field: FieldDescription = {id: 'photos', label: '', hint: messages.photoHint, error};
    return html`<fieldset id="photos" tabindex="-1" aria-describedby=${describedBy(field)}>
      <legend>
        ${messages.photographs} ${renderRequiredMark(required === 'photos', this.#i18n)}
      </legend>
      ${renderHintAndError(field)} ${this.retake?.render(photos.some(Boolean))}
      <div class="photos">
        ${Array<undefined>(visibleCount)
          .fill(undefined)
          .map((_, index) => this.#renderSlot(index, this.#labelOf(index, kind)))}
      </div>
    </fieldset>`;
  }

  #labelOf(index: number, kind: ContributionKind): string {
    const {messages, number} = this.#i18n;
    if (kind !== 'tree') return messages.photoNumber(number(index + 1));
    return index === 0 ? messages.photoShape : messages.photoDetail;
  }

  #renderSlot(index: number, label: string): TemplateResult {
    const photo = this.#form.draft.photos[index];
    return html`<div class="item photo">
      ${photo ? this.#renderPhoto(photo, index, label) : this.#renderFileInput(index, label)}
    </div>`;
  }

  #renderFileInput(index: number, label: string): TemplateResult {
    const {messages} = this.#i18n;
    const field: FieldDescription = {
      id: `photo-${index}`,
      label: label,
      error: this.#errors.get(index),
    };
    const onChange = ({target}: Event): void => this.#handleFile(index, target as HTMLInputElement);
    return html`<p><strong>${label}</strong></p>
      ${renderHintAndError(field)}
      <div
        class="file"
        @dragover=${allowDrop}
        @dragleave=${unmark}
        @drop=${(event: DragEvent) => this.#handleDrop(index, event)}
      >
        <label class="button">
          <input
            class="sr"
            id=${field.id}
            type="file"
            aria-label="${messages.photoChoose} (${label})"
            accept="image/*"
            capture=${this.retake?.usesFileInput ? 'environment' : nothing}
            aria-describedby=${describedBy(field)}
            aria-invalid=${field.error ? 'true' : nothing}
            @change=${onChange}
          />
          ${messages.photoChoose}</label
        >
        ${
          this.#processing.has(index)
            ? html`<span class="small">${messages.photoWorking}</span>`
            : html`<span class="small drop">${messages.photoDrop}</span>`
        }
      </div>`;
  }

  #renderPhoto(photo: Photo, index: number, label: string): TemplateResult {
    const {messages} = this.#i18n;
    const id = `alt-${index}`;
    const onInput = ({target}: Event): void =>
      this.#setPhoto(index, {...photo, alt: (target as HTMLInputElement).value});
    return html`<p><strong>${label}</strong></p>
      <p class="small">${this.#describe(photo)}</p>
      ${this.#previewOf(photo)}
      <label for=${id}>${messages.photoAlt}</label>
      <p class="small" id="${id}-hint">${messages.photoAltHint}</p>
      <input
        class="field"
        id=${id}
        maxlength=${MAX_ALT_LENGTH}
        autocomplete="off"
        aria-describedby="${id}-hint"
        .value=${photo.alt}
        @input=${onInput}
      />
      <button
        class="button"
        type="button"
        aria-label="${messages.photoRemove} (${label})"
        @click=${() => this.#remove(index)}
      >
        ${messages.photoRemove}
      </button>`;
  }

  #describe({name, width, height, blob}: Photo): string {
    const {messages, language, number} = this.#i18n;
    const size = formatBytes(language, blob.size);
    return messages.photoReady(name, `${number(width)} × ${number(height)}`, size);
  }

  /** Returns the preview as a canvas; nothing until it is drawn, or if it cannot be. */
  #previewOf(photo: Photo): unknown {
    const {blob} = photo;
    const cached = this.#previews.get(blob);
    if (cached instanceof HTMLCanvasElement) {
      cached.role = 'img';
      cached.ariaLabel = photo.alt || photo.name;
      return cached;
    }
    if (!cached) {
      const drawing = createPreview(blob, PREVIEW_SIDE_PX).then(
        canvas => {
          this.#previews.set(blob, canvas);
          this.#host.requestUpdate();
        },
        () => undefined,
      );
      this.#previews.set(blob, drawing);
    }
    return nothing;
  }

  #handleFile(index: number, input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    if (!file) return;
    // Allows the same file to be chosen again after its removal.
    input.value = '';
    void this.#addFile(index, file, input);
  }

  /** Adds dropped files: the first to a field, others to the free fields after it. */
  #handleDrop(index: number, event: DragEvent): void {
    event.preventDefault();
    unmark(event);
    const {photos} = this.#form.draft;
    const {maxPhotos} = REQUIREMENTS[this.#host.kind];
    for (const file of event.dataTransfer?.files ?? []) {
      while (photos[index]) index++;
      if (index < maxPhotos) void this.#addFile(index++, file);
    }
  }

  /** Adds a photograph. Resolves when it has been processed. */
  #addFile(index: number, file: File, input?: HTMLInputElement): Promise<void> {
    this.#errors.delete(index);
    this.#processing.add(index);
    this.retake?.closeCamera();
    this.#host.requestUpdate();
    // One file at a time: phones lack the memory to process several at once.
    this.#queue = this.#queue.then(() => this.#processFile(index, file, input));
    return this.#queue;
  }

  async #processFile(index: number, file: File, input?: HTMLInputElement): Promise<void> {
    const {messages} = this.#i18n;
    try {
      const photo = await resizePhoto(file);
      const hadFocus = input?.matches(':focus');
      this.#setPhoto(index, photo);
      this.#host.status.announce(this.#describe(photo));
      // The photograph replaces the file input, so that the focus moves to its text alternative.
      if (hadFocus) void this.#form.focus(`alt-${index}`);
    } catch (error) {
      const isLarge = error instanceof PhotoError && error.reason === 'large';
      const message = isLarge ? messages.photoLarge(file.name) : messages.photoKind(file.name);
      this.#errors.set(index, message);
      this.#host.status.announce(message);
    }
    this.#processing.delete(index);
    this.#host.requestUpdate();
  }

  #setPhoto(index: number, photo: Photo | undefined): void {
    const photos = [...this.#form.draft.photos];
    while (photos.length <= index) photos.push(undefined);
    photos[index] = photo;
    this.#form.updateDraft({photos});
  }

  #remove(index: number): void {
    this.#setPhoto(index, undefined);
    this.#host.status.announce(this.#i18n.messages.photoRemoved);
    void this.#form.focus(`photo-${index}`);
  }
}
