import type {Catalogue} from '../../src/tools/snippets/catalogue.js';

/** Returns the catalogue of widgets for the plugins, with the hashes of the files. */
export function catalogueOf(
  widgets: Catalogue,
  authored: readonly string[],
  sri: Readonly<Record<string, string>>,
  version: string,
): object;
