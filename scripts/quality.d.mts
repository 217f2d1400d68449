export const QUALITY_ID: RegExp;

export interface QualityPromise {
  readonly id: string;
  readonly promise: string;
  /** The last column of its row, as it is written. */
  readonly held: string;
  readonly isTested: boolean;
  readonly isByHand: boolean;
  readonly isOpen: boolean;
}

export function readPromises(): readonly QualityPromise[];

export function tellPromises(
  promises: readonly QualityPromise[],
  results: readonly {readonly name: string; readonly result: string}[],
): readonly string[];
