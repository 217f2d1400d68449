/** Keeps which record a pointer or the focus is on, and tells when that is another one. */
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

  /** The pointer counts before the focus: it is where the eyes are. */
  #update(): void {
    const index = this.#hovered ?? this.#focused;
    if (index === this.#told) return;
    this.#told = index;
    this.#tell(index);
  }
}
