import type {Browser} from 'playwright-core';

/** A screenshot (PNG) as WebP. */
export function asWebp(browser: Browser, png: Buffer): Promise<Buffer>;
