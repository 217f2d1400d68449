import {BasemapLayer} from './basemap/basemap-layer.js';
import {Popup} from './interaction/popup.js';
import {LabelLayer} from './labels/label-layer.js';
import type {Camera} from './leaflet/camera.js';
import type {Viewport} from './leaflet/viewport.js';
import type {MapMessages} from './map-view.js';
import type {GroupSet} from './markers/group-set.js';
import {fillOf} from './markers/mark.js';
import {MarkerLayer} from './markers/marker-layer.js';
import type {PointSet} from './markers/point-set.js';
import {OutlinesLayer} from './outlines/outlines-layer.js';
import {ShapesLayer} from './shapes/shapes-layer.js';

/** Layers of a map, from the lowest to the highest. */
export class MapLayers {
  readonly basemap: BasemapLayer;
  readonly outlines: OutlinesLayer;
  readonly shapes: ShapesLayer;
  readonly labels: LabelLayer;
  readonly markers: MarkerLayer;
  readonly popup: Popup;

  /**
   * Creates the panes.
   *
   * @param overlays Returns the controls over the map, which a popup must not cover.
   * @param onLabelsChange Called when the place labels of the basemap have changed.
   */
  constructor(
    container: HTMLElement,
    {map}: Camera,
    overlays: () => Iterable<Element>,
    onLabelsChange: () => void,
  ) {
    this.basemap = new BasemapLayer(map, onLabelsChange);
    const outlinesPane = map.createPane('outlines');
    map.getPanes().mapPane.prepend(outlinesPane);
    this.outlines = new OutlinesLayer(outlinesPane);
    this.shapes = new ShapesLayer(map.createPane('shapes'));
    this.labels = new LabelLayer(map.createPane('towns'));
    const marksPane = map.createPane('marks');
    marksPane.classList.add('marks');
    this.markers = new MarkerLayer(marksPane, container);
    this.popup = new Popup(container, overlays);
  }

  /** Draws the outlines, the shapes and the marks of a view. */
  draw(view: Viewport, {points, shapes}: PointSet, groups: GroupSet, messages: MapMessages): void {
    this.outlines.draw(view, true);
    this.shapes.draw(shapes.all, view, index => fillOf(points.family[index] ?? 0, points));
    this.markers.draw(groups, view, points, messages);
  }

  /** Draws the place labels, of towns or of the basemap, around the marks. */
  drawLabels(view: Viewport, language: string): void {
    this.labels.draw(view, language, this.markers.markBoxes(view), this.basemap.labels);
  }

  /** Moves all layers during a pinch, which changes the pixel position of every place. */
  updatePositions(view: Viewport): void {
    this.markers.updatePositions(view);
    this.shapes.updatePosition(view);
    this.labels.updatePositions(view);
  }

  setHighlight(highlighted: number | undefined, openIndex: number | undefined): void {
    this.markers.setHighlight(highlighted, openIndex);
    this.shapes.setHighlight(highlighted, openIndex);
  }
}
