/** A heading's address in its page, as forges make it. */
export function anchor(heading: string): string;
/** Width and height of a picture of the repository. */
export function sizeOf(path: string): [width: number, height: number];
/** Every page of the guide by its file, and the pictures that they show: what is copied where. */
export function guidePages(): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, string>;
}>;
/** Writes the guide to `guide/` of a folder. */
export function writeGuide(out: string): Promise<void>;
