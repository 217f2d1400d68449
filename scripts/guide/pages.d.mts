/** Returns the anchor of a heading, in the style of code forges. */
export function anchor(heading: string): string;
/** Returns width and height of a picture of the repository. */
export function sizeOf(path: string): [width: number, height: number];
/** Returns the pages of the guide by file name, and the pictures to copy. */
export function guidePages(): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, string>;
}>;
/** Writes the guide to `guide/` in a folder. */
export function writeGuide(out: string): Promise<void>;
