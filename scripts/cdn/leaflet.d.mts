export function leafletModule(path: string, code: string): string;
