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

import type {TestResult} from '../test/known-failures.mjs';
export function unconfirmedPasses(
  results: readonly TestResult[],
  options?: {readonly isExtended?: boolean},
): readonly TestResult[];
