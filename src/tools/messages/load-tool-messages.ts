import type {ToolMessages} from './tool-messages.js';

const loadEnglish = async (): Promise<ToolMessages> => (await import('./en.js')).en;
const loaders = new Map([
  ['fr', async (): Promise<ToolMessages> => (await import('./fr.js')).fr],
  ['nl', async () => (await import('./nl.js')).nl],
  ['en', loadEnglish],
  ['de', async () => (await import('./de.js')).de],
]);

/** Loads the messages of a language: the English ones if the tools are not translated. */
export const loadToolMessages = (language: string): Promise<ToolMessages> =>
  (loaders.get(language) ?? loadEnglish)();
