import type {Viewport} from '../leaflet/viewport.js';
import type {Credit} from '../map-view.js';
import type {PlaceLabel} from '../labels/place-label.js';
import type {MapState} from '../outlines/view-box.js';
import {decodeSheet} from './sheet.js';
import {SheetLabels} from './sheet-labels.js';
import {SheetLayer} from './sheet-layer.js';
import {SheetPaths} from './sheet-paths.js';

let content: {readonly paths: SheetPaths; readonly labels: SheetLabels} | undefined;

/** Returns the shapes and labels of the sheet, decoded once for all maps of the page. */
function sheetContent(): NonNullable<typeof content> {
  if (!content) {
    const sheet = decodeSheet();
    content = {paths: new SheetPaths(sheet), labels: new SheetLabels(sheet)};
  }
  return content;
}

/** Regional sheet of a map: its drawing, its labels and its credit. Loaded on first use. */
export class RegionalSheet {
  /** Coast, borders and waters: OpenStreetMap (ODbL). Regions: Natural Earth. Towns of France: IGN and Insee. */
  readonly credit: Credit = {text: '© OpenStreetMap (ODbL)\u00a0· Natural Earth\u00a0· IGN'};
  readonly #layer: SheetLayer;
  readonly #labels: SheetLabels;

  constructor(pane: HTMLElement) {
    const {paths, labels} = sheetContent();
    this.#layer = new SheetLayer(pane, paths);
    this.#labels = labels;
  }

  draw(view: Viewport, state: MapState): void {
    this.#layer.draw(view, state);
  }

  setVisible(isVisible: boolean): void {
    this.#layer.setVisible(isVisible);
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#labels.labelsAt(zoom, language);
  }
}
