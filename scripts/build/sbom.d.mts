interface Component {
  readonly type: 'library' | 'file';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly licenses?: readonly ({license: {id: string}} | {expression: string})[];
  readonly hashes: readonly {readonly alg: string; readonly content: string}[];
  readonly purl?: string;
  readonly properties?: readonly {readonly name: string; readonly value: string}[];
}
export interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
}
export function packagesIn(text: string): string[];
export function sbomOf(dist: string): Sbom;
export function writeSbom(dist: string): void;
