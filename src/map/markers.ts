import type {Group} from './clusters.js';
import {radius} from './clusters.js';
import type {MapLabels, MapPoints} from './map-view.js';
import type {Box} from './towns-layer.js';
import type {Viewport} from './viewport.js';

/** The families in the order of `MapPoints.family`. */
const FAMILIES = ['acteur', 'theme', 'projet', 'other'] as const;

/** A cluster's ring: an arc for each family it has, as long as its share, with a hair between them. */
function ring({families, members}: Group): string {
  const present = families.filter(count => count > 0).length;
  const gap = present > 1 ? 1.5 : 0;
  let from = 0;
  const arcs = families.flatMap((count, family) => {
    if (count === 0) return [];
    const to = from + (count / members.length) * 100;
    const end = Math.max(from, to - gap);
    const arc = [
      `var(--_${FAMILIES[family]!}-fill) ${from}% ${end}%`,
      `var(--_map-paper) ${end}% ${to}%`,
    ];
    from = to;
    return gap ? arc : arc.slice(0, 1);
  });
  return `conic-gradient(${arcs.join(',')})`;
}

/** Makes a button say what its group is. */
function fill(button: HTMLButtonElement, group: Group, points: MapPoints, labels: MapLabels): void {
  const {families, members} = group;
  const count = members.length;
  button.type = 'button';
  if (count === 1) {
    const family = families.indexOf(1);
    button.className = `marker ${FAMILIES[family] ?? 'other'}`;
    button.ariaLabel = points.name(members[0]!);
    button.ariaHasPopup = 'dialog';
    button.dataset['letter'] = labels.letters[family] ?? '';
  } else {
    button.className = 'cluster';
    button.ariaLabel = labels.cluster(count);
    button.textContent = labels.number(count);
    button.style.setProperty('--_ring', ring(group));
    button.style.setProperty('--_size', `${2 * radius(count)}px`);
  }
  button.setAttribute('part', count === 1 ? 'marker' : 'cluster');
}

/**
 * The markers and clusters of the view: real buttons, each one tab stop's worth of a roving `tabindex`. A group that is
 * still there after a move keeps its button, and so the focus and what a screen reader knows of it.
 */
export class MarkerLayer {
  readonly #pane: HTMLElement;
  #buttons = new Map<string, HTMLButtonElement>();
  readonly #groups = new WeakMap<Element, Group>();
  #points: MapPoints | undefined;
  #labels: MapLabels | undefined;
  /** The one that Tab reaches. */
  #stop: HTMLButtonElement | undefined;

  constructor(pane: HTMLElement) {
    this.#pane = pane;
  }

  /** Draws the groups, which are given in reading order. */
  draw(groups: readonly Group[], view: Viewport, points: MapPoints, labels: MapLabels): void {
    const same = points === this.#points && labels === this.#labels;
    [this.#points, this.#labels] = [points, labels];
    const focused = this.focused;
    const held = focused && this.#groups.get(focused);
    const kept = this.#buttons;
    this.#buttons = new Map();
    const order = groups.map(group => {
      const key = `${group.members[0]!}:${group.families.join(':')}`;
      const old = kept.get(key);
      const button = old ?? document.createElement('button');
      kept.delete(key);
      this.#buttons.set(key, button);
      this.#groups.set(button, group);
      if (!old || !same) fill(button, group, points, labels);
      return button;
    });
    this.place(view);
    for (const button of kept.values()) if (button !== focused) button.remove();
    this.#arrange(order, focused);
    if (focused && held && !order.includes(focused)) {
      // What was focused has merged or parted: the focus goes with its first record.
      const heir = this.find(held.members[0]!);
      if (heir) this.focus(heir);
      focused.remove();
    }
    if (!this.#stop?.isConnected) this.#stop = order[0];
    for (const button of order) button.tabIndex = button === this.#stop ? 0 : -1;
  }

  /** Puts each where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    for (const button of this.#buttons.values()) {
      const {x, y} = this.#groups.get(button)!;
      button.style.transform = `translate(${view.x(x)}px,${view.y(y)}px) translate(-50%,-50%)`;
    }
  }

  /** The button that has the focus. */
  get focused(): HTMLButtonElement | undefined {
    const {activeElement} = this.#pane.getRootNode() as Document | ShadowRoot;
    return activeElement && this.#groups.has(activeElement)
      ? (activeElement as HTMLButtonElement)
      : undefined;
  }

  get all(): readonly HTMLButtonElement[] {
    return [...this.#pane.children] as HTMLButtonElement[];
  }

  /** What an event's target belongs to. */
  groupAt(target: EventTarget | null): Group | undefined {
    const button = target instanceof Element ? target.closest('button') : null;
    return button ? this.#groups.get(button) : undefined;
  }

  /** The button that holds a record. */
  find(index: number): HTMLButtonElement | undefined {
    return this.all.find(button => this.#groups.get(button)!.members.includes(index));
  }

  focus(button: HTMLButtonElement): void {
    this.stopAt(button);
    button.focus({preventScroll: true});
  }

  /** Makes a button the one that Tab reaches. */
  stopAt(button: HTMLButtonElement): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = button;
    button.tabIndex = 0;
  }

  /** Shows which record is pointed at elsewhere, and which one's popup is open. */
  mark(lit: number | undefined, open: number | undefined): void {
    for (const button of this.#buttons.values()) {
      const {members} = this.#groups.get(button)!;
      button.classList.toggle('lit', lit !== undefined && members.includes(lit));
      if (members.length === 1) button.ariaExpanded = String(members[0] === open);
    }
  }

  /** What the marks cover, in the map's panes. */
  boxes(view: Viewport): Box[] {
    return [...this.#buttons.values()].map(button => {
      const {x, y, members} = this.#groups.get(button)!;
      const [left, top, half] = [view.x(x), view.y(y), radius(members.length)];
      return {left: left - half, top: top - half, right: left + half, bottom: top + half};
    });
  }

  /** Brings the buttons into reading order without moving the one that has the focus: moving would take it away. */
  #arrange(order: readonly HTMLButtonElement[], focused: HTMLButtonElement | undefined): void {
    let next: ChildNode | null = this.#pane.firstChild;
    for (const button of order) {
      while (button === focused && next && next !== button) {
        const passed: ChildNode = next;
        next = next.nextSibling;
        this.#pane.append(passed);
      }
      if (next === button) next = next.nextSibling;
      else this.#pane.insertBefore(button, next);
    }
  }
}
