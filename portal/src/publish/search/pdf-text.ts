import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {writeCacheFile} from '../cache-file.js';
import {CACHE_FOLDER} from '../pictures/pictures.js';

/** Version of the extraction: cached texts of another are not used. */
const VERSION = 'v2';
/** Time after which a PDF is left out of the search, in milliseconds. */
const TIMEOUT_MS = 60_000;

/**
 * Returns the text of each page of a PDF; cached in the folder of the portal.
 *
 * @throws if the file cannot be read.
 */
export async function pdfPages(folder: string, bytes: Uint8Array): Promise<readonly string[]> {
  const hash = createHash('sha256').update(VERSION).update(bytes).digest('hex').slice(0, 16);
  const cached = join(folder, CACHE_FOLDER, `${hash}.json`);
  const known = await readFile(cached, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as string[];
  const pages = await extract(bytes);
  await writeCacheFile(cached, JSON.stringify(pages));
  return pages;
}

async function extract(bytes: Uint8Array): Promise<readonly string[]> {
  const {extractText, getDocumentProxy} = await import('unpdf');
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`> ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    const read = async (): Promise<readonly string[]> => {
      // The reader takes the bytes over: it gets a copy. Its notes about odd fonts concern nobody.
      const document = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0});
      const {text} = await extractText(document, {mergePages: false});
      await document.destroy();
      return text;
    };
    return await Promise.race([read(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
