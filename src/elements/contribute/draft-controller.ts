import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {forget, keep, readKept} from '../../data/device.js';
import {type Draft, isBlank, newDraft, readDraft} from './draft.js';

/** Drafts of this tab by form key, restored if an element is created again. */
const written = new Map<string, Draft>();

interface Options {
  /** Returns the key that identifies the form; undefined until the endpoint is known. */
  name(): string | undefined;
  /** Returns true if the page allows drafts to be stored on the device. */
  mayKeep(): boolean;
  /** Called when a stored draft is restored. */
  found(draft: Draft): void;
}

/** Keeps the draft of a form: in memory, and on the device if the author agrees. */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #name: string | undefined;
  #draft: Draft = newDraft();
  /** True if the author has agreed to store the draft on the device. */
  isKept = false;
  /** True if the device refused to store the draft. */
  isRefused = false;
  #saving: Promise<void> | undefined;
  #isStale = false;
  #looking: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** Promises of reads and writes in progress on the device. */
  get pending(): Promise<void>[] {
    return [this.#looking, this.#saving].filter(promise => promise !== undefined);
  }

  hostUpdate(): void {
    const name = this.#options.name();
    if (name === undefined || name === this.#name) return;
    const isFirst = this.#name === undefined;
    this.#name = name;
    const known = written.get(name);
    // A draft begun before the endpoint was known belongs to the first form.
    if (known || !isFirst) this.#draft = known ?? newDraft();
    this.isKept = false;
    if (known) this.#options.found(known);
    if (this.#options.mayKeep()) this.#looking = this.#look(name);
  }

  /** Changes some or all fields of the draft. */
  set(part: Partial<Draft>): void {
    this.#draft = {...this.#draft, ...part};
    if (this.#name !== undefined) {
      if (isBlank(this.#draft)) written.delete(this.#name);
      else written.set(this.#name, this.#draft);
    }
    if (this.isKept) this.#save();
    this.#host.requestUpdate();
  }

  /** Starts a new draft and removes the current one from memory and device. */
  clear(): void {
    this.set(newDraft());
  }

  /** Starts or stops storing the draft on the device. */
  setKept(isKept: boolean): void {
    this.isKept = isKept;
    this.isRefused = false;
    this.#save();
    this.#host.requestUpdate();
  }

  async #look(name: string): Promise<void> {
    const kept = readDraft(await readKept(name));
    if (name !== this.#name) return;
    this.#looking = undefined;
    if (kept) {
      this.isKept = true;
      // A draft typed in the meantime is newer than the stored one.
      if (isBlank(this.#draft)) {
        this.#draft = kept;
        this.#options.found(kept);
      } else this.#save();
    }
    this.#host.requestUpdate();
  }

  /** Writes the draft to the device, one write at a time. Changes made during a write are written by the next one. */
  #save(): void {
    this.#isStale = true;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
    });
  }

  async #saveAll(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const name = this.#name;
      if (name === undefined) return;
      if (!this.isKept || isBlank(this.#draft)) await forget(name);
      else if (!(await keep(name, this.#draft))) {
        this.isRefused = true;
        this.isKept = false;
        this.#host.requestUpdate();
      }
    }
  }
}
