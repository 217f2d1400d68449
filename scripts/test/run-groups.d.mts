export function groupFiles(files: readonly string[], concurrency: number): string[][];
