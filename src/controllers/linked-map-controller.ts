import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Selection, LinkedMap} from '../model/selection.js';

/** Registers a map with its selection while it is connected. Without a selection, it is not registered. */
export class LinkedMapController implements ReactiveController {
  readonly #selection: () => Selection | undefined;
  readonly #map: LinkedMap;
  #registeredSelection: Selection | undefined;
  #unregister: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    selection: () => Selection | undefined,
    map: LinkedMap,
  ) {
    this.#selection = selection;
    this.#map = map;
    host.addController(this);
  }

  hostUpdate(): void {
    const selection = this.#selection();
    if (selection === this.#registeredSelection) return;
    this.hostDisconnected();
    this.#registeredSelection = selection;
    this.#unregister = selection?.registerMap(this.#map);
  }

  hostDisconnected(): void {
    this.#unregister?.();
    this.#unregister = this.#registeredSelection = undefined;
  }
}
