import {nothing, svg, type SVGTemplateResult} from 'lit';
import {outlines} from '../outlines/outlines.js';
import {areaPath, isSameIsland, linePath} from './cover-paths.js';
import type {CoverProjection} from './cover-view.js';

/** Widths of the lines that follow a coast in the sea, from the outermost; each is drawn as a line and its inside. */
const WATERLINES = [17, 11, 6] as const;

/** Renders a path; nothing for one without data. */
export const path = (name: string, d: string): SVGTemplateResult | typeof nothing =>
  d ? svg`<path class=${name} d=${d} />` : nothing;

/** Renders a shape twice: below in the colour of the ground or field, above in the colour of the mark. */
export const pathPair = (below: string, above: string, d: string): readonly unknown[] => [
  path(below, d),
  path(above, d),
];

/** Renders sea, land and borders. */
export function renderGround(
  projection: CoverProjection,
  territory: readonly Float64Array[],
): readonly unknown[] {
  const {land, regions, countries} = outlines();
  // An island has one coast: that of the territory, if it is one.
  const rings = land.flat().map(ring => territory.find(own => isSameIsland(ring, own)) ?? ring);
  const coast = areaPath(rings, projection);
  const waterlines = WATERLINES.flatMap(width =>
    [width + 1.2, width].map(
      (line, i) => svg`<path class=${i ? 'sea' : 'waterline'} stroke-width=${line} d=${coast} />`,
    ),
  );
  // A cover without a coast shows only land.
  return [
    ...(isWithoutCoast(coast) ? [] : waterlines),
    path('land', coast),
    path('region', linePath(regions, projection)),
    path('border', linePath(countries, projection)),
  ];
}

/** True if the only land is the clipped box. */
const isWithoutCoast = (coast: string): boolean => (coast.match(/L/g) ?? []).length < 5;
