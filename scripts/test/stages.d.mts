export interface Stage {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly isExtended?: boolean;
  /** Absent for a stage with a single result. */
  readonly files?: readonly string[];
}

export function isBrowserTest(file: string): boolean;
export function isExtendedTest(file: string): boolean;
export function allStages(
  files: readonly string[],
  options: {readonly isExtended: boolean},
): Stage[];
export function stagesOfFiles(files: readonly string[]): {
  readonly needed: readonly Stage[];
  readonly chosen: readonly Stage[];
};
