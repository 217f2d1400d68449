import {SchemaError} from '../../../client/errors.js';

/** Length of the start of a file by which its format is recognised, in characters or bytes. */
export const SAMPLE_LENGTH = 4_000;

/** File in another format than its source kind reads. */
export class FormatError extends SchemaError {
  /** First characters of the file. */
  readonly sample: string;

  constructor(url: string, message: string, text: string) {
    super(url, message);
    this.sample = text.slice(0, SAMPLE_LENGTH);
  }
}
