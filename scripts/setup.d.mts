/** The folder of the repository. */
export const root: string;
/** The first of these programs that is on this machine; `given` (a path) goes before all. */
export function findProgram(names: readonly string[], given?: string): string | undefined;
export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function findWebKit(): string | undefined;
/** Runs npm; whether it ended well. */
export function npm(args: readonly string[], options?: object): boolean;
export function ensureModules(): void;
/** Installs browsers where it may; answers what is still missing. */
export function ensureBrowsers(options?: {all?: boolean}): {name: string; how: string}[];
