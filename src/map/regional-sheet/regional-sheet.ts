import type {Viewport} from '../leaflet/viewport.js';
import type {PlaceLabel} from '../labels/place-label.js';
import type {Credit} from '../map-view.js';
import {adoptMapStylesAround} from '../map.styles.js';
import type {WorldBox} from '../../model/geo/mercator.js';
import {areaInUnits, waterlinePaths} from '../outlines/cut-paths.js';
import {unitX, unitY} from '../outlines/path-data.js';
import {type MapState, ViewBox} from '../outlines/view-box.js';
import {setPaths, svg} from '../svg.js';
// Its data come first in the file of the part: behind code, they compress 0.6 kB worse.
import {decodeSheet} from './sheet.js';
import {SHEET_BOX} from './sheet-box.js';
import {SheetLabels} from './sheet-labels.js';
import {type SheetPathName, SheetPaths} from './sheet-paths.js';

/** Colours of the regional sheet, mixed from the map's. */
const sheetStyles = `
.spass-map .sheet { stroke-linecap: butt; }
.spass-map .sheet :is(.ocean, .home, .abroad) { stroke: none; }
.spass-map .ocean { fill: color-mix(in srgb, var(--_map-water) 100%, #0000); }
.spass-map .sheet .river { stroke: var(--_shore); }
.spass-map .abroad { fill: color-mix(in srgb, var(--_map-land) 100%, #0000); }
.spass-map .sheet .district { stroke: color-mix(in srgb, var(--_map-ink) 34%, var(--_map-land)); }
.spass-map .sheet .waters { fill: color-mix(in srgb, var(--_map-water) 100%, #0000); stroke: var(--_shore); }
.spass-map .sheet .villages { stroke: color-mix(in srgb, var(--_map-ink) 30%, var(--_home)); stroke-linecap: round; }
.spass-map .sheet .border { stroke: color-mix(in srgb, var(--_map-ink) 62%, var(--_map-land)); }
@media screen and (forced-colors: active) {
  .spass-map .sheet :is(.district, .villages) { stroke: GrayText; }
  .spass-map .sheet .border { stroke: CanvasText; }
}
`;

/** Width of the fading edge of the sheet, in pixels: beyond it, the outlines are coarser. */
const EDGE = 48;

/** First zoom at which villages are dots: farther, they look like a density. */
const VILLAGE_ZOOM = 9;

/** Width drawn beyond the drawn area, in pixels: as wide as the widest line. */
const MARGIN = 20;

/** Path of the sheet: class, shapes, width in pixels, lengths of dashes and gaps in pixels. */
type SheetPath = readonly [
  className: string,
  shapes: SheetPathName,
  width: number,
  dash?: readonly number[],
];

/** Paths in drawing order. Each covers the unwanted parts of the paths below. */
const PATHS: readonly SheetPath[] = [
  ...waterlinePaths(1).map(([name, width]): SheetPath => [name, 'smoothCoast', width]),
  ['home', 'home', 0],
  // The half beyond the border is hidden by the neighbours.
  ['band', 'borders', 14],
  ['abroad', 'abroad', 0],
  ['waters', 'waters', 0.5],
  ['river', 'rivers', 1.4],
  ['river', 'canals', 1],
  ['river', 'canals', 4, [1, 7]],
  ['district', 'districts', 1, [7, 3, 1, 3]],
  ['border', 'borders', 1.4],
  ['shore', 'coast', 1.2],
  ['villages', 'villages', 2.2],
];

let content: {readonly paths: SheetPaths; readonly labels: SheetLabels} | undefined;

/** Returns the shapes and labels of the sheet, decoded once for all maps of the page. */
function sheetContent(): NonNullable<typeof content> {
  if (!content) {
    const sheet = decodeSheet();
    content = {paths: new SheetPaths(sheet), labels: new SheetLabels(sheet)};
  }
  return content;
}

/** Coast, borders and waters of the regional sheet, over the outlines, with their labels. Loaded on first use. */
export class RegionalSheet {
  /** Coast, borders and waters: OpenStreetMap (ODbL). Regions: Natural Earth. Towns of France: IGN and Insee. */
  readonly credit: Credit = {text: '© OpenStreetMap (ODbL)\u00a0· Natural Earth\u00a0· IGN'};
  readonly #viewBox: ViewBox<ReturnType<SheetPaths['within']>>;
  #drawn: unknown;
  readonly #content = sheetContent();
  readonly #elements = PATHS.map(([name]) => svg('g', {class: name}));

  constructor(pane: HTMLElement) {
    adoptMapStylesAround(pane, sheetStyles);
    this.#viewBox = new ViewBox(pane, 'outlines sheet');
    const [west, south, east, north] = SHEET_BOX;
    const [x, y] = [unitX(west), unitY(north)];
    const [width, height] = [unitX(east) - x, unitY(south) - y];
    // Clips to the area of the sheet: beyond it, the outlines stay visible.
    const area = svg('svg', {x, y, width, height, viewBox: `${x} ${y} ${width} ${height}`});
    area.append(svg('rect', {class: 'ocean', x, y, width, height}), ...this.#elements);
    this.#viewBox.root.append(area);
  }

  /** Draws the view, if it has left the drawn area. */
  draw(view: Viewport, state: MapState): void {
    const drawn = this.#viewBox.update(view, state);
    if (!drawn) return;
    const {box, wideBox, unit, drawing} = drawn;
    this.#fadeEdges(areaInUnits(box, 0), unit);
    PATHS.forEach(([, , width, dash], i) => {
      const element = this.#elements[i] as SVGGElement;
      element.setAttribute('stroke-width', String(width * unit));
      if (dash)
        element.setAttribute('stroke-dasharray', dash.map(length => length * unit).join(' '));
    });
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    const [area, wideArea] = [box, wideBox].map(one => areaInUnits(one, MARGIN * unit)) as [WorldBox, WorldBox]; // prettier-ignore
    const shapes = (drawing.content ??= this.#content.paths.within(area, wideArea, unit));
    PATHS.forEach(([, name], i) => {
      const isHidden = name === 'villages' && view.zoom < VILLAGE_ZOOM;
      setPaths(this.#elements[i] as SVGGElement, isHidden ? [] : shapes[name]);
    });
  }

  /** Fades the edges of the sheet that are in the drawn area, in which a gradient starts at the given position. */
  #fadeEdges({west, north, east, south}: WorldBox, unit: number): void {
    const {root} = this.#viewBox;
    // On paper the sheet is part of another drawing, which has no box for CSS.
    if (root.parentNode instanceof SVGElement) return;
    const [left, bottom, right, top] = SHEET_BOX;
    const sides = [
      ['right', unitX(left) - west],
      ['left', east - unitX(right)],
      ['bottom', unitY(top) - north],
      ['top', south - unitY(bottom)],
    ] as const;
    const gradients = sides
      .filter(([, distance]) => distance > -EDGE * unit)
      .map(([side, distance]) => {
        const start = Math.round(distance / unit);
        return `linear-gradient(to ${side}, #0000 ${start}px, #000 ${start + EDGE}px)`;
      });
    root.style.maskImage = gradients.join();
    root.style.maskComposite = 'intersect';
  }

  setVisible(isVisible: boolean): void {
    this.#viewBox.root.classList.toggle('off', !isVisible);
  }
  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#content.labels.labelsAt(zoom, language);
  }
}
