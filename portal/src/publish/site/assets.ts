import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {once} from '../../once.js';
import type {Assessment} from '../pages/other-pages.js';
import {PublishError} from '../command-line.js';

/** Files that every site has. */
export interface Assets {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files of a site that is opened without a server. */
  readonly archiveFiles: ReadonlyMap<string, Uint8Array>;
  /** Hash of each file of the widgets. */
  readonly integrity: Readonly<Record<string, string>>;
  readonly assessments: readonly Assessment[];
}

/** Folders next to the built program, or in a clone of the repository. */
const WIDGETS = ['./cdn/', '../../../../dist/cdn/'];
const STYLES = ['./publish-assets/', '../../../publish-assets/'];
const GRIDS = ['./accessibility/', '../../../../docs/accessibilite/'];

/** Files of the widgets that a site does not need. */
const LEFT_OUT = /\.map$|^spass-widgets\.all\.js$/;
/** Files of the widgets that an archive needs: all of them in one. */
const IN_ARCHIVE = /^(?:spass-widgets\.all\.js|spass-widgets\.css|licences\.txt)$/;

/**
 * Reads the files of the widgets and of the pages, once.
 *
 * @throws {PublishError} if the widgets are not built.
 */
export const readAssets = once(load);

const folderOf = (candidates: readonly string[]): string | undefined =>
  candidates.map(path => fileURLToPath(new URL(path, import.meta.url))).find(existsSync);

async function load(): Promise<Assets> {
  const [widgets, styles, grids] = [WIDGETS, STYLES, GRIDS].map(folderOf);
  if (widgets === undefined || styles === undefined)
    throw new PublishError('The files of the widgets are missing: run "npm run build".');
  const [files, archiveFiles] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
  for (const name of (await readdir(widgets)).sort()) {
    const bytes = await readFile(join(widgets, name));
    if (!LEFT_OUT.test(name)) files.set(`cdn/${name}`, bytes);
    if (IN_ARCHIVE.test(name)) archiveFiles.set(`cdn/${name}`, bytes);
  }
  for (const name of (await readdir(styles)).sort()) {
    const bytes = await readFile(join(styles, name));
    files.set(`assets/${name}`, bytes);
    if (!name.endsWith('.js')) archiveFiles.set(`assets/${name}`, bytes);
  }
  const integrity = JSON.parse(
    await readFile(join(widgets, 'sri.json'), 'utf8'),
  ) as Assets['integrity'];
  return {
    files,
    archiveFiles,
    integrity,
    assessments: grids === undefined ? [] : await readGrids(grids),
  };
}

/** Reads the results of the grids of the widgets. */
async function readGrids(folder: string): Promise<readonly Assessment[]> {
  const names = (await readdir(folder)).filter(name => name.startsWith('spass-')).sort();
  const texts = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text, i) => {
    const row = /^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/m
      .exec(text)
      ?.slice(1)
      .map(Number);
    const [tested = 0, examined = 0, , unassessed = 0, failed = 0] = row ?? [];
    const noun = (names[i] ?? '').replace(/^spass-|\.md$/g, '');
    return row ? [{noun, tested, examined, unassessed, failed}] : [];
  });
}
