import {nearestCopy} from '../model/geo/mercator.js';
import {sameItems} from '../model/memo.js';
import {BasemapLayer} from './basemap/basemap-layer.js';
import {type Anchor, boxesOver, Popup} from './interaction/popup.js';
import {LabelLayer, type LabelOptions} from './labels/label-layer.js';
import {boxInPanes, type PaneBox} from './labels/label-position.js';
import type {LeafletView} from './leaflet/leaflet-view.js';
import type {Viewport} from './leaflet/viewport.js';
import type {Credit, MapMessages, MapOptions, RecordTest} from './map-view.js';
import {markRadius} from './markers/grid.js';
import type {GroupSet} from './markers/group-set.js';
import {fillOf} from './markers/mark.js';
import {MarkerLayer} from './markers/marker-layer.js';
import {PlaceMark} from './markers/place-mark.js';
import type {PointSet} from './markers/point-set.js';
import {CLOSE_ZOOM, GraticuleLayer} from './outlines/graticule-layer.js';
import {OutlinesLayer} from './outlines/outlines-layer.js';
import type {MapState} from './outlines/view-box.js';
import {ScaleBar} from './scale-bar.js';
import {SheetLoader} from './regional-sheet/sheet-loader.js';
import {ShapesLayer} from './shapes/shapes-layer.js';
import type {SurroundingsScene} from './surroundings/surroundings.js';
import {SurroundingsLoader} from './surroundings/surroundings-loader.js';

interface LayerCallbacks {
  /** The place labels of the basemap have changed. */
  readonly onLabelsChange: () => void;
  /** The regional sheet has loaded. */
  readonly onPartLoad: () => void;
  /** The map has not moved for a while since it was drawn. */
  readonly onRest: () => void;
  readonly onCreditChange: (credit: Credit | undefined) => void;
}

/** Time without a movement after which a map rests, in milliseconds. */
const REST_MS = 200;

/** Length of the arms of a crosshair beyond its box, in pixels. */
const AIM_ARM = 10;

/** Layers of a map, from the lowest to the highest. */
export class MapLayers {
  readonly basemap: BasemapLayer;
  readonly outlines: OutlinesLayer;
  readonly sheet: SheetLoader;
  readonly graticule: GraticuleLayer;
  readonly shapes: ShapesLayer;
  readonly labels: LabelLayer;
  readonly markers: MarkerLayer;
  readonly placeMark: PlaceMark;
  readonly popup: Popup;
  /** True once coasts and borders are drawn: a new map shows its marks first. */
  hasGround: boolean;
  readonly #scaleBar: ScaleBar;
  readonly #callbacks: LayerCallbacks;
  readonly #container: HTMLElement;
  readonly #overlays: () => Iterable<Element>;
  /** Boxes of the controls and of the scale bar, in pixels from the top left corner of the container. */
  #overlayBoxes: readonly PaneBox[] = [];
  /** Boxes of crosshairs. */
  #aimBoxes: readonly PaneBox[] = [];
  readonly #surroundings: SurroundingsLoader;
  readonly #hasSurroundings: boolean | undefined;
  /** Zoom and points of the surroundings. */
  #surrounded: readonly unknown[] = [];
  /** Record around which the surroundings are drawn. */
  #highlighted: number | undefined;
  /** Credit reported last. */
  #credit: Credit | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #afterPaint: MapOptions['afterPaint'];

  /**
   * Creates the panes.
   *
   * @param options Controls over the map, which a popup must not cover; whether it has its surroundings; when its marks
   *   are painted.
   */
  constructor(
    container: HTMLElement,
    leafletView: LeafletView,
    {
      overlays = () => [],
      hasSurroundings,
      afterPaint,
    }: Pick<MapOptions, 'overlays' | 'hasSurroundings' | 'afterPaint'>,
    callbacks: LayerCallbacks,
  ) {
    const {onLabelsChange, onPartLoad} = callbacks;
    const {map} = leafletView;
    this.#container = container;
    this.#overlays = overlays;
    this.#callbacks = callbacks;
    this.#afterPaint = afterPaint;
    this.hasGround = !afterPaint;
    this.#hasSurroundings = hasSurroundings;
    this.basemap = new BasemapLayer(map, onLabelsChange);
    const outlinesPane = map.createPane('outlines');
    map.getPanes().mapPane.prepend(outlinesPane);
    this.outlines = new OutlinesLayer(outlinesPane);
    this.sheet = new SheetLoader(outlinesPane, onPartLoad);
    const graticulePane = map.createPane('graticule');
    outlinesPane.after(graticulePane);
    this.graticule = new GraticuleLayer(graticulePane);
    this.#surroundings = new SurroundingsLoader(container, graticulePane, () =>
      this.#waitForRest(),
    );
    this.shapes = new ShapesLayer(map.createPane('shapes'));
    this.labels = new LabelLayer(map.createPane('towns'));
    const ringsPane = map.createPane('rings');
    const marksPane = map.createPane('marks');
    marksPane.classList.add('marks');
    this.markers = new MarkerLayer(marksPane, ringsPane, container);
    const placePane = map.createPane('asked');
    this.placeMark = new PlaceMark(placePane);
    this.popup = new Popup(
      container,
      () => [...overlays(), ...placePane.querySelectorAll('.asked > *')],
      distance => {
        leafletView.panBy(0, distance);
        leafletView.endPan();
      },
    );
    this.#scaleBar = new ScaleBar(container);
  }

  destroy(): void {
    // Nothing is drawn after the next paint.
    this.hasGround = true;
    clearTimeout(this.#restTimer);
    this.#restTimer = undefined;
    this.popup.set(undefined);
    this.basemap.set(undefined);
    this.#scaleBar.remove();
    this.#surroundings.remove();
  }

  /** Draws the outlines, the shapes and the marks of a view. */
  draw(view: Viewport, pointSet: PointSet, groups: GroupSet, messages: MapMessages): void {
    const {points, shapes} = pointSet;
    this.drawGround(view, 'moved');
    this.#scaleBar.draw(view, n => messages.formatNumber(n));
    this.#reportCredit();
    this.shapes.draw(shapes.all, view, index => fillOf(points.family[index] ?? 0, points));
    this.markers.draw(groups, view, points, messages);
    this.placeMark.draw(view, () => this.markers.markBoxes(view));
    this.#setSurroundings(view, pointSet, groups, messages);
  }

  #setSurroundings(
    view: Viewport,
    {points, clusters}: PointSet,
    {groups}: GroupSet,
    messages: MapMessages,
  ): void {
    const isClose = !this.#hasSurroundings;
    const isShown = isClose ? view.zoom >= CLOSE_ZOOM && !this.basemap.isVisible : true;
    const {x, y} = clusters;
    const isValid = sameItems([view.zoom, points], this.#surrounded);
    this.#surrounded = [view.zoom, points];
    const getScene = (): SurroundingsScene => {
      const index = this.#highlighted ?? -1;
      return {
        ...{view, isClose, groups, points, messages},
        place: isClose ? this.placeMark.position : {x: x[index] ?? NaN, y: y[index] ?? NaN},
        markBoxes: [...this.markers.markBoxes(view), ...this.placeMark.boxes],
        overlays: this.#overlayBoxes,
        towns: [this.labels, this.sheet].flatMap(source =>
          source.labelsAt(view.zoom, messages.language),
        ),
      };
    };
    this.#surroundings.set(isShown ? getScene : undefined, isValid);
  }

  /**
   * Draws coasts and borders, if the view has left the drawn area; those of a new map once its marks are painted, since
   * to decode and draw them takes as long as all else.
   */
  drawGround(view: Viewport, state: MapState): void {
    this.hasGround ||= state === 'resting';
    if (!this.hasGround) return;
    // Below the sheet they would only cost time.
    if (this.basemap.isVisible || !this.sheet.covers(view)) this.outlines.draw(view, state);
    this.sheet.draw(view, state, this.basemap.isVisible);
    this.graticule.draw(view, state);
  }

  #reportCredit(): void {
    const {credit} = this.sheet;
    if (credit === this.#credit) return;
    this.#credit = credit;
    this.#callbacks.onCreditChange(credit);
  }

  /** Reads where controls and credit are, which place labels avoid. Not at each drawing, since it needs a layout. */
  measureOverlays(): void {
    const own = this.#container.querySelectorAll('.scale');
    const [aims, covers] = [[], []] as [Element[], Element[]];
    for (const one of [...this.#overlays(), ...own])
      (one.classList.contains('aim') ? aims : covers).push(one);
    this.#overlayBoxes = boxesOver(this.#container, covers);
    this.#aimBoxes = boxesOver(this.#container, aims).map(({left, top, right, bottom}) => ({
      left: left - AIM_ARM,
      top: top - AIM_ARM,
      right: right + AIM_ARM,
      bottom: bottom + AIM_ARM,
    }));
  }

  /**
   * Draws the place labels, of towns or of the basemap, around the marks and controls; not before the ground.
   *
   * @param keeps Keeps those of the view before, as far as there is room for them.
   */
  drawLabels(view: Viewport, language: string, keeps: boolean): void {
    if (this.hasGround) this.#placeLabels(view, language, {keeps});
    this.#waitForRest();
  }

  /** Draws the ground and the labels also where a drag would bring them into view, once the map rests. */
  drawAtRest(view: Viewport, language: string): void {
    // The credit of a sheet that has loaded is wider.
    this.measureOverlays();
    this.#surroundings.draw();
    this.drawGround(view, 'resting');
    this.#placeLabels(view, language, {hasMargin: true});
  }

  /** Waits again: the map has moved. Zoom steps follow each other, and a drag needs each of its frames. */
  handleMove(): void {
    if (this.#restTimer !== undefined) this.#waitForRest();
  }

  #waitForRest(): void {
    clearTimeout(this.#restTimer);
    if (!this.hasGround) {
      void this.#afterPaint?.().then(() => this.hasGround || this.#callbacks.onRest());
      return;
    }
    this.#restTimer = setTimeout(() => {
      this.#restTimer = undefined;
      this.#callbacks.onRest();
    }, REST_MS);
  }

  #placeLabels(view: Viewport, language: string, options: LabelOptions): void {
    const inPane = (box: PaneBox): PaneBox => boxInPanes(box, view);
    const sources = {
      basemap: this.basemap.labels,
      sheet: this.sheet,
      graticule: this.#surroundings.hasEdges ? undefined : this.graticule,
      overlays: [
        ...this.#overlayBoxes.map(inPane),
        ...this.#surroundings.textBoxes,
        ...this.placeMark.name,
      ],
    };
    // The name of the place below a crosshair is beside it, as beside a mark.
    const marks = [
      ...this.placeMark.ring,
      ...this.markers.markBoxes(view),
      ...this.#aimBoxes.map(inPane),
    ];
    this.labels.draw(view, language, marks, sources, options);
  }

  /** Moves all layers during a pinch, which changes the pixel position of every place. */
  updatePositions(view: Viewport): void {
    this.#surroundings.hide();
    this.markers.updatePositions(view);
    this.placeMark.updatePosition(view);
    this.shapes.updatePosition(view);
    this.labels.updatePositions(view);
  }

  /** Returns the position of a popup: at the record's mark, or at its coordinates if the mark is out of view. */
  anchorOf(index: number, {box, size, centerX}: Viewport, {clusters}: PointSet): Anchor {
    const {x, y, recordCount} = this.markers.markOf(index)?.group ?? {
      x: nearestCopy(clusters.x[index] ?? NaN, centerX),
      y: clusters.y[index] ?? NaN,
      recordCount: 1,
    };
    const radius = markRadius(recordCount);
    return {x: (x - box.west) * size, y: (y - box.north) * size, radius};
  }

  setEmphasis(isEmphasized: RecordTest | undefined): void {
    this.markers.setEmphasis(isEmphasized);
    this.shapes.setEmphasis(isEmphasized);
  }

  setHighlight(highlighted: number | undefined, openIndex: number | undefined): void {
    this.#highlighted = highlighted;
    this.markers.setHighlight(highlighted, openIndex);
    this.shapes.setHighlight(highlighted, openIndex);
  }
}
