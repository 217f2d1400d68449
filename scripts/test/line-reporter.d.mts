export function readReport(path: string): {
  readonly file?: string;
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly reason?: string;
}[];

/** Events of `node --test`, to lines of JSON. */
export default function lines(
  events: AsyncIterable<{type: string; data: object}>,
): AsyncGenerator<string>;
