import {SchemaError} from '../../../client/errors.js';

/** File in another format than its source kind reads. */
export class FormatError extends SchemaError {
  /** First characters of the file. */
  readonly sample: string;

  constructor(url: string, message: string, text: string) {
    super(url, message);
    this.sample = text.slice(0, 4_000);
  }
}
