import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {messagesOf} from '../messages/messages.js';
import {PublishError} from '../publish-error.js';
import {drawLandscape} from './landscape.js';
import {examplePdf} from './example-pdf.js';
import {CONFIG_TEXT, TEXTS} from './texts.js';
import {workbook} from './workbook.js';

/**
 * Creates a folder with a workbook of examples, settings, texts and pictures.
 *
 * @throws {PublishError} if the folder exists and is not empty.
 */
export async function createFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) throw new PublishError(messagesOf('fr').folderNotEmpty(folder));
  const files = new Map<string, Uint8Array | string>([
    ['portail.xlsx', await workbook()],
    ['portail.yaml', CONFIG_TEXT],
    ...Object.entries(TEXTS).map(([name, text]) => [`textes/${name}`, text] as const),
    ['fichiers/canal.jpg', await drawLandscape(1)],
    ['fichiers/canal-1910.jpg', await drawLandscape(1, {isOld: true})],
    ['fichiers/place.jpg', await drawLandscape(2)],
    ['fichiers/verger.jpg', await drawLandscape(3)],
    ['fichiers/compte-rendu.pdf', examplePdf()],
  ]);
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), content);
  }
}
