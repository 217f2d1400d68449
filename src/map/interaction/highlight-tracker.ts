/** Tracks the record under the pointer or the focus and reports changes. */
export class HighlightTracker {
  readonly #onChange: (index: number | undefined) => void;
  #hovered: number | undefined;
  #focused: number | undefined;
  #reported: number | undefined;

  constructor(onChange: (index: number | undefined) => void) {
    this.#onChange = onChange;
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
    if (index === this.#reported) return;
    this.#reported = index;
    this.#onChange(index);
  }
}
