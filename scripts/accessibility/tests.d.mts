interface NamedTest {
  readonly file: string;
  readonly id: string;
  readonly title?: string;
}
export const LAST_RUN: string;
export const TESTS: Readonly<Record<string, NamedTest>>;
export function fileOf(test: string, tag: string): string;
export function passDates(): readonly string[];
export function passDate(test: string, tag: string): string | undefined;

interface TestResult {
  readonly file?: string;
  readonly name: string;
  readonly result: string;
}
export function unconfirmedPasses(results: readonly TestResult[]): readonly TestResult[];
