/** Root folder of the repository. */
export const root: string;
/**
 * Returns the path of the first installed program.
 *
 * @param given Path of a program that takes precedence.
 */
export function findProgram(names: readonly string[], given?: string): string | undefined;
export function findChromium(): string | undefined;
/** Returns the path of Chromium's headless shell, or of Chromium if it is missing. */
export function findHeadlessChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function findWebKit(): string | undefined;
/** Returns the folder of Debian's WordPress, if its dependencies are installed too. */
export function findWordPress(): string | undefined;
/** Returns the folder of Debian's SPIP, if PHP is installed too. */
export function findSpip(): string | undefined;
/** Runs a program until it exits. Stops it if this process receives a signal. */
export function run(
  command: string,
  args: readonly string[],
  options?: {quiet?: boolean; env?: NodeJS.ProcessEnv},
): Promise<{ok: boolean; output: string}>;
export function ensureModules(): Promise<void>;
/** Installs the programs that the tests need, if permitted. Resolves with the missing ones. */
export function ensurePrograms(options?: {all?: boolean}): Promise<{name: string; how: string}[]>;
