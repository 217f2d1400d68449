/** Place name drawn on the map. */
export interface PlaceLabel {
  readonly text: string;
  /** Style of the label; a class of the style sheet. */
  readonly kind:
    | 'country'
    | 'city'
    | 'town'
    | 'village'
    | 'hood'
    | 'water'
    | 'sea'
    | 'strait'
    | 'area'
    | 'street'
    | 'grid';
  /** True if a dot marks the place; otherwise the label is centred on it. */
  readonly hasDot: boolean;
  /** Omits the label if others are close. Default: only if they overlap. */
  readonly needsRoom?: boolean;
  /** World coordinates. */
  readonly x: number;
  readonly y: number;
  /** Direction of a road, a river or a sea in radians and available length in world coordinates. */
  readonly road?: {readonly angle: number; readonly length: number} | undefined;
}

/** Labels of a basemap, and the area that it covers. */
export interface LabelSource {
  /** Returns labels by priority; the same object for the same label at every call. */
  labelsAt(zoom: number, language: string): readonly PlaceLabel[];
  covers(x: number, y: number): boolean;
}
