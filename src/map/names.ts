/** Something on the ground whose name the map may write. */
export interface NamedPlace {
  readonly text: string;
  /** How it is written; a class of the style sheet. */
  readonly kind: 'country' | 'province' | 'city' | 'town' | 'village' | 'hood' | 'water' | 'street';
  /** Whether a dot says where it is; without one the name stands on the place. */
  readonly hasDot: boolean;
  /** In the world's square. */
  readonly x: number;
  readonly y: number;
  /** Of a road: which way it goes (radians), and how much room it has, in sides of the world. */
  readonly stretch?: {readonly angle: number; readonly length: number} | undefined;
}

/** Names that a background brings, and where it draws so that no other name belongs there. */
export interface Names {
  /** The first to be written first; the same object for the same name. */
  list(zoom: number, language: string): readonly NamedPlace[];
  covers(x: number, y: number): boolean;
}
