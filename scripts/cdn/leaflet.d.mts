export function patchLeaflet(code: string): string;
