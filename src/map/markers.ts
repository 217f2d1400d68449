import {inReadingOrder} from './clusters.js';
import {radius} from './grid.js';
import type {Group, Grouping} from './grouping.js';
import type {MapLabels, MapPoints} from './map-view.js';
import {Mark} from './mark.js';
import type {Box} from './towns-layer.js';
import type {Viewport} from './viewport.js';

/**
 * The markers and clusters of the view: real buttons, of which Tab reaches one and arrows the others. A group that is
 * still there after a move keeps its button, and so the focus, and what a screen reader knows of it.
 */
export class MarkerLayer {
  readonly #pane: HTMLElement;
  /** What has the focus when no mark can. */
  readonly #home: HTMLElement;
  #marks: readonly Mark[] = [];
  #byKey = new Map<string, Mark>();
  #byButton = new Map<EventTarget, Mark>();
  #byGroup = new Map<Group, Mark>();
  #grouping: Grouping | undefined;
  #points: MapPoints | undefined;
  #labels: MapLabels | undefined;
  /** While drawing, the focus may pass from mark to mark. */
  drawing = false;
  /** The one that Tab reaches. */
  #stop: Mark | undefined;

  constructor(pane: HTMLElement, home: HTMLElement) {
    this.#pane = pane;
    this.#home = home;
  }

  draw(grouping: Grouping, view: Viewport, points: MapPoints, labels: MapLabels): void {
    this.drawing = true;
    const {focused} = this;
    const records = focused?.group.members;
    const isSame = points === this.#points && labels === this.#labels;
    this.#grouping = grouping;
    this.#points = points;
    this.#labels = labels;
    this.#marks = this.#assign(inReadingOrder(grouping.groups, view.zoom), focused, isSame);
    this.#byButton = new Map(this.#marks.map(mark => [mark.button, mark]));
    this.#byGroup = new Map(this.#marks.map(mark => [mark.group, mark]));
    this.place(view);
    this.#arrange(focused?.button);
    if (focused && records && !this.#byButton.has(focused.button)) {
      // What had the focus has merged or parted: the focus goes with its records.
      this.focusOn(records);
      focused.button.remove();
    }
    if (!this.#stop || !this.#byButton.has(this.#stop.button)) [this.#stop] = this.#marks;
    for (const mark of this.#marks) mark.isStop = mark === this.#stop;
    this.drawing = false;
  }

  /** A mark for each group: its own if it is still there, else that of a group which is gone, else a new one. */
  #assign(groups: readonly Group[], focused: Mark | undefined, isSame: boolean): Mark[] {
    const gone = this.#byKey;
    const keys = groups.map(({first, families}) => `${first}:${families.join(':')}`);
    const kept = keys.map(key => {
      const mark = gone.get(key);
      gone.delete(key);
      return mark;
    });
    // In the order of the page, so that few have to be moved.
    const spare = [...gone.values()].filter(mark => mark !== focused);
    const marks = groups.map((group, i) => {
      const mark = kept[i] ?? spare.shift() ?? new Mark(group);
      mark.group = group;
      if ((!kept[i] || !isSame) && this.#points && this.#labels)
        mark.fill(this.#points, this.#labels);
      return mark;
    });
    for (const {button} of spare) button.remove();
    this.#byKey = new Map(marks.map((mark, i) => [keys[i] ?? '', mark]));
    return marks;
  }

  /** Puts each where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    for (const mark of this.#marks) mark.place(view);
  }

  get all(): readonly Mark[] {
    return this.#marks;
  }

  /** The one that has the focus. */
  get focused(): Mark | undefined {
    const {activeElement} = this.#pane.getRootNode() as Document | ShadowRoot;
    return activeElement ? this.#byButton.get(activeElement) : undefined;
  }

  /** What an event is about, if its target is one of the buttons. */
  groupAt(target: EventTarget | null): Group | undefined {
    return target ? this.#byButton.get(target)?.group : undefined;
  }

  /** The mark that stands for a record. */
  find(index: number | undefined): Mark | undefined {
    const group = index === undefined ? undefined : this.#grouping?.groupAt(index);
    return group && this.#byGroup.get(group);
  }

  /** Gives the focus to the first mark that holds one of some records, else to the map. */
  focusOn(records: Uint32Array): void {
    const holders = new Set<Mark | undefined>();
    for (const index of records) holders.add(this.find(index));
    const mark = this.#marks.find(one => holders.has(one));
    if (mark) this.focus(mark);
    else this.#home.focus({preventScroll: true});
  }

  focus(mark: Mark): void {
    this.stopAt(mark);
    mark.button.focus();
  }

  /** Makes a mark the one that Tab reaches. */
  stopAt(mark: Mark): void {
    if (this.#stop) this.#stop.isStop = false;
    this.#stop = mark;
    mark.isStop = true;
  }

  /** Shows which record is pointed at elsewhere, and which one's popup is open. */
  show(pointed: number | undefined, open: number | undefined): void {
    const [lit, opened] = [this.find(pointed), this.find(open)];
    const opens = !this.#points?.leadElsewhere;
    for (const mark of this.#marks) mark.show(mark === lit, opens ? mark === opened : undefined);
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
