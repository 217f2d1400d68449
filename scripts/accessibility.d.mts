export interface Verdict {
  readonly number: string;
  readonly title: string;
  readonly state: 'test' | 'examen' | 'sans objet' | 'à vérifier' | 'non conforme';
  readonly tests?: readonly {readonly file: string; readonly id: string}[];
  readonly why?: string;
}
export function allVerdicts(hasPassed?: (test: string, tag: string) => boolean): readonly {
  readonly tag: string;
  readonly rows: readonly Verdict[];
}[];
export function accessibilityFiles(): ReadonlyMap<string, string>;
export function rgaaSummary(): string;
