import {inReadingOrder} from './clusters.js';
import {radius} from './grid.js';
import type {Group, Grouping} from './grouping.js';
import type {MapLabels, MapPoints} from './map-view.js';
import {Mark} from './mark.js';
import type {Box} from './towns-layer.js';
import type {Viewport} from './viewport.js';

/**
 * Markers and clusters of the view: buttons with a roving tabindex. A group that persists after a movement keeps its
 * button, and with it the focus and the state of a screen reader.
 */
export class MarkerLayer {
  readonly #pane: HTMLElement;
  /** Element that receives the focus if no mark can. */
  readonly #home: HTMLElement;
  #marks: readonly Mark[] = [];
  #byKey = new Map<string, Mark>();
  #byButton = new Map<EventTarget, Mark>();
  #byGroup = new Map<Group, Mark>();
  #grouping: Grouping | undefined;
  #points: MapPoints | undefined;
  #labels: MapLabels | undefined;
  /** True while drawing; the focus may pass between marks. */
  drawing = false;
  /** Mark that is reachable with Tab. */
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
      // The focused group has merged or split: the focus follows its records.
      this.focusOn(records);
      focused.button.remove();
    }
    if (!this.#stop || !this.#byButton.has(this.#stop.button)) [this.#stop] = this.#marks;
    for (const mark of this.#marks) mark.isStop = mark === this.#stop;
    this.drawing = false;
  }

  /** Returns a mark for each group: the existing one, else one of a removed group, else a new one. */
  #assign(groups: readonly Group[], focused: Mark | undefined, isSame: boolean): Mark[] {
    const gone = this.#byKey;
    const keys = groups.map(({first, families}) => `${first}:${families.join(':')}`);
    const kept = keys.map(key => {
      const mark = gone.get(key);
      gone.delete(key);
      return mark;
    });
    // In document order, so that few buttons are moved.
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

  /** Updates all positions after the pixel origin of the map has changed. */
  place(view: Viewport): void {
    for (const mark of this.#marks) mark.place(view);
  }

  get all(): readonly Mark[] {
    return this.#marks;
  }

  /** Mark that has the focus. */
  get focused(): Mark | undefined {
    const {activeElement} = this.#pane.getRootNode() as Document | ShadowRoot;
    return activeElement ? this.#byButton.get(activeElement) : undefined;
  }

  /** Returns the group of the button that is the target of an event. */
  groupAt(target: EventTarget | null): Group | undefined {
    return target ? this.#byButton.get(target)?.group : undefined;
  }

  /** Returns the mark of a record. */
  find(index: number | undefined): Mark | undefined {
    const group = index === undefined ? undefined : this.#grouping?.groupAt(index);
    return group && this.#byGroup.get(group);
  }

  /** Focuses the first mark that contains one of the records, else the map. */
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

  /** Makes a mark the only one reachable with Tab. */
  stopAt(mark: Mark): void {
    if (this.#stop) this.#stop.isStop = false;
    this.#stop = mark;
    mark.isStop = true;
  }

  /** Sets the highlighted record and the record with an open popup. */
  show(pointed: number | undefined, open: number | undefined): void {
    const [lit, opened] = [this.find(pointed), this.find(open)];
    const opens = !this.#points?.leadElsewhere;
    for (const mark of this.#marks) mark.show(mark === lit, opens ? mark === opened : undefined);
  }

  /** Returns the bounding boxes of the marks, in pane coordinates. */
  boxes(view: Viewport): Box[] {
    return this.#marks.map(({group}) => {
      const [x, y, half] = [view.x(group.x), view.y(group.y), radius(group.count)];
      return {left: x - half, top: y - half, right: x + half, bottom: y + half};
    });
  }

  /** Sorts the buttons into reading order without moving the focused one: a moved element loses the focus. */
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
