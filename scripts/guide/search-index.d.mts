import type {Entry} from './recherche.js';

/** Returns the text of HTML, without code blocks, scripts and controls. */
export function textOf(html: string): string;
/** Returns the index of pages by address, relative to the folder of the guide. */
export function searchIndex(pages: Iterable<readonly [string, string]>): readonly Entry[];
