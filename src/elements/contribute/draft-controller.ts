import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {forget, keep, readKept} from '../../data/device.js';
import {type Draft, isBlank, newDraft, readDraft} from './draft.js';

/** What was written in this tab, by the name of its form: a page that is drawn anew finds it again. */
const written = new Map<string, Draft>();

interface Options {
  /** Tells one form from another; undefined as long as nobody knows where it will be sent. */
  name(): string | undefined;
  /** Whether the page lets people keep drafts on their device. */
  mayKeep(): boolean;
  /** A draft was found where it was left. */
  found(draft: Draft): void;
}

/** Keeps what is being written: in this tab's memory, and on the device where its author has agreed. */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #name: string | undefined;
  #draft: Draft = newDraft();
  /** Whether its author has agreed to have it on the device. */
  isKept = false;
  /** Whether the device refused. */
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

  /** While it is looked up on the device, or being written there. */
  get pending(): Promise<void>[] {
    return [this.#looking, this.#saving].filter(promise => promise !== undefined);
  }

  hostUpdate(): void {
    const name = this.#options.name();
    if (name === undefined || name === this.#name) return;
    const isFirst = this.#name === undefined;
    this.#name = name;
    const known = written.get(name);
    // What was written before it was known where it goes, goes there.
    if (known || !isFirst) this.#draft = known ?? newDraft();
    this.isKept = false;
    if (known) this.#options.found(known);
    if (this.#options.mayKeep()) this.#looking = this.#look(name);
  }

  /** Changes a part, or all of it. */
  set(part: Partial<Draft>): void {
    this.#draft = {...this.#draft, ...part};
    if (this.#name !== undefined) {
      if (isBlank(this.#draft)) written.delete(this.#name);
      else written.set(this.#name, this.#draft);
    }
    if (this.isKept) this.#save();
    this.#host.requestUpdate();
  }

  /** Begins anew; nothing of this one stays anywhere. */
  clear(): void {
    this.set(newDraft());
  }

  /** Keeps it on the device from now on, or no longer. */
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
      // Whatever has been typed in the meantime is the newer one.
      if (isBlank(this.#draft)) {
        this.#draft = kept;
        this.#options.found(kept);
      } else this.#save();
    }
    this.#host.requestUpdate();
  }

  /** Writes to the device what there is, one after the other: what is typed while one is written comes next. */
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
