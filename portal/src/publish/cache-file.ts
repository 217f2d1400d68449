import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {PublishError, sentenceOf} from './command-line.js';

/**
 * Writes a file of the cache as a whole: a process may end while it writes, and another one may write the same.
 *
 * @throws {PublishError} if it cannot be written: a site without its pictures would replace a good one.
 */
export async function writeCacheFile(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}~`;
  try {
    await mkdir(dirname(path), {recursive: true});
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary).catch(() => undefined);
    const sentence = sentenceOf(Object.assign(error as Error, {path}));
    throw sentence === undefined ? error : new PublishError(sentence);
  }
}
