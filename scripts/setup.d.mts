/** The folder of the repository. */
export const root: string;
/** The first of these programs that is on this machine; `given` (a path) goes before all. */
export function findProgram(names: readonly string[], given?: string): string | undefined;
export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function findWebKit(): string | undefined;
/** The folder of Debian's WordPress, where what it needs to run is there too. */
export function findWordPress(): string | undefined;
/** The folder of Debian's SPIP, where PHP is there too. */
export function findSpip(): string | undefined;
/** Runs a program to its end, and stops it when a signal stops us. */
export function run(
  command: string,
  args: readonly string[],
  options?: {quiet?: boolean; env?: NodeJS.ProcessEnv},
): Promise<{ok: boolean; output: string}>;
export function ensureModules(): Promise<void>;
/** Installs the programs of the tests where it may; answers what is still missing. */
export function ensurePrograms(options?: {all?: boolean}): Promise<{name: string; how: string}[]>;
