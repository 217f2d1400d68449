export const testFiles: readonly string[];
export function readsBuild(file: string): boolean;
export function nearMatches(word: string, names?: readonly string[]): string[];
export function selectFiles(
  word: string,
  options?: {
    readonly isExtended?: (file: string) => boolean;
    readonly cwd?: string;
    readonly warn?: (text: string) => void;
  },
): string[];
