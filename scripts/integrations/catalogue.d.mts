/** Returns the catalogue of widgets for the plugins, from the manifest and the hashes of the files. */
export function catalogueOf(
  manifest: object,
  sri: Readonly<Record<string, string>>,
  version: string,
): object;
