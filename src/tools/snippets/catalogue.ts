/** Type of an attribute value. */
export type AttributeKind = 'flag' | 'choice' | 'number' | 'text';

export interface Attribute {
  readonly name: string;
  readonly kind: AttributeKind;
  /** Values of a choice, in the order of the manifest. */
  readonly choices: readonly string[];
  readonly description: string;
  /** Default value; empty if none. */
  readonly defaultValue: string;
}

export interface Widget {
  /** Tag without `spass-`. */
  readonly noun: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** Widgets by noun. */
export type Catalogue = ReadonlyMap<string, Widget>;

interface ManifestAttribute {
  readonly name: string;
  readonly type?: {readonly text?: string};
  readonly default?: string;
  readonly description?: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly ManifestAttribute[];
    }[];
  }[];
}

/** Attributes that are not in the manifest, since every element has them. */
const GLOBAL_ATTRIBUTES: readonly Attribute[] = [
  {
    name: 'lang',
    kind: 'choice',
    choices: ['fr', 'nl', 'en', 'de'],
    description: '',
    defaultValue: '',
  },
];

const DEPENDENT_WIDGETS = new Set(['layer', 'portal']);

/** True if a widget can be pasted without another one around it. */
export const isStandalone = (noun: string): boolean => !DEPENDENT_WIDGETS.has(noun);

const quotedWords = (text: string): string[] =>
  [...text.matchAll(/(['"`])([\w-]+)\1/g)].map(([, , word = '']) => word);

/**
 * Returns the values of a closed list: those of the type, or of a description such as "Visual style: `plain`, `dsfr` or
 * `caue`."
 */
function choicesOf({type, description = ''}: ManifestAttribute): readonly string[] {
  const inType = quotedWords(type?.text ?? '');
  if (inType.length > 1) return inType;
  const listed = /^(?:[^.:`]+: )?(`[\w-]+`(?:, `[\w-]+`)* or `[\w-]+`)(?=[.;]|$)/.exec(
    description.replace(/\s+/g, ' '),
  );
  return quotedWords(listed?.[1] ?? '');
}

function toAttribute(given: ManifestAttribute): Attribute {
  const {name, type, description = ''} = given;
  const defaultValue = (given.default ?? '').replace(/^(['"`])(.*)\1$/, '$2');
  const text = type?.text ?? '';
  const choices = choicesOf(given);
  const kind: AttributeKind =
    text === 'boolean' || name === 'hidden'
      ? 'flag'
      : choices.length > 1
        ? 'choice'
        : /^number/.test(text)
          ? 'number'
          : 'text';
  return {
    name,
    kind,
    choices: kind === 'choice' ? choices : [],
    description,
    defaultValue: defaultValue === 'undefined' ? '' : defaultValue,
  };
}

/** Parses `custom-elements.json`, so that the attributes are those of the version to paste. */
export function parseManifest(manifest: unknown): Catalogue {
  const widgets = new Map<string, Widget>();
  for (const {declarations = []} of (manifest as Manifest).modules)
    for (const {tagName, attributes = []} of declarations) {
      const noun = tagName?.replace(/^spass-/, '');
      if (!noun || !isStandalone(noun)) continue;
      const all = [...attributes.map(toAttribute), ...GLOBAL_ATTRIBUTES];
      widgets.set(noun, {noun, attributes: new Map(all.map(one => [one.name, one]))});
    }
  return widgets;
}

/** Returns the Levenshtein distance between two words. */
function editDistance(from: string, to: string): number {
  let row = [...Array(to.length + 1).keys()];
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Returns the word of a list that is closest to a misspelt one; undefined if none is close. */
export function closestMatch(word: string, list: Iterable<string>): string | undefined {
  const maxDistance = word.length < 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let [best, minDistance]: [string | undefined, number] = [undefined, maxDistance + 1];
  for (const one of list) {
    const wordDistance = editDistance(word.toLowerCase(), one);
    if (wordDistance < minDistance) [best, minDistance] = [one, wordDistance];
  }
  return best;
}
