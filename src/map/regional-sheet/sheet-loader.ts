import {afterPaint, yieldToMain} from '../../data/scheduling.js';
import type {PlaceLabel, Credit} from '../map-view.js';
import type {Viewport} from '../leaflet/viewport.js';
import {type WorldBox, worldX, worldY} from '../../model/geo/mercator.js';
import type {MapState} from '../outlines/view-box.js';
import type {RegionalSheet} from './regional-sheet.js';
import {SHEET_BOX} from './sheet-box.js';

/** First zoom at which the sheet is shown: before, the outlines are as fine as the screen. */
export const SHEET_ZOOM = 8;

let sheetCode: typeof RegionalSheet | undefined;

/** Returns the code of the sheet, once loaded: a map on paper uses what a map on the screen has loaded. */
export const loadedSheetCode = (): typeof RegionalSheet | undefined => sheetCode;

/** Loads the code of the sheet. */
export async function loadSheetCode(): Promise<typeof RegionalSheet> {
  sheetCode ??= (await import('./regional-sheet.js')).RegionalSheet;
  return sheetCode;
}

/** Loads the regional sheet when the view first needs it, and shows it in the views that do. */
export class SheetLoader {
  readonly #pane: HTMLElement;
  readonly #onLoad: () => void;
  #sheet: RegionalSheet | undefined;
  #isRequested = false;
  #isVisible = false;

  /** @param onLoad Called when the sheet has loaded, to draw the view again. */
  constructor(pane: HTMLElement, onLoad: () => void) {
    this.#pane = pane;
    this.#onLoad = onLoad;
  }

  /** Credit of the sheet, if the view shows it. */
  get credit(): Credit | undefined {
    return this.#isVisible ? this.#sheet?.credit : undefined;
  }

  /** True if the sheet, once drawn, covers all of a view and what is drawn around it. */
  covers({box, zoom}: Viewport): boolean {
    if (!this.#sheet || zoom < SHEET_ZOOM) return false;
    const [width, height] = [box.east - box.west, box.south - box.north];
    return isCoveredBySheet({
      west: box.west - width,
      east: box.east + width,
      north: box.north - height,
      south: box.south + height,
    });
  }

  /** Draws the view, with the sheet if it has loaded. */
  draw(view: Viewport, state: MapState, isHidden: boolean): void {
    const isNeeded = !isHidden && isWithinSheet(view);
    if (isNeeded && !this.#isRequested) void this.#load();
    if (state !== 'moving') this.#isVisible = isNeeded && this.#sheet !== undefined;
    this.#sheet?.setVisible(isNeeded);
    if (isNeeded) this.#sheet?.draw(view, state);
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#isVisible ? (this.#sheet?.labelsAt(zoom, language) ?? []) : [];
  }

  /** True if a border of the sheet crosses a box. */
  hasBorder(box: WorldBox): boolean | undefined {
    return this.#isVisible ? this.#sheet?.hasBorder(box) : undefined;
  }

  keepClear(boxes: readonly WorldBox[]): void {
    if (this.#isVisible) this.#sheet?.keepClear(boxes);
  }

  /** The outlines stay if the part cannot be loaded: a map is complete without the sheet. */
  async #load(): Promise<void> {
    this.#isRequested = true;
    const isRemoved = (): boolean => !this.#pane.isConnected;
    try {
      const Sheet = await loadSheetCode();
      // The marks are painted before, also where the code is there already. The sheet is decoded in a task of its own.
      await afterPaint();
      if (isRemoved()) return;
      this.#sheet = new Sheet(this.#pane);
      await yieldToMain();
      if (!isRemoved()) this.#onLoad();
    } catch {
      this.#isRequested = false;
    }
  }
}

const [WEST, SOUTH, EAST, NORTH] = SHEET_BOX;

/** True if all of a box is within the regional sheet. */
export const isCoveredBySheet = ({west, north, east, south}: WorldBox): boolean =>
  west > worldX(WEST) && east < worldX(EAST) && north > worldY(NORTH) && south < worldY(SOUTH);

/** True if a view shows a part of the regional sheet, at a zoom at which it is finer than the outlines. */
export function isWithinSheet({box, zoom}: Viewport): boolean {
  return (
    zoom >= SHEET_ZOOM &&
    box.west < worldX(EAST) &&
    box.east > worldX(WEST) &&
    box.north < worldY(SOUTH) &&
    box.south > worldY(NORTH)
  );
}
