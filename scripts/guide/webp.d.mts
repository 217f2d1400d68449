import type {Browser} from 'playwright-core';

/** Converts a PNG screenshot to WebP. */
export function toWebp(browser: Browser, png: Buffer, quality?: number): Promise<Buffer>;
