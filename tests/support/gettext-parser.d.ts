// Types used by the tests; the package has none.
declare module 'gettext-parser' {
  interface Entry {
    readonly msgid: string;
    readonly msgstr: readonly string[];
  }
  interface Table {
    readonly translations: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  }
  export const po: {parse(file: Uint8Array): Table};
  export const mo: {parse(file: Uint8Array): Table};
}
