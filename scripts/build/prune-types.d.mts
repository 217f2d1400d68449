/** Returns the declarations, relative to a folder, that some of them import, with these. */
export function reachableTypes(folder: string, entries: readonly string[]): ReadonlySet<string>;
/** Deletes the declarations in the output of the build that the entry points of a package.json do not reach. */
export function pruneTypes(
  out: string,
  pack: {readonly exports: Readonly<Record<string, string | {readonly types?: string}>>},
): void;
