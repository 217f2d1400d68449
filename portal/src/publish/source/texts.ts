import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {decodeText} from '../../../../src/data/client/decode-text.js';
import {isInside} from '../../http/static-files.js';
import {isLanguage, type Language} from '../messages/messages.js';

/** Folder of the longer texts. */
export const TEXT_FOLDER = 'textes';

/** Page that has a text of the folder, besides the pages of records. */
export type PageText = 'home' | 'about' | 'legal';

/** Texts of pages, by their key. */
export const PAGE_TEXTS: Readonly<Record<string, PageText>> = {
  accueil: 'home',
  home: 'home',
  'a-propos': 'about',
  about: 'about',
  'mentions-legales': 'legal',
};

/** Longer text in Markdown: `maison.md`, `maison.nl.md`, `projets/maison.md`. */
export interface LongText {
  /** Path in the folder of texts. */
  readonly path: string;
  /** Identifier of a record, or name of a page. */
  readonly key: string;
  /** Name of the subfolder, which may name a collection. */
  readonly section: string | undefined;
  readonly language: Language | undefined;
  readonly markdown: string;
}

/**
 * Returns the paths of what a folder contains; none if there is no such folder.
 *
 * @throws if it cannot be read: a site without its content would replace a good one.
 */
export async function namesBelow(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, {recursive: true});
    return names.map(name => name.replaceAll('\\', '/')).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** Reads the texts of a folder, in the order of their paths. A link to a file elsewhere on this machine is none. */
export async function readTexts(folder: string): Promise<readonly LongText[]> {
  const names = await namesBelow(join(folder, TEXT_FOLDER));
  const texts: LongText[] = [];
  for (const path of names.filter(isText)) {
    const file = join(folder, TEXT_FOLDER, path);
    const stats = await stat(file).catch(() => undefined);
    if (stats?.isFile() && (await isInside(folder, file)))
      texts.push(longText(path, decodeText(await readFile(file))));
  }
  return texts;
}

/** Returns a text with what its path in the folder says: its page or record, its language. */
export function longText(path: string, markdown: string): LongText {
  const [, section, stem = '', suffix] =
    /^(?:([^/]+)\/)?(.*?)(?:\.([a-z]{2}))?\.md$/i.exec(path) ?? [];
  const language = suffix !== undefined && isLanguage(suffix) ? suffix : undefined;
  const key = language === undefined && suffix !== undefined ? `${stem}.${suffix}` : stem;
  return {path, key, section, language, markdown};
}

/** Returns true for the path of a text. */
export const isText = (name: string): boolean => /\.md$/i.test(name) && !/(?:^|\/)\./.test(name);
