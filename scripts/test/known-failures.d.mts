export const UNSUPPORTED: string;

export interface TestResult {
  readonly file?: string;
  readonly name: string;
  readonly result: string;
  readonly reason?: string;
}

export function compareWithKnownFailures(
  results: readonly TestResult[],
  known?: readonly {readonly reason: string; readonly tests: readonly string[]}[],
  options?: {readonly whole?: boolean},
): TestResult[];
