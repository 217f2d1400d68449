import type {Map as LeafletMap} from 'leaflet';
import type {Geo} from '../../model/geo/geo.js';
import type {VisibleArea} from '../map-view.js';
import {latAt, lonAt, type WorldBox, worldSize, worldY} from '../../model/geo/mercator.js';

/** Visible area of the map, with the conversions needed for drawing. */
export interface Viewport {
  readonly box: WorldBox;
  readonly zoom: number;
  /** Side of the world in pixels. */
  readonly size: number;
  /** Size of the container in pixels. */
  readonly width: number;
  readonly height: number;
  /** Centre in world coordinates. */
  readonly centerX: number;
  readonly centerY: number;
  /** Converts world coordinates to pane coordinates, in integer pixels. */
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
}

export function viewportOf(map: LeafletMap): Viewport {
  const zoom = map.getZoom();
  const size = worldSize(zoom);
  const {lng, lat} = map.getCenter();
  const {x: width, y: height} = map.getSize();
  const origin = map.getPixelOrigin();
  const [middleX, middleY] = [lng / 360 + 0.5, worldY(lat)];
  const [halfX, halfY] = [width / size / 2, height / size / 2];
  return {
    box: {
      west: middleX - halfX,
      north: middleY - halfY,
      east: middleX + halfX,
      south: middleY + halfY,
    },
    zoom,
    size,
    width,
    height,
    centerX: middleX,
    centerY: middleY,
    x: x => Math.round(x * size - origin.x),
    y: y => Math.round(y * size - origin.y),
  };
}

/** Returns the visible area of a viewport with the records in it. */
export function visibleArea(viewport: Viewport, indices: Uint32Array): VisibleArea {
  const {box, zoom, centerX, centerY} = viewport;
  const showsWorld = box.east - box.west >= 1;
  return {
    bbox: [
      showsWorld ? -180 : lonAt(box.west),
      latAt(Math.min(1, box.south)),
      showsWorld ? 180 : lonAt(box.east),
      latAt(Math.max(0, box.north)),
    ],
    zoom,
    center: {lat: latAt(centerY), lon: lonAt(centerX)},
    indices,
  };
}

/** Returns true if two views differ by less than a pixel: Leaflet rounds its centre when it reads its size again. */
export const isSameArea = (one: Viewport, other: Viewport | undefined): boolean =>
  one.zoom === other?.zoom &&
  (['west', 'north', 'east', 'south'] as const).every(
    edge => Math.abs(one.box[edge] - other.box[edge]) * one.size < 1,
  );

/** Returns the coordinates of a point of the container, in pixels from its top left corner. */
export const geoAtPixel = ({box, size}: Viewport, left: number, top: number): Geo => ({
  lat: latAt(box.north + top / size),
  lon: lonAt(box.west + left / size),
});

/**
 * Returns the size on the screen of a CSS pixel of an element: 1, unless the page scales it by `transform` or `zoom`, as
 * some tools for larger text do.
 */
export const scaleOf = (element: HTMLElement): number =>
  element.getBoundingClientRect().width / element.offsetWidth || 1;

/** Converts client coordinates, such as those of an event, to CSS pixels from the top left corner of an element. */
export function pointIn(
  element: HTMLElement,
  clientX: number,
  clientY: number,
): readonly [x: number, y: number] {
  const {left, top} = element.getBoundingClientRect();
  const scale = scaleOf(element);
  return [(clientX - left) / scale, (clientY - top) / scale];
}
