import {convert, type Converted, formatOf, type Kind} from '../../src/convert/convert.js';

/** State of the conversion of a file. */
export type FileState =
  | {readonly what: 'none'}
  | {readonly what: 'working'; readonly name: string}
  | {readonly what: 'unknown'; readonly name: string}
  | {
      readonly what: 'converted';
      readonly name: string;
      readonly result: Converted;
      /** Object URL of the portal document, for the download; undefined if nothing could be converted. */
      readonly address: string | undefined;
    };

/** Converts a file to a portal document, without uploading it. */
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
