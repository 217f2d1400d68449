/** Tracks the record under the pointer or the focus and reports changes. */
export class Pointing {
  readonly #tell: (index: number | undefined) => void;
  #hovered: number | undefined;
  #focused: number | undefined;
  #told: number | undefined;

  constructor(tell: (index: number | undefined) => void) {
    this.#tell = tell;
  }

  hover(index: number | undefined): void {
    this.#hovered = index;
    this.#update();
  }

  focus(index: number | undefined): void {
    this.#focused = index;
    this.#update();
  }

  /** The pointer takes precedence over the focus. */
  #update(): void {
    const index = this.#hovered ?? this.#focused;
    if (index === this.#told) return;
    this.#told = index;
    this.#tell(index);
  }
}
