import {readFile} from 'node:fs/promises';
import {type EmbedConfig, parseEmbedConfig, policyOf} from '../../src/embed/embed-config.js';
import type {StaticFiles} from './http/static-files.js';
import {SettingsError} from './settings.js';
import type {Extension} from './site.js';

/** Content of the `embed.json` that the package has: its own site. */
const DEFAULT_CONFIG = '{"apis": ["/"]}';

/**
 * Reads the setting `EMBED_CONFIG`.
 *
 * @throws {SettingsError} if it is not a file with JSON.
 */
export async function readEmbedConfig(path: string | undefined): Promise<string> {
  if (path === undefined) return DEFAULT_CONFIG;
  try {
    const text = await readFile(path, 'utf8');
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new SettingsError(`EMBED_CONFIG: ${path} is no JSON file: ${(error as Error).message}`);
  }
}

/** Serves `/cdn/embed.json`, and `/cdn/embed.html` with the policy that follows from it. */
export const embedFrame =
  (json: string, files: StaticFiles): Extension =>
  ({path, origin}) => {
    const address = path.join('/');
    if (address === 'cdn/embed.json')
      return Promise.resolve({
        status: 200,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'no-cache',
        },
        body: json,
      });
    if (address !== 'cdn/embed.html') return undefined;
    const folder = `${origin}/cdn/`;
    const config: EmbedConfig = parseEmbedConfig(JSON.parse(json), `${folder}embed.html`);
    return files.serve(path).then(reply => ({
      ...reply,
      headers: {...reply.headers, 'Content-Security-Policy': policyOf(config, folder)},
    }));
  };
