import type {Palette} from './paint-tiles.js';
import type {ColourRole} from './basemap-style.js';

const COLOUR_ROLES: readonly ColourRole[] = ['land', 'built', 'green', 'wood', 'sand', 'water', 'river', 'shore', 'waterline', 'band', 'building', 'road', 'casing', 'path', 'rail', 'region', 'country']; // prettier-ignore

/**
 * Reads the colours of the style sheet for a canvas, which does not resolve custom properties. Each colour is the
 * `color` of an invisible sample element. The samples have a transition, so that `transitionend` reports a new colour
 * scheme, skin or page style without polling.
 */
export class PaletteReader {
  readonly #root = document.createElement('div');
  readonly #onChange: () => void;
  #frame = 0;

  /** @param isForPaper Reads the colours that print has: dark ink on white. */
  constructor(container: HTMLElement, onChange: () => void, isForPaper = false) {
    this.#onChange = onChange;
    this.#root.className = 'tones';
    if (isForPaper)
      Object.assign(this.#root.style, {colorScheme: 'only light', color: 'var(--spass-ink, #000)'});
    this.#root.ariaHidden = 'true';
    for (const role of COLOUR_ROLES) {
      const sample = document.createElement('i');
      sample.className = `tone-${role}`;
      this.#root.append(sample);
    }
    this.#root.addEventListener('transitionend', this.#handleTransitionEnd);
    container.append(this.#root);
  }

  read(): Palette {
    const colours = [...this.#root.children].map((sample, i) => [
      COLOUR_ROLES[i],
      getComputedStyle(sample).color,
    ]);
    return Object.fromEntries(colours) as Palette;
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#root.removeEventListener('transitionend', this.#handleTransitionEnd);
    this.#root.remove();
  }

  /** All samples change at once: one call per frame is enough. */
  readonly #handleTransitionEnd = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#onChange);
  };
}
