import {boxesOver} from '../interaction/popup.js';
import type {PlaceLabel, MapMessages, MapPoints} from '../map-view.js';
import {boxInPanes, type PaneBox, overlaps} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {adoptMapStylesAround} from '../map.styles.js';
import {fillOf} from '../markers/mark.js';
import type {Group} from '../markers/group-set.js';
import {Captions, captionStyles} from './captions.js';
import {Directions, directionStyles} from './directions.js';
import {circleStyles, DistanceCircles, type WorldPlace} from './distance-circles.js';
import {worldSize} from '../../model/geo/mercator.js';
import {LabelLayer} from '../labels/label-layer.js';
import {isFarAway} from '../outlines/graticule-layer.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import {svg} from '../svg.js';

/** Styles of the small map. */
const locatorStyles = `
.spass-map .locator {
  position: absolute;
  inset-block-start: .75em;
  inset-inline-end: .75em;
  inline-size: 148px;
  block-size: 116px;
  overflow: clip;
  border: 1px solid var(--_map-border);
  border-radius: var(--_radius, 6px);
  background-color: var(--_map-water);
  pointer-events: none;
}
.spass-map .locator.low { inset-block: auto 2.75em; }
@container (width <= 28em) {
  .spass-map .locator { display: none; }
}
.spass-map .locator > * { position: absolute; inset: 0 auto auto 0; direction: ltr; }
.spass-map .locator .towns { font-size: 10px; stroke-width: 2.5px; }
.spass-map .locator :is(.city, .town) { font: 600 10.5px var(--_text-font, inherit); }
.spass-map .locator .area { display: none; }
.spass-map .locator .strait { font-size: 9.5px; letter-spacing: .1em; }
.spass-map .locator .rings { display: none; }
.spass-map .locator .cores { stroke: var(--_map-ink); stroke-width: .5px; }
.spass-map .locator .frame { fill: color-mix(in srgb, var(--_projet-fill) 30%, #0000); stroke: color-mix(in srgb, var(--_projet-fill) 90%, var(--_map-ink)); stroke-width: 1.5px; inset: auto; }
@media screen and (forced-colors: active) {
  .spass-map .locator .frame { fill: none; stroke: CanvasText; }
}
`;

/** Size of the small map in pixels. */
const [WIDTH, HEIGHT] = [148, 116] as const;
/** Zooms by which the small map is farther than the view, and its own range of zooms. */
const [LEAD, MIN_ZOOM, MAX_ZOOM] = [4, 4, 6] as const;
/** Minimum size of the frame of the view on the small map, in pixels. */
const MIN_FRAME = 9;

/** Small map of the region, with the position of the view. */
class Locator {
  readonly root = document.createElement('div');
  readonly #outlines: OutlinesLayer;
  readonly #labels: LabelLayer;
  readonly #frame = svg('rect', {class: 'frame'});

  constructor(container: HTMLElement) {
    this.root.className = 'locator';
    this.root.ariaHidden = 'true';
    container.append(this.root);
    this.#outlines = new OutlinesLayer(this.root);
    this.#labels = new LabelLayer(this.root);
    const overlay = svg('svg', {width: WIDTH, height: HEIGHT});
    overlay.append(this.#frame);
    this.root.append(overlay);
  }

  draw({centerX, centerY, zoom, width, height, size}: Viewport, language: string): void {
    const maxZoom = isFarAway(centerX, centerY) ? MIN_ZOOM : MAX_ZOOM;
    const far = Math.max(MIN_ZOOM, Math.min(maxZoom, Math.round(zoom) - LEAD));
    const world = worldSize(far);
    const west = centerX - WIDTH / world / 2;
    const north = centerY - HEIGHT / world / 2;
    const view: Viewport = {
      box: {west, north, east: west + WIDTH / world, south: north + HEIGHT / world},
      zoom: far,
      size: world,
      width: WIDTH,
      height: HEIGHT,
      centerX,
      centerY,
      x: x => Math.round((x - west) * world),
      y: y => Math.round((y - north) * world),
    };
    this.#outlines.draw(view, 'moved');
    const [across, down] = [width, height].map(side =>
      Math.max(MIN_FRAME, Math.round((side / size) * world)),
    ) as [number, number];
    const [left, top] = [(WIDTH - across) / 2, (HEIGHT - down) / 2];
    const frame = {left, top, right: left + across, bottom: top + down};
    this.#labels.draw(view, language, [frame], {});
    for (const [name, value] of Object.entries({x: left, y: top, width: across, height: down}))
      this.#frame.setAttribute(name, String(value));
  }

  /**
   * Moves to the lower corner if there is a mark in the upper one, and leaves the map if there is one in both.
   *
   * @param boxOf Returns the box of an element in pane coordinates; undefined if it is not displayed.
   */
  avoid(marks: readonly PaneBox[], boxOf: (element: Element) => PaneBox | undefined): void {
    const {classList} = this.root;
    const isFree = (isLow: boolean): boolean => {
      classList.toggle('low', isLow);
      const box = boxOf(this.root);
      return !box || !marks.some(mark => overlaps(mark, box));
    };
    classList.toggle('off', !isFree(false) && !isFree(true));
  }
}

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
    const controls = [...overlays.map(inPane), ...boxOf(this.#locator.root)];
    const covers = [...controls, ...markBoxes];
    const fill = middle ? fillOfGroup(middle, points) : undefined;
    const town = isClose && groups.length === 0 ? findTown(view, towns) : undefined;
    const place = middle ?? scene.place ?? town;
    this.#circles.draw(view, place, messages, covers, place === town ? INK : fill);
    const occupied = [...covers, ...this.#circles.textBoxes];
    this.#captions.draw(view, isClose ? groups : [], points, occupied, markBoxes);
    const {boxes} = this.#captions;
    this.#directions.draw(view, isClose ? towns : [], [...occupied, ...boxes], messages);
    this.textBoxes = [...controls, ...this.#circles.textBoxes, ...boxes, ...this.#directions.boxes];
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
  #findMiddle(view: Viewport, groups: readonly Group[]): Group | undefined {
    const isKept = groups.some(({x, y}) => x === this.#middle?.x && y === this.#middle.y);
    if (groups.length > MAX_MARKS) this.#middle = undefined;
    else if (!isKept) this.#middle = nearestToMiddle(view, groups);
    return this.#middle;
  }
}

/** Colour of circles that belong to no family. */
const INK = 'var(--_map-ink)';

/** Returns the town of a view without marks that is nearest to its middle. */
function findTown(view: Viewport, towns: readonly PlaceLabel[]): WorldPlace | undefined {
  const {west, east, north, south} = view.box;
  const inView = towns.filter(
    ({hasDot, x, y}) => hasDot && x > west && x < east && y > north && y < south,
  );
  return nearestToMiddle(view, inView);
}

function nearestToMiddle<T extends WorldPlace>(
  {centerX, centerY}: Viewport,
  places: readonly T[],
): T | undefined {
  const distance = ({x, y}: WorldPlace): number => Math.hypot(x - centerX, y - centerY);
  return [...places].sort((a, b) => distance(a) - distance(b))[0];
}

/** Returns the colour of the family of all records of a mark, and of the map for several families. */
function fillOfGroup({categoryCounts, recordCount}: Group, points: MapPoints): string {
  const family = categoryCounts.indexOf(recordCount);
  return family < 0 ? INK : fillOf(family, points);
}
