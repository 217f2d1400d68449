import type {Group} from './clusters.js';
import {radius} from './grid.js';
import type {MapLabels, MapPoints} from './map-view.js';
import type {Box} from './towns-layer.js';
import type {Viewport} from './viewport.js';

/** The families in the order of `MapPoints.family`. */
const FAMILIES = ['acteur', 'theme', 'projet', 'other'] as const;
/** Between two arcs of a ring, in per cent of its round. */
const HAIR = 1.5;

/** The colour of a family or a layer. */
const fillOf = (family: number, {layers = []}: MapPoints): string =>
  layers[family - FAMILIES.length]?.fill ?? `var(--_${FAMILIES[family] ?? 'other'}-fill)`;

/** A cluster's ring: an arc for each family in it, as long as the family's share. */
function ring({families, count: all}: Group, points: MapPoints): string {
  const single = families.includes(all);
  const arcs: string[] = [];
  let from = 0;
  // Between arcs the button's own ground shows.
  families.forEach((count, family) => {
    if (count === 0) return;
    const to = from + (count / all) * 100;
    const end = single ? to : Math.max(from, to - HAIR);
    arcs.push(`${fillOf(family, points)} ${from}% ${end}%`, `#0000 ${end}% ${to}%`);
    from = to;
  });
  return `conic-gradient(${arcs.join()})`;
}

/** Makes a button say what its group is. */
function fill(button: HTMLElement, group: Group, points: MapPoints, labels: MapLabels): void {
  const {families, members, count} = group;
  if (count === 1) {
    const family = families.indexOf(1);
    const layer = points.layers?.[family - FAMILIES.length];
    button.className = `marker ${layer ? 'layer' : (FAMILIES[family] ?? 'other')}`;
    button.setAttribute('part', 'marker');
    button.setAttribute('aria-label', points.name(members[0] ?? -1));
    if (!points.leadElsewhere) button.setAttribute('aria-haspopup', 'dialog');
    button.dataset.letter = layer?.letter ?? labels.letters[family] ?? '';
    button.style.setProperty('--_layer-fill', layer?.fill ?? '');
  } else {
    button.className = 'cluster';
    button.setAttribute('part', 'cluster');
    button.setAttribute('aria-label', labels.cluster(count, families));
    button.textContent = labels.number(count);
    button.style.backgroundImage = `${ring(group, points)},none`;
    button.style.inlineSize = button.style.blockSize = `${2 * radius(count)}px`;
  }
}

/** A group with the button that stands for it. */
export interface Mark {
  readonly button: HTMLButtonElement;
  readonly group: Group;
}

/**
 * The markers and clusters of the view: real buttons, of which Tab reaches one and arrows the others. A group that is
 * still there after a move keeps its button, and so the focus, and what a screen reader knows of it.
 */
export class MarkerLayer {
  readonly #pane: HTMLElement;
  /** What has the focus when no mark can. */
  readonly #home: HTMLElement;
  #marks: readonly Mark[] = [];
  #byKey = new Map<string, HTMLButtonElement>();
  #groups = new Map<EventTarget, Group>();
  #points: MapPoints | undefined;
  #labels: MapLabels | undefined;
  /** While drawing, the focus may pass from mark to mark. */
  drawing = false;
  /** The one that Tab reaches. */
  #stop: HTMLButtonElement | undefined;

  constructor(pane: HTMLElement, home: HTMLElement) {
    this.#pane = pane;
    this.#home = home;
  }

  /** Draws the groups, which are given in reading order. */
  draw(groups: readonly Group[], view: Viewport, points: MapPoints, labels: MapLabels): void {
    this.drawing = true;
    const same = points === this.#points && labels === this.#labels;
    const focused = this.focused;
    const gone = this.#byKey;
    this.#byKey = new Map();
    this.#points = points;
    this.#labels = labels;
    this.#marks = groups.map(group => {
      const key = `${group.members[0] ?? -1}:${group.families.join(':')}`;
      const kept = gone.get(key);
      const button = kept ?? document.createElement('button');
      button.type = 'button';
      gone.delete(key);
      this.#byKey.set(key, button);
      if (!kept || !same) fill(button, group, points, labels);
      return {button, group};
    });
    this.#groups = new Map(this.#marks.map(({button, group}) => [button, group]));
    this.place(view);
    for (const button of gone.values()) if (button !== focused?.button) button.remove();
    this.#arrange(focused?.button);
    if (focused && !this.#groups.has(focused.button)) {
      // What had the focus has merged or parted: the focus goes with its records.
      this.focusOn(focused.group.members);
      focused.button.remove();
    }
    if (!this.#stop?.isConnected) this.#stop = this.#marks[0]?.button;
    for (const {button} of this.#marks) button.tabIndex = button === this.#stop ? 0 : -1;
    this.drawing = false;
  }

  /** Puts each where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    for (const {button, group} of this.#marks)
      button.style.transform = `translate(${view.x(group.x)}px,${view.y(group.y)}px) translate(-50%,-50%)`;
  }

  get all(): readonly Mark[] {
    return this.#marks;
  }

  /** The one that has the focus. */
  get focused(): Mark | undefined {
    const {activeElement} = this.#pane.getRootNode() as Document | ShadowRoot;
    return this.#marks.find(({button}) => button === activeElement);
  }

  /** What an event is about, if its target is one of the buttons. */
  groupAt(target: EventTarget | null): Group | undefined {
    return target ? this.#groups.get(target) : undefined;
  }

  /** The mark that stands for a record. */
  find(index: number): Mark | undefined {
    return this.#marks.find(({group}) => group.members.includes(index));
  }

  /** Gives the focus to the first mark that holds one of some records, else to the map. */
  focusOn(records: Uint32Array): void {
    const wanted = new Set(records);
    const mark = this.#marks.find(({group}) => group.members.some(index => wanted.has(index)));
    if (mark) this.focus(mark.button);
    else this.#home.focus({preventScroll: true});
  }

  focus(button: HTMLButtonElement): void {
    this.stopAt(button);
    button.focus();
  }

  /** Makes a button the one that Tab reaches. */
  stopAt(button: HTMLButtonElement): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = button;
    button.tabIndex = 0;
  }

  /** Shows which record is pointed at elsewhere, and which one's popup is open. */
  show(pointed: number | undefined, open: number | undefined): void {
    for (const {button, group} of this.#marks) {
      const {members, count} = group;
      const holds = (index: number | undefined) => index !== undefined && members.includes(index);
      button.classList.toggle('marked', holds(pointed));
      if (this.#points?.leadElsewhere) continue;
      // A cluster has no popup, unless no zoom parts it.
      if (count === 1 || holds(open)) button.setAttribute('aria-expanded', String(holds(open)));
      else button.removeAttribute('aria-expanded');
    }
  }

  /** What the marks cover, in the map's panes. */
  boxes(view: Viewport): Box[] {
    return this.#marks.map(({group}) => {
      const [x, y, half] = [view.x(group.x), view.y(group.y), radius(group.count)];
      return {left: x - half, top: y - half, right: x + half, bottom: y + half};
    });
  }

  /** Brings the buttons into reading order without moving the one that has the focus: moving would take it away. */
  #arrange(focused: HTMLButtonElement | undefined): void {
    let next = this.#pane.firstChild;
    for (const {button} of this.#marks) {
      while (button === focused && next && next !== button) {
        const passed = next;
        next = next.nextSibling;
        this.#pane.append(passed);
      }
      if (next === button) next = next.nextSibling;
      else this.#pane.insertBefore(button, next);
    }
  }
}
