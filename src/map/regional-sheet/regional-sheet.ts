import type {Viewport} from '../leaflet/viewport.js';
import type {Credit} from '../map-view.js';
import type {PlaceLabel} from '../labels/place-label.js';
import {SheetLabels} from './sheet-labels.js';
import {SheetLayer} from './sheet-layer.js';

/** Regional sheet of a map: its drawing, its labels and its credit. Loaded on first use. */
export class RegionalSheet {
  /** Coast, borders and waters: OpenStreetMap (ODbL). Regions: Natural Earth. Towns of France: IGN and Insee. */
  readonly credit: Credit = {text: '© OpenStreetMap (ODbL) · Natural Earth · IGN'};
  readonly #layer: SheetLayer;
  readonly #labels = new SheetLabels();

  constructor(pane: HTMLElement) {
    this.#layer = new SheetLayer(pane);
  }

  draw(view: Viewport, isFinal: boolean): void {
    this.#layer.draw(view, isFinal);
  }

  setVisible(isVisible: boolean): void {
    this.#layer.setVisible(isVisible);
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#labels.labelsAt(zoom, language);
  }
}
