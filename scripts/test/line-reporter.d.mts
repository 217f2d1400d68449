export function readReport(path: string): {
  readonly file?: string;
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly reason?: string;
}[];
