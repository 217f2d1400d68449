import {formatBytes} from '../../i18n/measures.js';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Draft, Photo} from './draft.js';
import {describedBy, type FieldFrame, renderNeed, renderNotes} from './field.js';
import {ASKS, type Kind, LONGEST_ALT} from './kinds.js';
import {PhotoError, preview, shrink} from './shrink.js';
import type {Words} from './words.js';

/** Longest side of a preview, in CSS pixels. */
const PREVIEW = 320;

interface Options {
  draft(): Draft;
  set(part: Partial<Draft>): void;
  announce(sentence: string): void;
  /** Focuses the element with an id. */
  focus(id: string): void;
}

/** Photograph fields of the form: a file input each, then a preview and a text alternative. */
export class PhotoField {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: Words;
  readonly #options: Options;
  readonly #previews = new WeakMap<Blob, HTMLCanvasElement | Promise<void>>();
  readonly #faults = new Map<number, string>();
  readonly #working = new Set<number>();
  #jobs: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, i18n: Words, options: Options) {
    this.#host = host;
    this.#i18n = i18n;
    this.#options = options;
  }

  /** Promise that resolves when all chosen files have been processed. */
  get settled(): Promise<void> {
    return this.#jobs;
  }

  get isWorking(): boolean {
    return this.#working.size > 0;
  }

  /** Clears the errors of the previous contribution's files. */
  clear(): void {
    this.#faults.clear();
  }

  render(kind: Kind, error: string | undefined): TemplateResult {
    const {messages} = this.#i18n;
    const {needs, photos: most} = ASKS[kind];
    const {photos} = this.#options.draft();
    // The photographs of a tree show different things, so that all fields are shown; otherwise a field appears once the
    // previous one is filled.
    const used = photos.reduce((last, photo, index) => (photo ? index + 1 : last), 0);
    const shown = kind === 'tree' ? most : Math.min(most, used + 1);
    const frame: FieldFrame = {id: 'photos', label: '', hint: messages.photoHint, error};
    return html`<fieldset id="photos" tabindex="-1" aria-describedby=${describedBy(frame)}>
      <legend>${messages.photographs} ${renderNeed(needs === 'photos', this.#i18n)}</legend>
      ${renderNotes(frame)}
      <div class="photos">
        ${Array<undefined>(shown)
          .fill(undefined)
          .map((_, index) => this.#renderSlot(index, this.#nameOf(index, kind)))}
      </div>
    </fieldset>`;
  }

  #nameOf(index: number, kind: Kind): string {
    const {messages, number} = this.#i18n;
    if (kind !== 'tree') return messages.photoNumber(number(index + 1));
    return index === 0 ? messages.photoShape : messages.photoDetail;
  }

  #renderSlot(index: number, name: string): TemplateResult {
    const photo = this.#options.draft().photos[index];
    return html`<div class="item photo">
      ${photo ? this.#renderPhoto(photo, index, name) : this.#renderFile(index, name)}
    </div>`;
  }

  #renderFile(index: number, name: string): TemplateResult {
    const {messages} = this.#i18n;
    const frame: FieldFrame = {id: `photo-${index}`, label: name, error: this.#faults.get(index)};
    const take = ({target}: Event): void => this.#take(index, target as HTMLInputElement);
    return html`<label for=${frame.id}>${name}</label>
      ${renderNotes(frame)}
      <input
        class="field"
        id=${frame.id}
        type="file"
        accept="image/*"
        aria-describedby=${describedBy(frame)}
        aria-invalid=${frame.error ? 'true' : nothing}
        @change=${take}
      />
      ${this.#working.has(index) ? html`<p class="small">${messages.photoWorking}</p>` : nothing}`;
  }

  #renderPhoto(photo: Photo, index: number, name: string): TemplateResult {
    const {messages} = this.#i18n;
    const id = `alt-${index}`;
    const write = ({target}: Event): void =>
      this.#change(index, {...photo, alt: (target as HTMLInputElement).value});
    return html`<p><strong>${name}</strong></p>
      <p class="small">${this.#describe(photo)}</p>
      ${this.#previewOf(photo)}
      <label for=${id}>${messages.photoAlt}</label>
      <p class="small" id="${id}-hint">${messages.photoAltHint}</p>
      <input
        class="field"
        id=${id}
        maxlength=${LONGEST_ALT}
        autocomplete="off"
        aria-describedby="${id}-hint"
        .value=${photo.alt}
        @input=${write}
      />
      <button
        class="button"
        type="button"
        aria-label="${messages.photoRemove} (${name})"
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
    const known = this.#previews.get(blob);
    if (known instanceof HTMLCanvasElement) {
      known.role = 'img';
      known.ariaLabel = photo.alt || photo.name;
      return known;
    }
    if (!known) {
      const drawing = preview(blob, PREVIEW).then(
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

  #take(index: number, input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    if (!file) return;
    // Allows the same file to be chosen again after its removal.
    input.value = '';
    this.#faults.delete(index);
    this.#working.add(index);
    this.#host.requestUpdate();
    // One file at a time: phones lack the memory to process several at once.
    this.#jobs = this.#jobs.then(() => this.#shrink(index, file, input));
  }

  async #shrink(index: number, file: File, input: HTMLInputElement): Promise<void> {
    const {messages} = this.#i18n;
    try {
      const photo = await shrink(file);
      const hadFocus = input.matches(':focus');
      this.#change(index, photo);
      this.#options.announce(this.#describe(photo));
      // The photograph replaces the file input, so that the focus moves to its text alternative.
      if (hadFocus) this.#options.focus(`alt-${index}`);
    } catch (error) {
      const isLarge = error instanceof PhotoError && error.fault === 'large';
      const sentence = isLarge ? messages.photoLarge(file.name) : messages.photoKind(file.name);
      this.#faults.set(index, sentence);
      this.#options.announce(sentence);
    }
    this.#working.delete(index);
    this.#host.requestUpdate();
  }

  #change(index: number, photo: Photo | undefined): void {
    const photos = [...this.#options.draft().photos];
    while (photos.length <= index) photos.push(undefined);
    photos[index] = photo;
    this.#options.set({photos});
  }

  #remove(index: number): void {
    this.#change(index, undefined);
    this.#options.announce(this.#i18n.messages.photoRemoved);
    this.#options.focus(`photo-${index}`);
  }
}
