interface Suggestions {
  readonly name: string;
  readonly values?: readonly {readonly name: string}[];
}
interface Typed {
  readonly name: string;
  readonly value?: {readonly type: string};
}
interface EditorTag<T> {
  readonly name: string;
  readonly attributes?: readonly T[];
}

/** Returns the suggested values that nobody can write, as `tag attribute="value"`. */
export function wrongSuggestions(
  vscode?: {readonly tags: readonly EditorTag<Suggestions>[]},
  webTypes?: {
    readonly contributions: {readonly html: {readonly elements: readonly EditorTag<Typed>[]}};
  },
): readonly string[];
/** @throws {Error} if the editor data in a folder suggest a value that is the name of a type. */
export function checkEditorData(out: string): void;
