export function markupFaults(html: string): Promise<string[]>;
