import {inReadingOrder} from './clusters.js';
import {markRadius} from './grid.js';
import type {Group, GroupSet} from './group-set.js';
import {type MapMessages, type MapPoints, type RecordTest, FAMILY_COUNT} from '../map-view.js';
import {Mark, fillOf} from './mark.js';
import type {MarkBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {setPaths, svg} from '../svg.js';
import {addRing} from './rings.js';

/** Maximum number of records of a cluster that are tested for emphasis. */
const MAX_TESTED = 500;
/** Number of marks from which those without a letter are small: as large ones they would outweigh the names. */
const CROWD = 40;
/** Maximum number of records of a mark whose names may have that of its town. */
const MAX_TITLES = 8;

/**
 * Markers and clusters of the view: buttons with a roving tabindex. A group that persists after a movement keeps its
 * button, and with it the focus and the state of a screen reader.
 */
export class MarkerLayer {
  readonly #pane: HTMLElement;
  readonly #rings: ClusterRings;
  /** Element that receives the focus if no mark can. */
  readonly #focusFallback: HTMLElement;
  #marks: readonly Mark[] = [];
  #byKey = new Map<string, Mark>();
  #byButton = new Map<EventTarget, Mark>();
  #byGroup = new Map<Group, Mark>();
  #groups: GroupSet | undefined;
  #points: MapPoints | undefined;
  #messages: MapMessages | undefined;
  /** True while drawing; the focus may pass between marks. */
  isDrawing = false;
  #isEmphasized: RecordTest | undefined;
  /** Mark that is reachable with Tab. */
  #tabStop: Mark | undefined;

  constructor(pane: HTMLElement, ringsPane: HTMLElement, focusFallback: HTMLElement) {
    this.#pane = pane;
    this.#rings = new ClusterRings(ringsPane);
    this.#focusFallback = focusFallback;
  }

  draw(groups: GroupSet, view: Viewport, points: MapPoints, messages: MapMessages): void {
    this.isDrawing = true;
    const {focused} = this;
    const records = focused?.group.members;
    const isUnchanged = points === this.#points && messages === this.#messages;
    this.#groups = groups;
    this.#points = points;
    this.#messages = messages;
    this.#marks = this.#assignMarks(inReadingOrder(groups.groups, view.zoom), focused, isUnchanged);
    this.#byButton = new Map(this.#marks.map(mark => [mark.button, mark]));
    this.#byGroup = new Map(this.#marks.map(mark => [mark.group, mark]));
    this.updatePositions(view);
    this.#sortButtons(focused?.button);
    if (focused && records && !this.#byButton.has(focused.button)) {
      // The focused group has merged or split: the focus follows its records.
      this.focusRecords(records);
      focused.button.remove();
    }
    if (!this.#tabStop || !this.#byButton.has(this.#tabStop.button)) [this.#tabStop] = this.#marks;
    for (const mark of this.#marks) mark.isTabStop = mark === this.#tabStop;
    if (this.#isEmphasized) this.setEmphasis(this.#isEmphasized);
    this.isDrawing = false;
  }

  /** Returns a mark for each group: the existing one, else one of a removed group, else a new one. */
  #assignMarks(groups: readonly Group[], focused: Mark | undefined, isUnchanged: boolean): Mark[] {
    const previous = this.#byKey;
    const keys = groups.map(
      ({firstPoint, categoryCounts}) => `${firstPoint}:${categoryCounts.join(':')}`,
    );
    const kept = keys.map(key => {
      const mark = previous.get(key);
      previous.delete(key);
      return mark;
    });
    // In document order, so that few buttons are moved.
    const reusable = [...previous.values()].filter(mark => mark !== focused);
    const marks = groups.map((group, i) => {
      const mark = kept[i] ?? reusable.shift() ?? new Mark(group);
      mark.group = group;
      if ((!kept[i] || !isUnchanged) && this.#points && this.#messages)
        mark.update(this.#points, this.#messages);
      return mark;
    });
    for (const {button} of reusable) button.remove();
    this.#pane.classList.toggle('crowd', marks.length > CROWD);
    this.#byKey = new Map(marks.map((mark, i) => [keys[i] ?? '', mark]));
    return marks;
  }

  /** Updates all positions after the pixel origin of the map has changed. */
  updatePositions(view: Viewport): void {
    for (const mark of this.#marks) mark.setPosition(view);
    this.#rings.draw(this.#marks, this.#points, view);
  }

  get marks(): readonly Mark[] {
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
  markOf(index: number | undefined): Mark | undefined {
    const group = index === undefined ? undefined : this.#groups?.groupOf(index);
    return group && this.#byGroup.get(group);
  }

  /** Focuses the first mark that contains one of the records, else the map. */
  focusRecords(records: Uint32Array): void {
    const candidates = new Set<Mark | undefined>();
    for (const index of records) candidates.add(this.markOf(index));
    const mark = this.#marks.find(one => candidates.has(one));
    if (mark) this.focus(mark);
    else this.#focusFallback.focus({preventScroll: true});
  }

  focus(mark: Mark): void {
    this.setTabStop(mark);
    mark.button.focus();
  }

  /** Makes a mark the only one reachable with Tab. */
  setTabStop(mark: Mark): void {
    if (this.#tabStop) this.#tabStop.isTabStop = false;
    this.#tabStop = mark;
    mark.isTabStop = true;
  }

  /** Sets the highlighted record and the record with an open popup. */
  setHighlight(highlightedIndex: number | undefined, openIndex: number | undefined): void {
    const [highlighted, opened] = [this.markOf(highlightedIndex), this.markOf(openIndex)];
    const hasPopups = !this.#points?.opensPage;
    for (const mark of this.#marks)
      mark.setState(mark === highlighted, hasPopups ? mark === opened : undefined);
  }

  /** Emphasizes the marks with some of the records, and fades the others. */
  setEmphasis(isEmphasized: RecordTest | undefined): void {
    this.#isEmphasized = isEmphasized;
    for (const mark of this.#marks) mark.setEmphasis(this.#emphasisOf(mark));
    this.#rings.draw(this.#marks, this.#points);
  }

  /** Returns undefined if all marks are alike. */
  #emphasisOf({group}: Mark): boolean | undefined {
    const test = this.#isEmphasized;
    return test && group.members.subarray(0, MAX_TESTED).some(test);
  }

  /** Returns the bounding boxes of the marks, in pane coordinates. */
  markBoxes(view: Viewport): MarkBox[] {
    return this.#marks.map(({group}) => {
      const {x: worldX, y: worldY, recordCount} = group;
      const [x, y, radius] = [view.x(worldX), view.y(worldY), markRadius(recordCount)];
      const titles = () =>
        recordCount > MAX_TITLES ? '' : [...group.members].map(i => this.#points?.nameAt(i)).join();
      return {left: x - radius, top: y - radius, right: x + radius, bottom: y + radius, titles};
    });
  }

  /** Sorts the buttons into reading order without moving the focused one: a moved element loses the focus. */
  #sortButtons(focused: HTMLButtonElement | undefined): void {
    let next = this.#pane.firstChild;
    for (const {button} of this.#marks) {
      while (button === focused && next && next !== button) {
        const moved = next;
        next = next.nextSibling;
        this.#pane.append(moved);
      }
      if (next === button) next = next.nextSibling;
      else this.#pane.insertBefore(button, next);
    }
  }
}

/**
 * Discs of all clusters, and around each an arc for each family, proportional to its share. They are below the buttons,
 * as one path for each family: as a background image of each button they took a sixth of a zoom step.
 */
class ClusterRings {
  /** Clusters as usual, and those faded by the emphasis of others: a path of discs, then one for each category. */
  readonly #groups = ['', 'faded'].map(name => svg('g', {class: name}));
  /** Points whose categories have their colours. */
  #points: MapPoints | undefined;
  #view: Viewport | undefined;

  constructor(pane: HTMLElement) {
    const root = svg('svg', {class: 'clusters', 'aria-hidden': 'true'});
    root.append(...this.#groups);
    pane.append(root);
  }

  /** Draws the rings in a view, by default that of the last drawing. */
  draw(marks: readonly Mark[], points: MapPoints | undefined, view = this.#view): void {
    this.#view = view;
    if (!points || !view) return;
    const count = FAMILY_COUNT + (points.layers?.length ?? 0);
    this.#groups.forEach((group, i) => {
      const paths = Array<string>(count + 1).fill('');
      for (const {
        isFaded,
        group: {x, y, recordCount, categoryCounts},
      } of marks)
        if (recordCount > 1 && isFaded === i > 0)
          addRing(paths, view.x(x), view.y(y), categoryCounts);
      setPaths(group, paths);
      if (points !== this.#points)
        for (let category = 0; category < count; category++) {
          const {style} = group.children[category + 1] as SVGPathElement;
          style.setProperty('--_shape', fillOf(category, points));
        }
    });
    this.#points = points;
  }
}
