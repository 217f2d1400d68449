type Names = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
export const KEPT: string;
export function publicNames(manifest: unknown): Names;
export function vanished(before: Names, now: Names): string[];
export function readManifest(): unknown;
