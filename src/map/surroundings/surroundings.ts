import {boxesOver} from '../interaction/popup.js';
import {boxInPanes, type PaneBox} from '../labels/label-position.js';
import type {PlaceLabel} from '../labels/place-label.js';
import type {Viewport} from '../leaflet/viewport.js';
import {adoptMapStylesAround} from '../map.styles.js';
import type {MapMessages, MapPoints} from '../map-view.js';
import {fillOf} from '../markers/mark.js';
import type {Group} from '../markers/group-set.js';
import {Captions, captionStyles} from './captions.js';
import {Directions, directionStyles} from './directions.js';
import {circleStyles, DistanceCircles, type WorldPlace} from './distance-circles.js';
import {Locator, locatorStyles} from './locator.js';

const styles = circleStyles + locatorStyles + captionStyles + directionStyles;

/** Maximum number of marks in a view around one of which circles are drawn. */
const MAX_MARKS = 12;

/** View with what is drawn in it. */
export interface SurroundingsScene {
  readonly view: Viewport;
  /** Place in the middle of the circles. Default: of a close view, the mark nearest to its middle, else the town. */
  readonly place: WorldPlace | undefined;
  /** True if the ground has no detail at the zoom of the view. */
  readonly isClose: boolean;
  readonly groups: readonly Group[];
  readonly points: MapPoints;
  /** Boxes of the marks, in pane coordinates. */
  readonly markBoxes: readonly PaneBox[];
  /** Boxes of the controls, in pixels from the top left corner of the container. */
  readonly overlays: readonly PaneBox[];
  readonly towns: readonly PlaceLabel[];
  readonly messages: MapMessages;
}

/**
 * Drawing around the marks of a view whose ground has no detail: circles of distance, captions of the marks, towns beyond
 * the edges, and a small map with the position of the view. Hidden from screen readers, since the list has it all.
 */
export class Surroundings {
  /** Boxes of texts in pane coordinates, which place labels avoid. */
  textBoxes: readonly PaneBox[] = [];
  /** True if the towns beyond the edges are drawn. */
  hasEdges = false;
  readonly #container: HTMLElement;
  readonly #circles = new DistanceCircles();
  readonly #captions = new Captions();
  readonly #locator: Locator;
  readonly #directions: Directions;
  /** Middle of the circles of a close view. */
  #middle: Group | undefined;

  /** @param pane Pane below the marks, for circles and captions. */
  constructor(container: HTMLElement, pane: HTMLElement) {
    adoptMapStylesAround(pane, styles);
    this.#container = container;
    pane.append(this.#circles.root, this.#captions.root);
    this.#locator = new Locator(container);
    this.#directions = new Directions(container);
    this.setVisible(false);
  }

  draw(scene: SurroundingsScene): void {
    const {view, isClose, groups, points, markBoxes, overlays, towns, messages} = scene;
    const inPane = (box: PaneBox): PaneBox => boxInPanes(box, view);
    this.setVisible(true);
    this.hasEdges = isClose;
    const middle = isClose && !scene.place ? this.#findMiddle(view, groups) : undefined;
    this.#locator.draw(view, messages.language);
    const boxOf = (element: Element): PaneBox[] =>
      boxesOver(this.#container, [element]).map(inPane);
    this.#locator.avoid(markBoxes, element => boxOf(element)[0]);
    const covers = [...overlays.map(inPane), ...boxOf(this.#locator.root)];
    const fill = middle ? fillOfGroup(middle, points) : undefined;
    const town = isClose && groups.length === 0 ? findTown(view, towns) : undefined;
    const place = middle ?? scene.place ?? town;
    this.#circles.draw(view, place, messages, covers, place === town ? INK : fill);
    const occupied = [...covers, ...markBoxes, ...this.#circles.textBoxes];
    this.#captions.draw(view, isClose ? groups : [], points, occupied);
    const texts = [...this.#circles.textBoxes, ...this.#captions.boxes];
    this.#directions.draw(
      view,
      isClose ? towns : [],
      [...covers, ...markBoxes, ...texts],
      messages,
    );
    this.textBoxes = [...covers, ...texts, ...this.#directions.boxes];
  }

  setVisible(isVisible: boolean): void {
    for (const {root} of [this.#circles, this.#captions, this.#locator, this.#directions])
      root.classList.toggle('off', !isVisible);
    if (isVisible) return;
    this.textBoxes = [];
    this.hasEdges = false;
  }

  remove(): void {
    for (const {root} of [this.#circles, this.#captions, this.#locator, this.#directions])
      root.remove();
  }

  /** Returns the mark nearest to the middle of the view; the one of the view before as long as it is in view. */
  #findMiddle({centerX, centerY}: Viewport, groups: readonly Group[]): Group | undefined {
    const distance = ({x, y}: WorldPlace): number => Math.hypot(x - centerX, y - centerY);
    const isKept = groups.some(({x, y}) => x === this.#middle?.x && y === this.#middle.y);
    if (groups.length > MAX_MARKS) this.#middle = undefined;
    else if (!isKept) [this.#middle] = [...groups].sort((a, b) => distance(a) - distance(b));
    return this.#middle;
  }
}

/** Colour of circles that belong to no family. */
const INK = 'var(--_map-ink)';

/** Returns the town of a view without marks that is nearest to its middle. */
function findTown(
  {box, centerX, centerY}: Viewport,
  towns: readonly PlaceLabel[],
): WorldPlace | undefined {
  const distance = ({x, y}: WorldPlace): number => Math.hypot(x - centerX, y - centerY);
  const [nearest] = towns
    .filter(
      ({hasDot, x, y}) => hasDot && x > box.west && x < box.east && y > box.north && y < box.south,
    )
    .sort((a, b) => distance(a) - distance(b));
  return nearest;
}

/** Returns the colour of the family of all records of a mark, and of the map for several families. */
function fillOfGroup({categoryCounts, recordCount}: Group, points: MapPoints): string {
  const family = categoryCounts.indexOf(recordCount);
  return family < 0 ? INK : fillOf(family, points);
}
