import {radius} from './grid.js';
import type {Group} from './grouping.js';
import type {MapLabels, MapPoints} from './map-view.js';
import type {Viewport} from './viewport.js';

/** Class names of the families, in the order of `MapPoints.family`. */
const FAMILIES = ['acteur', 'theme', 'projet', 'other'] as const;
/** Gap between two arcs of a ring, in per cent of its circumference. */
const HAIR = 1.5;

/** Returns the colour of a family or a layer. */
export const fillOf = (family: number, {layers = []}: MapPoints): string =>
  layers[family - FAMILIES.length]?.fill ?? `var(--_${FAMILIES[family] ?? 'other'}-fill)`;

/** Returns the ring of a cluster: an arc for each family, proportional to its share. */
function ring({families, count: all}: Group, points: MapPoints): string {
  const single = families.includes(all);
  const arcs: string[] = [];
  let from = 0;
  // The background of the button is visible between the arcs.
  families.forEach((count, family) => {
    if (count === 0) return;
    const to = from + (count / all) * 100;
    const end = single ? to : Math.max(from, to - HAIR);
    arcs.push(`${fillOf(family, points)} ${from}% ${end}%`, `#0000 ${end}% ${to}%`);
    from = to;
  });
  return `conic-gradient(${arcs.join()})`;
}

/** Group and its button. Only changed attributes and styles are written, because each write is expensive. */
export class Mark {
  readonly button = document.createElement('button');
  group: Group;
  readonly #written = new Map<string, string | undefined>();

  constructor(group: Group) {
    this.group = group;
    this.button.type = 'button';
  }

  /** Updates class, name, letter and size of the button. */
  fill(points: MapPoints, labels: MapLabels): void {
    const {families, first, count} = this.group;
    const {style} = this.button;
    if (count === 1) {
      const family = families.indexOf(1);
      const layer = points.layers?.[family - FAMILIES.length];
      this.#write('class', `marker ${layer ? 'layer' : (FAMILIES[family] ?? 'other')}`);
      this.#write('part', 'marker');
      this.#name(points.name(first), points.langOf?.(first), points.asideOf?.(first));
      this.#write('aria-haspopup', points.leadElsewhere ? undefined : 'dialog');
      this.#write('data-letter', layer?.letter ?? labels.letters[family] ?? '');
      this.#change('fill', layer?.fill, fill => style.setProperty('--_layer-fill', fill));
      this.#change('ring', undefined, image => (style.backgroundImage = image));
      this.#change('side', undefined, side => (style.inlineSize = style.blockSize = side));
    } else {
      this.#write('class', 'cluster');
      this.#write('part', 'cluster');
      this.#write('aria-label', labels.cluster(count, families));
      this.#write('lang', undefined);
      this.#write('aria-haspopup', undefined);
      this.#write('data-letter', undefined);
      this.#change('text', labels.number(count), text => (this.button.textContent = text));
      this.#change('ring', ring(this.group, points), image => (style.backgroundImage = image));
      const side = `${2 * radius(count)}px`;
      this.#change('side', side, () => (style.inlineSize = style.blockSize = side));
    }
  }

  /**
   * Sets highlight and `aria-expanded`.
   *
   * @param isOpen Undefined if marks have no popup.
   */
  show(isPointed: boolean, isOpen: boolean | undefined): void {
    this.#change('marked', isPointed ? 'marked' : undefined, () =>
      this.button.classList.toggle('marked', isPointed),
    );
    // Only a cluster that is a stack has a popup.
    const tells = isOpen !== undefined && (isOpen || this.group.count === 1);
    this.#write('aria-expanded', tells ? String(isOpen) : undefined);
  }

  place(view: Viewport): void {
    const {x, y} = this.group;
    this.#change(
      'place',
      `translate(${view.x(x)}px,${view.y(y)}px) translate(-50%,-50%)`,
      place => {
        this.button.style.transform = place;
      },
    );
  }

  set isStop(isStop: boolean) {
    this.#write('tabindex', isStop ? '0' : '-1');
  }

  #name(name: string, lang: string | undefined, aside: string | undefined): void {
    // An attribute has one language: a name in two languages is rendered as hidden text of the button.
    const isMixed = lang !== undefined && aside !== undefined;
    const whole = aside === undefined ? name : `${name}, ${aside}`;
    this.#write('aria-label', isMixed ? undefined : whole);
    this.#write('lang', isMixed ? undefined : lang);
    this.#change('text', isMixed ? `${lang}: ${whole}` : undefined, text => {
      const title = document.createElement('span');
      title.textContent = name;
      title.lang = lang ?? '';
      this.button.replaceChildren(...(text ? [title, `, ${aside ?? ''}`] : []));
    });
  }

  #write(name: string, value: string | undefined): void {
    if (name === 'class') this.#written.delete('marked');
    this.#change(name, value, () => {
      if (value === undefined) this.button.removeAttribute(name);
      else this.button.setAttribute(name, value);
    });
  }

  #change(name: string, value: string | undefined, write: (value: string) => unknown): void {
    if (this.#written.get(name) === value) return;
    this.#written.set(name, value);
    write(value ?? '');
  }
}
