import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Selection, Viewer} from '../model/selection.js';

/** Registers a map with its selection while it is connected. */
export class ViewerController implements ReactiveController {
  readonly #selection: () => Selection;
  readonly #viewer: Viewer;
  #offered: Selection | undefined;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, selection: () => Selection, viewer: Viewer) {
    this.#selection = selection;
    this.#viewer = viewer;
    host.addController(this);
  }

  hostUpdate(): void {
    const selection = this.#selection();
    if (selection === this.#offered) return;
    this.hostDisconnected();
    this.#offered = selection;
    this.#end = selection.offer(this.#viewer);
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = this.#offered = undefined;
  }
}
