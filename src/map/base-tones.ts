import type {Tones} from './base-paint.js';
import type {Tone} from './base-style.js';

const TONES: readonly Tone[] = ['land', 'built', 'green', 'wood', 'sand', 'water', 'river', 'building', 'road', 'casing', 'path', 'rail', 'region', 'country']; // prettier-ignore

/**
 * Reads the colours of the style sheet for a canvas, which does not resolve custom properties. Each colour is the
 * `color` of an invisible sample element. The samples have a transition, so that `transitionend` reports a new colour
 * scheme, skin or page style without polling.
 */
export class ToneReader {
  readonly #root = document.createElement('div');
  readonly #changed: () => void;
  #frame = 0;

  constructor(container: HTMLElement, changed: () => void) {
    this.#changed = changed;
    this.#root.className = 'tones';
    this.#root.ariaHidden = 'true';
    for (const tone of TONES) {
      const sample = document.createElement('i');
      sample.className = `tone-${tone}`;
      this.#root.append(sample);
    }
    this.#root.addEventListener('transitionend', this.#hear);
    container.append(this.#root);
  }

  read(): Tones {
    const colours = [...this.#root.children].map((sample, i) => [
      TONES[i],
      getComputedStyle(sample).color,
    ]);
    return Object.fromEntries(colours) as Tones;
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    this.#root.removeEventListener('transitionend', this.#hear);
    this.#root.remove();
  }

  /** All samples change at once: one call per frame is enough. */
  readonly #hear = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#changed);
  };
}
