import type {PaneBox} from '../labels/label-position.js';
import type {Surroundings, SurroundingsScene} from './surroundings.js';

/** Loads the surroundings when a view first needs them. */
export class SurroundingsLoader {
  readonly #container: HTMLElement;
  readonly #pane: HTMLElement;
  readonly #onLoad: () => void;
  #surroundings: Surroundings | undefined;
  #isRequested = false;
  #getScene: (() => SurroundingsScene) | undefined;

  /**
   * @param pane Pane below the marks.
   * @param onLoad Called when the surroundings have loaded, to draw them at the next rest.
   */
  constructor(container: HTMLElement, pane: HTMLElement, onLoad: () => void) {
    this.#container = container;
    this.#pane = pane;
    this.#onLoad = onLoad;
  }

  /** Boxes of texts in pane coordinates, which place labels avoid. */
  get textBoxes(): readonly PaneBox[] {
    return this.#surroundings?.textBoxes ?? [];
  }

  /** True if the view has its towns and distances at its edges. */
  get hasEdges(): boolean {
    return this.#surroundings?.hasEdges ?? false;
  }

  /**
   * Sets what is drawn once the map rests; undefined for nothing. Until then, what is there is hidden unless it still fits
   * its marks: texts are measured, which a zoom step has no time for.
   *
   * @param isValid True if the view has only been moved.
   */
  set(getScene: (() => SurroundingsScene) | undefined, isValid: boolean): void {
    this.#getScene = getScene;
    if (getScene && !this.#isRequested) void this.#load();
    if (!getScene || !isValid) this.hide();
  }

  /** Draws the view, at its rest. */
  draw(): void {
    if (this.#getScene) this.#surroundings?.draw(this.#getScene());
  }

  /** Hides what was drawn for another view. */
  hide(): void {
    this.#surroundings?.setVisible(false);
  }

  remove(): void {
    this.#surroundings?.remove();
  }

  /** The map is complete without its surroundings. */
  async #load(): Promise<void> {
    this.#isRequested = true;
    try {
      const part = await import('./surroundings.js');
      if (!this.#pane.isConnected) return;
      this.#surroundings = new part.Surroundings(this.#container, this.#pane);
      this.#onLoad();
    } catch {
      // The loader has logged the reason.
    }
  }
}
