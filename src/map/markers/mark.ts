import {markRadius} from './grid.js';
import type {Group} from './group-set.js';
import type {MapMessages, MapPoints} from '../map-view.js';
import type {Viewport} from '../leaflet/viewport.js';

/** Class names of the families, in the order of `MapPoints.family`. */
const FAMILY_CLASSES = ['acteur', 'theme', 'projet', 'other'] as const;

/** Returns the class of the marks of a family or a layer. */
export const markClass = (family: number): string => FAMILY_CLASSES[family] ?? 'layer';

/** Returns the colour of a family or a layer. */
export const fillOf = (family: number, {layers = []}: MapPoints): string =>
  layers[family - FAMILY_CLASSES.length]?.fill ??
  `var(--_${FAMILY_CLASSES[family] ?? 'other'}-fill)`;

/** Group and its button. Only changed attributes and styles are written, because each write is expensive. */
export class Mark {
  readonly button = document.createElement('button');
  group: Group;
  readonly #applied = new Map<string, string | undefined>();

  constructor(group: Group) {
    this.group = group;
    this.button.type = 'button';
  }

  /** Updates class, name, letter and size of the button. */
  update(points: MapPoints, messages: MapMessages): void {
    const {categoryCounts, firstPoint, recordCount} = this.group;
    const {style} = this.button;
    if (recordCount === 1) {
      const family = categoryCounts.indexOf(1);
      const layer = points.layers?.[family - FAMILY_CLASSES.length];
      this.#setAttribute('class', `marker ${markClass(family)}`);
      this.#setAttribute('part', 'marker');
      this.#setName(
        points.nameAt(firstPoint),
        points.langAt?.(firstPoint),
        points.nameSuffixAt?.(firstPoint),
      );
      this.#setAttribute('aria-haspopup', points.opensPage ? undefined : 'dialog');
      this.#setAttribute('data-letter', layer?.letter ?? messages.letters[family] ?? '');
      this.#applyIfChanged('fill', layer?.fill, fill => style.setProperty('--_layer-fill', fill));
    } else {
      this.#setAttribute('class', 'cluster');
      this.#setAttribute('part', 'cluster');
      this.#setAttribute('aria-label', messages.clusterName(recordCount, categoryCounts));
      this.#setAttribute('lang', undefined);
      this.#setAttribute('aria-haspopup', undefined);
      this.#setAttribute('data-letter', undefined);
      this.#applyIfChanged(
        'text',
        messages.clusterText?.(categoryCounts) ?? messages.formatNumber(recordCount),
        text => (this.button.textContent = text),
      );
    }
    const side = `${2 * markRadius(recordCount)}px`;
    this.#applyIfChanged('side', side, () => (style.inlineSize = style.blockSize = side));
  }

  /**
   * Sets highlight and `aria-expanded`.
   *
   * @param isOpen Undefined if marks have no popup.
   */
  setState(isHighlighted: boolean, isOpen: boolean | undefined): void {
    this.#applyIfChanged('marked', isHighlighted ? 'marked' : undefined, () =>
      this.button.classList.toggle('marked', isHighlighted),
    );
    // Only a cluster that is a stack has a popup.
    const hasPopup = isOpen !== undefined && (isOpen || this.group.recordCount === 1);
    this.#setAttribute('aria-expanded', hasPopup ? String(isOpen) : undefined);
  }

  /** Emphasizes or fades the mark; undefined for neither. */
  setEmphasis(isEmphasized: boolean | undefined): void {
    const state = isEmphasized === undefined ? undefined : isEmphasized ? 'grown' : 'faded';
    this.#applyIfChanged('emphasis', state, () => {
      this.button.classList.toggle('grown', state === 'grown');
      this.button.classList.toggle('faded', state === 'faded');
    });
  }

  get isFaded(): boolean {
    return this.#applied.get('emphasis') === 'faded';
  }

  setPosition(view: Viewport): void {
    const {x, y} = this.group;
    this.#applyIfChanged(
      'place',
      `translate(${view.x(x)}px,${view.y(y)}px) translate(-50%,-50%)`,
      place => {
        this.button.style.transform = place;
      },
    );
  }

  set isTabStop(isStop: boolean) {
    this.#setAttribute('tabindex', isStop ? '0' : '-1');
  }

  #setName(name: string, lang: string | undefined, suffix: string | undefined): void {
    // An attribute has one language: a name in two languages is rendered as hidden text of the button.
    const isMixed = lang !== undefined && suffix !== undefined;
    const fullName = suffix === undefined ? name : `${name}, ${suffix}`;
    this.#setAttribute('aria-label', isMixed ? undefined : fullName);
    this.#setAttribute('lang', isMixed ? undefined : lang);
    this.#applyIfChanged('text', isMixed ? `${lang}: ${fullName}` : undefined, text => {
      const title = document.createElement('span');
      title.textContent = name;
      title.lang = lang ?? '';
      this.button.replaceChildren(...(text ? [title, `, ${suffix ?? ''}`] : []));
    });
  }

  #setAttribute(name: string, value: string | undefined): void {
    if (name === 'class') for (const own of ['marked', 'emphasis']) this.#applied.delete(own);
    this.#applyIfChanged(name, value, () => {
      if (value === undefined) this.button.removeAttribute(name);
      else this.button.setAttribute(name, value);
    });
  }

  #applyIfChanged(
    name: string,
    value: string | undefined,
    apply: (value: string) => unknown,
  ): void {
    if (this.#applied.get(name) === value) return;
    this.#applied.set(name, value);
    apply(value ?? '');
  }
}
