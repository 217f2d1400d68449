import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Geo} from '../model/geo.js';
import type {Selection} from '../model/selection.js';

/** Offers a map to the widgets that share its selection, for as long as it is on the page. */
export class ViewerController implements ReactiveController {
  readonly #selection: () => Selection;
  readonly #show: (place: Geo) => void;
  #offered: Selection | undefined;
  #end: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    selection: () => Selection,
    show: (place: Geo) => void,
  ) {
    this.#selection = selection;
    this.#show = show;
    host.addController(this);
  }

  hostUpdate(): void {
    const selection = this.#selection();
    if (selection === this.#offered) return;
    this.hostDisconnected();
    this.#offered = selection;
    this.#end = selection.offer(place => this.#show(place));
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = this.#offered = undefined;
  }
}
