import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename, extname, join} from 'node:path';
import {writeCacheFile} from '../cache-file.js';
import {FileMemo, hashFile, type HashedFile} from '../file-memo.js';
import type {FileSink} from '../output/output-folder.js';
import {slugOf} from '../pages/addresses.js';
import type {FocusPoint} from '../source/config.js';

/** Folder of resized pictures in the folder of a portal, so that each is resized once. */
export const CACHE_FOLDER = '.cache-portail';

/** Widths of the files of a picture, in pixels. */
const WIDTHS = [400, 800, 1600] as const;
const WEBP = {quality: 78, effort: 4} as const;
/** Version of the settings above: cached files of another are not used. */
const SETTINGS = 'v1';
/** Largest picture that is decoded, in pixels: 200 megapixels take 600 MB. */
const MAX_PIXELS = 200_000_000;
/** Size of the picture that social networks show. */
export const SHARE_SIZE = {width: 1200, height: 630} as const;

export interface PictureFile {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Files of a picture in several widths, the narrowest first. */
export interface PublishedPicture {
  readonly files: readonly [PictureFile, ...PictureFile[]];
  /** JPEG for social networks and feeds; absent for a drawing. */
  readonly share?: string;
  /** Point that stays visible where the picture is cropped. */
  readonly focus?: FocusPoint;
}

/** Returns the file for readers that choose none: the second, if there are several. */
export const mainFile = ({files}: PublishedPicture): PictureFile => files[1] ?? files[0];

/** Returns a point as part of a name: `-30-80`, in percent. */
export const focusSuffix = ({x, y}: FocusPoint): string =>
  `-${Math.round(100 * x)}-${Math.round(100 * y)}`;

/** Returns the largest part of a picture that has the proportions of a shared one, nearest to a point. */
function cropAround({x, y}: FocusPoint, {width, height}: Size) {
  const scale = Math.min(width / SHARE_SIZE.width, height / SHARE_SIZE.height);
  const part = {
    width: Math.max(1, Math.round(SHARE_SIZE.width * scale)),
    height: Math.max(1, Math.round(SHARE_SIZE.height * scale)),
  };
  const start = (at: number, whole: number, size: number): number =>
    Math.round(Math.min(Math.max(at * whole - size / 2, 0), whole - size));
  return {left: start(x, width, part.width), top: start(y, height, part.height), ...part};
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Picture with the files that are copied to a site. */
interface ResizedPicture {
  readonly picture: PublishedPicture;
  readonly copies: readonly (readonly [path: string, file: HashedFile])[];
}

const isDrawing = (path: string): boolean => extname(path).toLowerCase() === '.svg';

interface PictureSettings {
  readonly focus?: FocusPoint | undefined;
  /** True if the files have the metadata of the picture. */
  readonly keepsMetadata?: boolean | undefined;
}

/** Resizes pictures. Metadata, such as the place of a photograph, is removed unless it is asked for. */
export class Pictures {
  readonly #folder: string;
  readonly #resized = new FileMemo<ResizedPicture>();

  /** @param folder Folder of the portal. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Adds the files of a picture.
   *
   * @throws if it cannot be decoded.
   */
  async publish(
    path: string,
    out: FileSink,
    settings: PictureSettings = {},
  ): Promise<PublishedPicture> {
    const {focus} = settings;
    const file = join(this.#folder, path);
    const variant = JSON.stringify(settings);
    const read = (): Promise<ResizedPicture> =>
      this.#resized.get(file, () => this.#publish(file, settings), variant);
    const known = await read();
    // Someone may have deleted the folder of resized pictures.
    const isComplete = known.copies.every(([, {from}]) => existsSync(from));
    if (!isComplete) this.#resized.delete(file, variant);
    const {picture, copies} = isComplete ? known : await read();
    for (const [name, copy] of copies) out.addCopy(name, copy);
    return focus === undefined ? picture : {...picture, focus};
  }

  async #publish(path: string, settings: PictureSettings): Promise<ResizedPicture> {
    const bytes = await readFile(path);
    const hash = createHash('sha256')
      .update(settings.keepsMetadata ? `${SETTINGS} metadata` : SETTINGS)
      .update(bytes)
      .digest('hex')
      .slice(0, 10);
    const stem = `medias/${slugOf(basename(path, extname(path))) || 'image'}-${hash}`;
    if (isDrawing(path)) {
      const picture = await this.#copy(stem, bytes);
      return {picture, copies: [[picture.files[0].path, await hashFile(path)]]};
    }
    const picture = await this.#resize(stem, bytes, settings);
    const names = [...picture.files.map(one => one.path), picture.share ?? []].flat();
    const copies = names.map(async name => [name, await hashFile(this.#cached(name))] as const);
    return {picture, copies: await Promise.all(copies)};
  }

  #cached(path: string): string {
    return join(this.#folder, CACHE_FOLDER, basename(path));
  }

  async #copy(stem: string, bytes: Uint8Array): Promise<PublishedPicture> {
    const {default: sharp} = await import('sharp');
    const {width, height} = await sharp(bytes).metadata();
    return {files: [{path: `${stem}.svg`, width, height}]};
  }

  async #resize(
    stem: string,
    bytes: Uint8Array,
    {focus, keepsMetadata}: PictureSettings,
  ): Promise<PublishedPicture> {
    const {default: sharp} = await import('sharp');
    const open = () => {
      const picture = sharp(bytes, {limitInputPixels: MAX_PIXELS, failOn: 'error'}).rotate();
      return keepsMetadata ? picture.keepMetadata() : picture;
    };
    const {autoOrient} = await sharp(bytes, {limitInputPixels: MAX_PIXELS}).metadata();
    const widths = [
      ...WIDTHS.filter(width => width < autoOrient.width),
      Math.min(autoOrient.width, WIDTHS[2]),
    ];
    const files: PictureFile[] = [];
    for (const width of [...new Set(widths)]) {
      const path = `${stem}-${width}.webp`;
      const height = Math.max(1, Math.round((autoOrient.height * width) / autoOrient.width));
      await this.#make(path, () =>
        open().resize({width, height, fit: 'fill'}).webp(WEBP).toBuffer(),
      );
      files.push({path, width, height});
    }
    const share = `${stem}-partage${focus ? focusSuffix(focus) : ''}.jpg`;
    await this.#make(share, () =>
      (focus
        ? open()
            .extract(cropAround(focus, autoOrient))
            .resize({...SHARE_SIZE, fit: 'fill'})
        : open().resize({...SHARE_SIZE, fit: 'cover', position: 'attention'})
      )
        .flatten({background: '#fbfaf6'})
        .jpeg({quality: 80, mozjpeg: true})
        .toBuffer(),
    );
    return {files: files as [PictureFile, ...PictureFile[]], share};
  }

  /** Writes a file of the cache, unless it exists. */
  async #make(path: string, make: () => Promise<Uint8Array>): Promise<void> {
    const target = this.#cached(path);
    if (existsSync(target)) return;
    await writeCacheFile(target, await make());
  }
}
