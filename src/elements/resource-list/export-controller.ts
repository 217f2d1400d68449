import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Answer} from '../../data/source.js';
import type {Resource} from '../../model/records.js';
import {csvOf} from './csv.js';

export const FILE_NAME = 'ressources.csv';

export type ExportState =
  | {readonly status: 'idle' | 'busy' | 'failed'}
  | {readonly status: 'done'; readonly count: number; readonly total: number};

interface Options {
  all(signal: AbortSignal): Promise<Answer<Resource>>;
  language(): string;
  /** The file is on its way, is there, or can't be had. */
  changed(state: ExportState): void;
}

/** Makes a file of all that matches when a reader asks for it, and hands it over. */
export class ExportController implements ReactiveController {
  state: ExportState = {status: 'idle'};
  readonly #options: Options;
  #abort: AbortController | undefined;
  #file: string | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#options = options;
    host.addController(this);
  }

  async run(): Promise<void> {
    if (this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#tell({status: 'busy'});
    let end: ExportState = {status: 'failed'};
    try {
      const {items, total} = await this.#options.all(abort.signal);
      if (abort.signal.aborted) return;
      this.#give(csvOf(items, this.#options.language()));
      end = {status: 'done', count: items.length, total};
    } catch {
      // The reader is told; they can try again.
    }
    if (abort.signal.aborted) return;
    this.#abort = undefined;
    this.#tell(end);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.state = {status: 'idle'};
    this.#forget();
  }

  #tell(state: ExportState): void {
    this.state = state;
    this.#options.changed(state);
  }

  #give(file: Blob): void {
    this.#forget();
    // Kept until the next one: a browser may read it after the click.
    this.#file = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = this.#file;
    link.download = FILE_NAME;
    link.click();
  }

  #forget(): void {
    if (this.#file !== undefined) URL.revokeObjectURL(this.#file);
    this.#file = undefined;
  }
}
