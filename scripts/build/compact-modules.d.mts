export function withoutIndentation(code: string): string;
