export default class StyleProperties {
  constructor(options?: {cssText?: string});
  get(name: string): {value: string; important: boolean} | null;
  set(name: string, value: string, important: boolean): void;
  remove(name: string): void;
  size(): number;
  item(index: number): string;
  clone(): StyleProperties;
  toString(): string;
}
