import type {Catalogue} from '../../src/tools/snippets/catalogue.js';

/** Returns the catalogue of widgets for the plugins, with the hashes of the files. */
export function catalogueOf(content: {
  readonly widgets: Catalogue;
  readonly authored: readonly string[];
  readonly collections: Readonly<Record<string, string>>;
  readonly sri: Readonly<Record<string, string>>;
  readonly version: string;
}): object;
