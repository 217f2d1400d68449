import {jsonReader} from '../../data/client/request.js';
import {fetchBody} from '../convert/fetch-input.js';
import {type Io, urlOfInput} from './command.js';

/**
 * Reads JSON from a file, from standard input for `-`, or from a URL.
 *
 * @throws if it cannot be read, or is no JSON.
 */
export async function readJson(input: string, io: Io): Promise<unknown> {
  const url = urlOfInput(input);
  if (url !== undefined) return fetchBody(url, jsonReader);
  const text = await io.read(input);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${input} is no JSON`);
  }
}
