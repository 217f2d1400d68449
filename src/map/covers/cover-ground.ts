import {nothing, svg, type SVGTemplateResult} from 'lit';
import {type Line, outlines} from '../outlines/outlines.js';
import {SHEET_BOX} from '../regional-sheet/sheet-box.js';
import {areaPath, isSameIsland, linePath} from './cover-paths.js';
import {type CoverProjection, HEIGHT, WIDTH} from './cover-view.js';

/** Widths of the lines that follow a coast in the sea, from the outermost; each is drawn as a line and its inside. */
const WATERLINES = [17, 11, 6] as const;

/** Width of a river in units, from afar and from near, and in kilometres. */
const [MIN_RIVER, MAX_RIVER, RIVER] = [1.1, 2.4, 0.2] as const;

/** Units per kilometre up to which the rivers are exact enough outside of the regional sheet. */
const FAR_RIVER = 5;

/** Returns the rivers of a view, if they are exact enough for it. */
const riversIn = ({x, y, kilometre}: CoverProjection): readonly Line[] => {
  const [west, south, east, north] = SHEET_BOX;
  const isInSheet = x(west) < 0 && x(east) > WIDTH && y(north) < 0 && y(south) > HEIGHT;
  return kilometre <= FAR_RIVER || isInSheet ? outlines().rivers : [];
};

const riverWidth = ({kilometre}: CoverProjection): string =>
  Math.max(MIN_RIVER, Math.min(MAX_RIVER, RIVER * kilometre)).toFixed(1);

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
  const islands: Float64Array[] = [];
  const rings = land.flat().filter(ring => {
    const island = territory.find(own => isSameIsland(ring, own));
    if (island) islands.push(island);
    return !island;
  });
  const coast = areaPath(rings, projection, true) + areaPath(islands, projection);
  const rivers = linePath(riversIn(projection), projection);
  const waterlines = WATERLINES.flatMap(width =>
    [width + 1.2, width].map(
      (line, i) => svg`<path class=${i ? 'sea' : 'waterline'} stroke-width=${line} d=${coast} />`,
    ),
  );
  // A cover without a coast shows only land.
  return [
    ...(isWithoutCoast(coast) ? [] : waterlines),
    path('land', coast),
    rivers
      ? svg`<path class="river" stroke-width=${riverWidth(projection)} d=${rivers} />`
      : nothing,
    path('region', linePath(regions, projection)),
    path('border', linePath(countries, projection)),
  ];
}

/** True if the only land is the clipped box. */
const isWithoutCoast = (coast: string): boolean => (coast.match(/L/g) ?? []).length < 5;
