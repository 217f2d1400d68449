import {readFile} from 'node:fs/promises';
import {FileMemo, hashFile, type HashedFile} from '../file-memo.js';
import {Pictures} from '../pictures/pictures.js';
import {pdfPages} from '../search/pdf-text.js';

/** Results kept from one publication of a folder to the next. */
export class BuildCache {
  readonly pictures: Pictures;
  readonly #folder: string;
  readonly #hashes = new FileMemo<HashedFile>();
  readonly #pdfPages = new FileMemo<readonly string[]>();

  /** @param folder Folder of the portal. */
  constructor(folder: string) {
    this.#folder = folder;
    this.pictures = new Pictures(folder);
  }

  hash(path: string): Promise<HashedFile> {
    return this.#hashes.get(path, () => hashFile(path));
  }

  /** Returns the text of the pages of a PDF. */
  pdfPages(path: string): Promise<readonly string[]> {
    return this.#pdfPages.get(path, async () => pdfPages(this.#folder, await readFile(path)));
  }
}
