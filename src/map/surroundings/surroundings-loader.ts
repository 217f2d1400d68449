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
   * @param onLoad Called when the surroundings have loaded, to draw the view again.
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

  /** Draws the surroundings of a view; undefined hides them. */
  draw(getScene: (() => SurroundingsScene) | undefined): void {
    this.#getScene = getScene;
    if (getScene && !this.#isRequested) void this.#load();
    this.redraw();
  }

  /** Draws the view again, since the controls may have moved. */
  redraw(): void {
    if (this.#getScene) this.#surroundings?.draw(this.#getScene());
    else this.hide();
  }

  /** Hides what was drawn for another zoom. */
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
