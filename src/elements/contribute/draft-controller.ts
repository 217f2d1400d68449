import type {Photo} from '../../data/contributions/resize-photo.js';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  deleteStoredDraft,
  getStoredDraft,
  storeDraft,
} from '../../data/contributions/draft-store.js';
import type {Receipt} from '../../data/contributions/send-contribution.js';
import type {Geo} from '../../model/geo/geo.js';
import type {SketchShape} from '../parts/sketch/sketch-shape.js';
import {isObject} from '../../model/schemas/schema-builder.js';

/** Drafts of this tab by form key, restored if an element is created again. */
const draftsByForm = new Map<string, Draft>();

interface DraftOptions {
  /** Returns the key that identifies the form; undefined until the endpoint is known. */
  formKey(): string | undefined;
  /** Returns true if the page allows drafts to be stored on the device. */
  isStorageAllowed(): boolean;
  /** Called when a stored draft is restored. */
  onRestore(draft: Draft): void;
}

/** Keeps the draft of a form: in memory, and on the device if the author agrees. */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: DraftOptions;
  #formKey: string | undefined;
  #draft: Draft = createDraft();
  /** True if the author has agreed to store the draft on the device. */
  isStored = false;
  /** True if the device refused to store the draft. */
  isStorageRefused = false;
  #saving: Promise<void> | undefined;
  #needsSave = false;
  #loading: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, options: DraftOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** True if the device has the draft as it is: after its author has agreed, and after the last change was written. */
  get isKept(): boolean {
    return this.isStored && this.#saving === undefined;
  }

  /** Promises of reads and writes in progress on the device. */
  get pending(): Promise<void>[] {
    return [this.#loading, this.#saving].filter(promise => promise !== undefined);
  }

  hostUpdate(): void {
    const formKey = this.#options.formKey();
    if (formKey === undefined || formKey === this.#formKey) return;
    const isFirst = this.#formKey === undefined;
    this.#formKey = formKey;
    const existing = draftsByForm.get(formKey);
    // A draft begun before the endpoint was known belongs to the first form.
    if (existing || !isFirst) this.#draft = existing ?? createDraft();
    this.isStored = false;
    if (existing) this.#options.onRestore(existing);
    if (this.#options.isStorageAllowed()) this.#loading = this.#load(formKey);
  }

  /** Changes some or all fields of the draft. */
  update(changes: Partial<Draft>): void {
    this.#draft = {...this.#draft, ...changes};
    if (this.#formKey !== undefined) {
      if (isBlank(this.#draft)) draftsByForm.delete(this.#formKey);
      else draftsByForm.set(this.#formKey, this.#draft);
    }
    if (this.isStored) this.#save();
    this.#host.requestUpdate();
  }

  /** Starts a new draft and removes the current one from memory and device. */
  clear(): void {
    this.update(createDraft());
  }

  /** Starts or stops storing the draft on the device, as its author wishes. */
  setStored(isStored: boolean): void {
    this.isStored = isStored;
    this.isStorageRefused = false;
    this.update({isStorageDeclined: !isStored});
    if (!isStored) this.#save();
  }

  /** Starts storing the draft on the device, unless the page or the author has declined that, or the device refuses. */
  storeIfAllowed(): void {
    if (this.isStored || this.isStorageRefused || this.#draft.isStorageDeclined) return;
    if (this.#options.isStorageAllowed()) this.setStored(true);
  }

  async #load(formKey: string): Promise<void> {
    const stored = parseDraft(await getStoredDraft(formKey));
    if (formKey !== this.#formKey) return;
    this.#loading = undefined;
    if (stored) {
      this.isStored = true;
      // A draft typed in the meantime is newer than the stored one.
      if (isBlank(this.#draft)) {
        this.#draft = stored;
        this.#options.onRestore(stored);
      } else this.#save();
    }
    this.#host.requestUpdate();
  }

  /** Writes the draft to the device, one write at a time. Changes made during a write are written by the next one. */
  #save(): void {
    this.#needsSave = true;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
      this.#host.requestUpdate();
    });
  }

  async #saveAll(): Promise<void> {
    while (this.#needsSave) {
      this.#needsSave = false;
      const formKey = this.#formKey;
      if (formKey === undefined) return;
      if (!this.isStored || isBlank(this.#draft)) await deleteStoredDraft(formKey);
      else if (!(await storeDraft(formKey, this.#draft))) {
        this.isStorageRefused = true;
        this.isStored = false;
        this.#host.requestUpdate();
      }
    }
  }
}

/** State of a contribution being written or sent. */
export interface Draft {
  /** Idempotency key of the contribution, the same for each attempt. */
  readonly key: string;
  readonly text: string;
  readonly name: string;
  readonly geo: Geo | undefined;
  /** Point, with its place in `geo`; or a line or area, with its vertices. */
  readonly shape: 'point' | SketchShape;
  readonly vertices: readonly Geo[];
  /** Coordinates as typed, even if invalid. */
  readonly coordinates: string;
  /** Photographs by the index of their field. */
  readonly photos: readonly (Photo | undefined)[];
  /** Direction of the camera in degrees from north, if the author has set it; null for none. */
  readonly direction?: number | null | undefined;
  readonly consent: boolean;
  /** True from the submit until the contribution has arrived. */
  readonly isSent: boolean;
  /** Contribution as submitted, the same for each attempt: a page opened later may not have loaded all parts of the form. */
  readonly submitted?: object | undefined;
  readonly receipt: Receipt | undefined;
  /** True if the author has declined storage on the device; applies to later drafts too. */
  readonly isStorageDeclined?: boolean;
}

/**
 * Creates a random key. Without `crypto.randomUUID`, which needs a secure context; a small portal may be served over
 * HTTP.
 */
function createKey(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
}

export const createDraft = (): Draft => ({
  key: createKey(),
  text: '',
  name: '',
  geo: undefined,
  shape: 'point',
  vertices: [],
  coordinates: '',
  photos: [],
  direction: undefined,
  consent: false,
  isSent: false,
  submitted: undefined,
  receipt: undefined,
});

/** Returns a copy with a new key, for a server that already has the current one. */
export const withNewKey = (draft: Draft): Draft => ({...draft, key: createKey()});

/** True if the draft holds nothing that could be lost. */
export const isBlank = ({text, name, coordinates, vertices, photos, receipt}: Draft): boolean =>
  !text && !name && !coordinates && !vertices.length && !photos.some(Boolean) && !receipt;

/** Validates a draft stored on the device by this or another version; undefined if it is not a draft. */
function parseDraft(stored: unknown): Draft | undefined {
  if (!isObject(stored) || typeof stored['key'] !== 'string') return undefined;
  const {key, text, name, geo, shape, vertices, coordinates, photos} = stored;
  const {direction, consent, isSent, submitted, receipt} = stored;
  const toText = (value: unknown): string => (typeof value === 'string' ? value : '');
  const isPlace = (value: unknown): value is Geo =>
    isObject(value) && Number.isFinite(value['lat']) && Number.isFinite(value['lon']);
  const photoList = Array.isArray(photos) ? (photos as unknown[]) : [];
  return {
    key,
    text: toText(text),
    name: toText(name),
    geo: isPlace(geo) ? geo : undefined,
    shape: shape === 'line' || shape === 'area' ? shape : 'point',
    vertices: Array.isArray(vertices) ? (vertices as unknown[]).filter(isPlace) : [],
    coordinates: toText(coordinates),
    photos: photoList.map(photo =>
      isObject(photo) && photo['blob'] instanceof Blob ? (photo as unknown as Photo) : undefined,
    ),
    direction: typeof direction === 'number' || direction === null ? direction : undefined,
    consent: consent === true,
    isSent: isSent === true,
    submitted: isObject(submitted) ? submitted : undefined,
    receipt:
      isObject(receipt) && typeof receipt['id'] === 'string'
        ? {id: receipt['id'], url: toText(receipt['url']) || undefined}
        : undefined,
  };
}
