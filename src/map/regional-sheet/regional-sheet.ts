import type {Viewport} from '../leaflet/viewport.js';
import type {PlaceLabel, Credit} from '../map-view.js';
import {adoptMapStylesAround} from '../map.styles.js';
import {type WorldBox, worldX, worldY} from '../../model/geo/mercator.js';
import {areaInUnits, waterlinePaths} from '../outlines/cut-paths.js';
import {unitX, unitY} from '../outlines/path-data.js';
import {type MapState, ViewBox} from '../outlines/view-box.js';
import {setPaths, svg} from '../svg.js';
// Its data come first in the file of the part: behind code, they compress 0.6 kB worse.
import {decodeSheet, type SheetData} from './sheet.js';
import {SHEET_BOX} from './sheet-box.js';
import {type SheetPathName, SheetPaths} from './sheet-paths.js';
import {areaLabels, NameLabel, type AreaNames, CHANNEL, NORTH_SEA} from '../labels/name-labels.js';
import type {Town} from '../outlines/read-towns.js';
import {riverLabels} from './river-labels.js';

/** Colours of the regional sheet, mixed from the map's. */
const sheetStyles = `
.spass-map .sheet { stroke-linecap: butt; }
.spass-map .sheet :is(.ocean, .home, .abroad, .built-up) { stroke: none; }
.spass-map .ocean { fill: color-mix(in srgb, var(--_map-water) 100%, #0000); }
.spass-map .sheet .river { stroke: color-mix(in srgb, var(--_shore) 70%, var(--_map-water)); }
.spass-map .sheet .close .river { stroke: color-mix(in srgb, var(--_shore) 30%, var(--_map-water)); stroke-linecap: round; }
.spass-map .abroad { fill: color-mix(in srgb, var(--_map-land) 100%, #0000); }
.spass-map .built-up { fill: color-mix(in srgb, #b08d45 14%, #0000); transition: opacity var(--_motion, 150ms); }
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

/**
 * Factor of the widths of rivers beyond the last zoom at which they are exact, as pale lines, and the number of further
 * zooms with them: at a scale of their own, lines would show bends that the rivers do not have.
 */
const [CLOSE_WIDTH, CLOSE_ZOOMS] = [1.8, 2.5] as const;

/** Zoom up to which the tint of built-up areas is full, and the one at which it has faded: they are exact to 1 or 2 km. */
const [MAX_BUILT_UP_ZOOM, NO_BUILT_UP_ZOOM] = [8.5, 11] as const;

/** First zoom at which villages are dots: farther, they look like a density. */
const VILLAGE_ZOOM = 9;

const builtUpOpacity = (zoom: number): number =>
  Math.max(0, Math.min(1, (NO_BUILT_UP_ZOOM - zoom) / (NO_BUILT_UP_ZOOM - MAX_BUILT_UP_ZOOM)));

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
  ['built-up', 'builtUp', 0],
  ['waters', 'waters', 0.5],
  ['river', 'rivers', 1.5],
  ['river', 'brooks', 0.9],
  ['river', 'canals', 1],
  ['river', 'canals', 3.5, [0.75, 10]],
  ['district', 'districts', 1, [7, 3, 1, 3]],
  ['border', 'borders', 1.4],
  ['shore', 'coast', 1.2],
  ['villages', 'villages', 2.2],
];

interface SheetContent {
  readonly paths: SheetPaths;
  readonly labels: SheetLabels;
  readonly maxRiverZoom: number;
}

let content: SheetContent | undefined;

/** Returns the shapes and labels of the sheet, decoded once for all maps of the page. */
function sheetContent(): SheetContent {
  if (!content) {
    const sheet = decodeSheet();
    const {maxRiverZoom} = sheet;
    content = {paths: new SheetPaths(sheet), labels: new SheetLabels(sheet), maxRiverZoom};
  }
  return content;
}

/** Coast, borders and waters of the regional sheet, over the outlines, with their labels. Loaded on first use. */
export class RegionalSheet {
  /** Coast, borders and waters: OpenStreetMap (ODbL). Regions: Natural Earth. Towns of France: IGN and Insee; of Belgium: GeoNames. */
  readonly credit: Credit = {
    text: '© OpenStreetMap (ODbL)\u00a0· IGN\u00a0· GeoNames',
  };
  readonly #viewBox: ViewBox<ReturnType<SheetPaths['within']>>;
  #drawn: unknown;
  /** Path data of the dots that are shown, the last path. */
  #villages: readonly string[] = [];
  readonly #content = sheetContent();
  readonly #elements = PATHS.map(([name]) => svg('g', {class: name}));
  readonly #area: SVGSVGElement;

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
    this.#area = area;
  }

  /** Draws the view, if it has left the drawn area. */
  draw(view: Viewport, state: MapState): void {
    const drawn = this.#viewBox.update(view, state);
    if (!drawn) return;
    const {box, wideBox, unit, drawing} = drawn;
    this.#fadeEdges(areaInUnits(box, 0), unit);
    const beyond = view.zoom - this.#content.maxRiverZoom;
    const isClose = beyond > 0;
    this.#area.classList.toggle('close', isClose);
    PATHS.forEach(([className, , lineWidth, dash], i) => {
      const element = this.#elements[i] as SVGGElement;
      const width = isClose && className === 'river' ? lineWidth * CLOSE_WIDTH : lineWidth;
      element.setAttribute('stroke-width', String(width * unit));
      if (className === 'built-up')
        element.setAttribute('opacity', String(builtUpOpacity(view.zoom)));
      if (dash)
        element.setAttribute('stroke-dasharray', dash.map(length => length * unit).join(' '));
    });
    if (drawing === this.#drawn) return;
    this.#drawn = drawing;
    const [area, wideArea] = [box, wideBox].map(one => areaInUnits(one, MARGIN * unit)) as [WorldBox, WorldBox]; // prettier-ignore
    const shapes = (drawing.content ??= this.#content.paths.within(area, wideArea, unit));
    PATHS.forEach(([className, name, , dash], i) => {
      // The borders of regions are no more exact than rivers are; a pale line has no marks of a canal.
      const isHidden =
        className === 'villages'
          ? view.zoom < VILLAGE_ZOOM
          : className === 'river'
            ? beyond > CLOSE_ZOOMS || (isClose && dash !== undefined)
            : className === 'district' && isClose;
      if (name === 'villages') this.#villages = isHidden ? [] : shapes[name];
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

  /** Hides the dots of villages in boxes, where texts are. */
  keepClear(boxes: readonly WorldBox[]): void {
    const areas = boxes.map(box => areaInUnits(box, 0));
    const isFree = (x: number, y: number): boolean =>
      !areas.some(({west, north, east, south}) => x > west && x < east && y > north && y < south);
    const dots = this.#villages.map(data =>
      data.replace(/M(\S+) (\S+)l0 0 /g, (dot, x, y) => (isFree(Number(x), Number(y)) ? dot : '')),
    );
    setPaths(this.#elements.at(-1) as SVGGElement, dots);
  }

  /** True if a border crosses a box. */
  hasBorder(box: WorldBox): boolean {
    return this.#content.paths.hasBorder(areaInUnits(box, 0));
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#content.labels.labelsAt(zoom, language);
  }
}

/** Names of seas and lands of the regional sheet. */
const SHEET_NAMES: readonly AreaNames[] = [
  {
    kind: 'sea',
    minZoom: 8,
    maxZoom: 9,
    names: `${NORTH_SEA} 51.38 2.35 -32|${NORTH_SEA} 51.15 1.9 -32|${CHANNEL} 50.4 1.25 -75`,
  },
  {
    kind: 'strait',
    minZoom: 8,
    maxZoom: 9,
    names: `${NORTH_SEA} 51.19 2.02 -20|${NORTH_SEA} 51.36 2.4 -28`,
  },
  {
    kind: 'strait',
    minZoom: 8,
    maxZoom: 10,
    names: 'Pas de Calais/Nauw van Calais/Strait of Dover/Straße von Dover 50.98 1.5 -38',
  },
  {
    kind: 'strait',
    minZoom: 10,
    maxZoom: 14,
    names: `${NORTH_SEA} 51.1 2.25 -16|${NORTH_SEA} 51.22 2.68 -30|${NORTH_SEA} 51.38 3.05 -26|${NORTH_SEA} 51.06 2.05 -14|${CHANNEL} 50.72 1.5 -85|${CHANNEL} 50.45 1.5 -85|${CHANNEL} 50.2 1.42 -75`,
  },
  {
    kind: 'area',
    minZoom: 8,
    maxZoom: 9,
    names:
      'Flandre/Vlaanderen/Flanders/Flandern 50.99 3.25|Artois 50.42 2.45|Picardie/Picardië/Picardy/Picardie 49.9 2.65|Hainaut/Henegouwen/Hainaut/Hennegau 50.52 3.98|Brabant 50.64 4.45|Thiérache 49.85 4.05|Ardenne/Ardennen/Ardennes/Ardennen 50.12 5.4|Kent 51.2 1.13|Zélande/Zeeland/Zeeland/Seeland 51.43 3.75|Limbourg/Limburg/Limburg/Limburg 51 5.4|Campine/Kempen/Campine/Kempen 51.2 5',
  },
  {
    kind: 'area',
    minZoom: 9,
    maxZoom: 11,
    names:
      'Boulonnais 50.71 1.8|Cambrésis 50.13 3.37|Avesnois 50.14 3.87|Pévèle 50.49 3.16|Ostrevant 50.32 3.27|Douaisis 50.39 3|Ternois 50.37 2.3|Ponthieu 50.17 1.85|Vimeu 50.07 1.65|Vermandois 49.88 3.15|Santerre 49.82 2.75|Calaisis 50.9 1.9|Audomarois 50.7 2.16|Weppes 50.58 2.86|Mélantois 50.58 3.12|Borinage 50.42 3.83|Tournaisis 50.62 3.45|Marquenterre 50.28 1.62|Condroz 50.4 5.2|Fagne 50.11 4.45|Hesbaye/Haspengouw/Hesbaye/Haspengau 50.7 5.1|Gaume 49.63 5.5|Famenne 50.2 5.2|Laonnois 49.53 3.7|Westhoek 50.92 2.7|Houtland 50.85 2.42|Blootland 51 2.3',
  },
];

/** Places that appear up to this zoom are towns; the others are villages. */
const MAX_TOWN_ZOOM = 10;
/** Zoom up to which villages have no names, and zoom at which only those with room around them have one. */
const [MAX_NAMELESS_ZOOM, LOOSE_ZOOM] = [9, 10] as const;
/** Towns that appear up to this zoom are named before the lands. */
const MAX_FIRST_ZOOM = 9;
const MAX_ZOOM = 14;

const townLabel = ({lat, lon, minZoom, names}: Town): NameLabel =>
  new NameLabel(names, [minZoom, MAX_ZOOM], {
    kind: minZoom <= MAX_TOWN_ZOOM ? 'town' : 'village',
    hasDot: true,
    x: worldX(lon),
    y: worldY(lat),
  });

/** Names of seas, towns, lands and rivers of the regional sheet, by priority. */
export class SheetLabels {
  readonly #labels: readonly NameLabel[];

  constructor(sheet: SheetData) {
    const names = areaLabels(SHEET_NAMES);
    const towns = sheet.towns.map(townLabel);
    const within = (from: number, to: number) =>
      towns.filter(({minZoom}) => minZoom > from && minZoom <= to);
    this.#labels = [
      ...within(0, MAX_FIRST_ZOOM),
      ...names,
      ...within(MAX_FIRST_ZOOM, MAX_TOWN_ZOOM),
      ...riverLabels(sheet),
      ...within(MAX_TOWN_ZOOM, MAX_ZOOM),
    ];
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#labels
      .filter(
        ({minZoom, maxZoom}) => (zoom >= minZoom || zoom > MAX_NAMELESS_ZOOM) && zoom <= maxZoom,
      )
      .map(label => label.labelIn(language, zoom, Math.floor(zoom) === LOOSE_ZOOM));
  }
}
