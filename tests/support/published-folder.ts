import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join, posix} from 'node:path';
import type {TestContext} from 'node:test';
import {writeXlsx} from 'hucre/xlsx';
import {runNew, runPublish} from '../../portal/src/publish/commands.js';

type Cells = readonly (readonly (string | number | null)[])[];

/** Returns a workbook with sheets of rows. */
export const workbookOf = (sheets: Readonly<Record<string, Cells>>): Promise<Uint8Array> =>
  writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({name, rows: rows.map(row => [...row])})),
  });

/** Returns the paths of all files in a folder. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter(entry => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name).slice(folder.length + 1))
    .map(name => name.replaceAll('\\', '/'))
    .sort();
}

/** Returns the file that a relative address of a page stands for. */
export function targetOf(page: string, address: string): string {
  const path = posix.normalize(posix.join(posix.dirname(page), address.replace(/[?#].*$/, '')));
  return path.endsWith('/') || path === '.' ? posix.join(path, 'index.html') : path;
}

/** Folder of a portal in a temporary place. */
export class PortalFolder {
  readonly path: string;
  /** Messages of the last publication. */
  messages: readonly string[] = [];

  private constructor(path: string) {
    this.path = path;
  }

  /** Creates a folder with files, deleted after the test. */
  static async with(
    t: TestContext,
    files: Readonly<Record<string, string | Uint8Array>>,
  ): Promise<PortalFolder> {
    const folder = await PortalFolder.create(files);
    t.after(() => folder.delete());
    return folder;
  }

  /** Creates a folder with files, to be deleted by the caller. */
  static async create(files: Readonly<Record<string, string | Uint8Array>>): Promise<PortalFolder> {
    const folder = await PortalFolder.#create();
    await folder.write(files);
    return folder;
  }

  /** Creates a folder with the examples of `spass-portal new`. */
  static async withExamples(): Promise<PortalFolder> {
    const folder = await PortalFolder.#create();
    await runNew([folder.path], {out: () => undefined, err: () => undefined});
    return folder;
  }

  static async #create(): Promise<PortalFolder> {
    return new PortalFolder(join(await mkdtemp(join(tmpdir(), 'portail-')), 'village'));
  }

  delete(): Promise<void> {
    return rm(dirname(this.path), {recursive: true, force: true});
  }

  async write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(this.path, name)), {recursive: true});
      await writeFile(join(this.path, name), content);
    }
  }

  async publish(...options: readonly string[]): Promise<void> {
    const messages: string[] = [];
    const err = (line: string): void => void messages.push(line);
    const stop = await runPublish([this.path, ...options], {out: () => undefined, err});
    this.messages = messages;
    assert.equal(stop, undefined);
  }

  /** Returns a published file as text. */
  read(path: string): Promise<string> {
    return readFile(join(this.path, 'site', path), 'utf8');
  }

  /** Returns the paths of all published files. */
  files(): Promise<readonly string[]> {
    return filesIn(join(this.path, 'site'));
  }

  /** Returns the published pages by path. */
  async pages(): Promise<ReadonlyMap<string, string>> {
    const paths = (await this.files()).filter(
      path => path.endsWith('.html') && !path.startsWith('cdn/'),
    );
    return new Map(
      await Promise.all(paths.map(async path => [path, await this.read(path)] as const)),
    );
  }
}
