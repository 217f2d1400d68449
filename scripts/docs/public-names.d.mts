type Names = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
export const RELEASED_NAMES_FILE: string;
export function listPublicNames(manifest: unknown): Names;
export function removedNames(before: Names, now: Names): string[];
export function readManifest(): unknown;
