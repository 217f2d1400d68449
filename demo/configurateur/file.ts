import {convert, type Converted, formatOf, type Kind} from '../../src/convert/convert.js';

/** What became of a file that was dropped. */
export type FileState =
  | {readonly what: 'none'}
  | {readonly what: 'working'; readonly name: string}
  | {readonly what: 'unknown'; readonly name: string}
  | {
      readonly what: 'converted';
      readonly name: string;
      readonly result: Converted;
      /** Where the browser keeps the document, for the download; undefined where there is none. */
      readonly address: string | undefined;
    };

/** Makes a portal of a file, in this page alone. */
export async function convertFile(file: File, kind: Kind): Promise<FileState> {
  const {name} = file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = formatOf(name, bytes);
  if (!format) return {what: 'unknown', name};
  const facts = {title: name.replace(/\.\w+$/, '')};
  const result = await convert(bytes, {format, kind, facts});
  const json = result.document && `${JSON.stringify(result.document, null, 2)}\n`;
  const address = json && URL.createObjectURL(new Blob([json], {type: 'application/json'}));
  return {what: 'converted', name, result, address};
}
