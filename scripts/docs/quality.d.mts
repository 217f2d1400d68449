export const QUALITY_ID: RegExp;

export interface QualityRequirement {
  readonly id: string;
  readonly promise: string;
  /** Last column of the row: the evidence, such as a test. */
  readonly held: string;
  readonly isTested: boolean;
  readonly isByHand: boolean;
  readonly isOpen: boolean;
}

export function readRequirements(): readonly QualityRequirement[];

export function requirementReport(
  promises: readonly QualityRequirement[],
  results: readonly {readonly name: string; readonly result: string}[],
): readonly string[];
