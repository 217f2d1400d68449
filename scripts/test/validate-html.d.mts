export function htmlErrors(html: string): Promise<string[]>;
