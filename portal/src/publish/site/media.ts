import {PublishError} from '../command-line.js';
import {extname, join} from 'node:path';
import {slugOf} from '../pages/addresses.js';
import type {Attachment, Picture} from '../../../../src/model/records.js';
import type {PublishMessages} from '../messages/messages.js';
import type {FileSink} from '../output/output-folder.js';
import {type Pictures, type PublishedPicture} from '../pictures/pictures.js';
import type {FocusPoint} from '../source/config.js';
import type {BuildCache} from './build-cache.js';
import {FileFinder} from '../source/file-finder.js';
import type {Source} from '../source/read-source.js';
import {
  folderPath,
  PAGE_COLLECTIONS,
  type PageCollection,
  type PageRecord,
} from '../source/records.js';

/** Document that a record offers for download. */
export interface PublishedFile {
  /** Path in the published folder, or the address of another site. */
  readonly path: string;
  readonly isRemote: boolean;
  readonly size?: number;
  /** File in the folder of the portal. */
  readonly file?: string;
}

const PICTURE = /\.(?:jpe?g|png|webp|gif|tiff?|avif|svg)$/i;

/** Returns all pictures of a record. */
export function picturesOf(record: PageRecord): readonly Picture[] {
  const {
    image,
    logo,
    cover,
    funding,
    pictures = [],
    steps = [],
  } = record as {
    readonly image?: Picture;
    readonly logo?: Picture;
    readonly cover?: Picture;
    readonly funding?: {readonly logo?: Picture};
    readonly pictures?: readonly Picture[];
    readonly steps?: readonly {
      readonly image?: Picture;
      readonly before?: Picture;
      readonly after?: Picture;
    }[];
  };
  const all = [
    image,
    cover,
    logo,
    funding?.logo,
    ...pictures,
    ...steps.flatMap(step => [step.image, step.before, step.after]),
  ];
  return all.filter(picture => picture !== undefined);
}

export const attachmentsOf = (record: PageRecord): readonly Attachment[] =>
  (
    record as {
      readonly attachments?: readonly Attachment[];
      readonly documents?: readonly Attachment[];
    }
  ).attachments ??
  (record as {readonly documents?: readonly Attachment[]}).documents ??
  [];

/** Pictures and documents that the records name, published or reported. */
export class Media {
  readonly #pictures = new Map<string, PublishedPicture>();
  readonly #documents = new Map<string, PublishedFile>();
  /** Points that the settings state, by file. */
  readonly #focusPoints = new Map<string, FocusPoint>();
  readonly #finder: FileFinder;
  readonly #source: Source;
  readonly #messages: PublishMessages;

  constructor(source: Source, messages: PublishMessages) {
    this.#source = source;
    this.#messages = messages;
    this.#finder = new FileFinder(source.files.keys());
  }

  /** Publishes the files of all records, and reports those that are missing, unreadable or unused. */
  async publish(cache: BuildCache, out: FileSink): Promise<void> {
    const used = new Set<string>();
    const {pictures} = cache;
    const {records, config} = this.#source;
    for (const [name, point] of Object.entries(config.focus ?? {})) {
      const file = this.#finder.find(name);
      if (file === undefined) this.#source.report(this.#messages.missingFile(name));
      else this.#focusPoints.set(file, point);
    }
    const cover = config.cover === undefined ? undefined : this.#finder.find(config.cover);
    if (config.cover !== undefined)
      if (cover) await this.#publishPicture({src: config.cover}, cover, pictures, out);
      else this.#source.report(this.#messages.missingFile(config.cover));
    if (cover) used.add(cover);
    for (const collection of PAGE_COLLECTIONS)
      for (const record of records[collection]) {
        for (const picture of picturesOf(record)) {
          const file = this.#find(picture.src, collection);
          if (file === undefined) continue;
          used.add(file);
          await this.#publishPicture(picture, file, pictures, out);
        }
        for (const {url} of attachmentsOf(record)) {
          const file = this.#find(url, collection, true);
          if (file === undefined) continue;
          used.add(file);
          const path = documentPath(file);
          if (!this.#documents.has(url))
            out.addCopy(path, await cache.hash(join(this.#source.folder, file)));
          this.#documents.set(url, {
            path,
            isRemote: false,
            file,
            size: this.#source.files.get(file)?.size ?? 0,
          });
        }
      }
    for (const file of this.#source.files.keys())
      if (!used.has(file)) this.#source.report(this.#messages.unusedFile(file));
  }

  async #publishPicture(
    {src, focus}: Pick<Picture, 'src' | 'focus'>,
    file: string,
    pictures: Pictures,
    out: FileSink,
  ): Promise<void> {
    if (this.#pictures.has(src)) return;
    try {
      if (!PICTURE.test(file)) throw new Error(extname(file));
      const {keepsMetadata} = this.#source.config;
      const settings = {focus: focus ?? this.#focusPoints.get(file), keepsMetadata};
      this.#pictures.set(src, await pictures.publish(file, out, settings));
    } catch (error) {
      if (error instanceof PublishError) throw error;
      this.#source.reportValue(
        nameIn(file),
        this.#messages.unreadablePicture(file, firstLine(error)),
      );
    }
  }

  /** Returns the file of the folder that an address names; reports it if it is missing. */
  #find(address: string, collection: PageCollection, mayBeRemote = false): string | undefined {
    const path = folderPath(address);
    if (path === undefined) {
      if (!mayBeRemote)
        this.#source.reportValue(address, this.#messages.remotePicture(address), collection);
      return undefined;
    }
    const file = this.#finder.find(path);
    if (file === undefined)
      this.#source.reportValue(nameIn(path), this.#messages.missingFile(path), collection);
    return file;
  }

  /** Returns the files of a picture; undefined if it is not published. */
  picture(picture: Picture | undefined): PublishedPicture | undefined {
    return picture && this.#pictures.get(picture.src);
  }

  /** Returns the picture of the home page. */
  cover(): PublishedPicture | undefined {
    const {cover} = this.#source.config;
    return cover === undefined ? undefined : this.#pictures.get(cover);
  }

  /** Returns the points of all pictures that are cropped around one. */
  focusPoints(): readonly FocusPoint[] {
    return [...this.#pictures.values()].flatMap(({focus}) => focus ?? []);
  }

  /** Returns the file of an attachment; undefined if it is missing. */
  document({url}: Attachment): PublishedFile | undefined {
    return (
      this.#documents.get(url) ??
      (folderPath(url) === undefined ? {path: url, isRemote: true} : undefined)
    );
  }

  /** Paths of the published documents, with the file of the folder. */
  documents(): ReadonlyMap<string, PublishedFile> {
    return this.#documents;
  }
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0] ?? '';

/** Returns the published path of a document: without characters that servers treat differently. */
function documentPath(file: string): string {
  const extension = extname(file);
  const folders = file
    .slice(0, -extension.length || undefined)
    .split('/')
    .map(part => slugOf(part) || 'fichier');
  return `${folders.join('/')}${extension.toLowerCase()}`;
}
