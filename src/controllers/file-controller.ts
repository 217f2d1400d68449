import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A file that a widget has made, and what is to be said of it. */
export interface MadeFile {
  readonly name: string;
  readonly file: Blob;
}

export type FileState<F extends MadeFile = MadeFile> =
  {readonly status: 'idle' | 'busy' | 'failed'} | {readonly status: 'done'; readonly made: F};

interface Options<F extends MadeFile> {
  make(signal: AbortSignal): Promise<F>;
  /** The file is on its way, is there, or can't be had. */
  changed(state: FileState<F>): void;
}

/** Makes a file when a reader asks for it, and hands it over. */
export class FileController<F extends MadeFile> implements ReactiveController {
  state: FileState<F> = {status: 'idle'};
  readonly #options: Options<F> | undefined;
  #abort: AbortController | undefined;
  #address: string | undefined;

  /** Without options it hands over files that are there already. */
  constructor(host: ReactiveControllerHost, options?: Options<F>) {
    this.#options = options;
    host.addController(this);
  }

  async run(): Promise<void> {
    const options = this.#options;
    if (this.#abort || !options) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#tell({status: 'busy'});
    let end: FileState<F> = {status: 'failed'};
    try {
      const made = await options.make(abort.signal);
      if (abort.signal.aborted) return;
      this.give(made);
      end = {status: 'done', made};
    } catch {
      // The reader is told; they can try again.
    }
    if (abort.signal.aborted) return;
    this.#abort = undefined;
    this.#tell(end);
  }

  /** Hands over a file that is there already. */
  give({name, file}: MadeFile): void {
    this.#forget();
    // Kept until the next one: a browser may read it after the click.
    this.#address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = this.#address;
    link.download = name;
    link.click();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.state = {status: 'idle'};
    this.#forget();
  }

  #tell(state: FileState<F>): void {
    this.state = state;
    this.#options?.changed(state);
  }

  #forget(): void {
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
  }
}
