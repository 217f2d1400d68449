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
  /** True if a base class of the element has the attribute. */
  readonly isInherited: boolean;
}

export interface Widget {
  /** Tag without `spass-`. */
  readonly noun: string;
  readonly description: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** Widgets by noun. */
export type Catalogue = ReadonlyMap<string, Widget>;

interface ManifestAttribute {
  readonly name: string;
  readonly type?: {readonly text?: string};
  readonly default?: string;
  readonly description?: string;
  readonly inheritedFrom?: object;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly description?: string;
      readonly attributes?: readonly ManifestAttribute[];
    }[];
  }[];
}

const DEPENDENT_WIDGETS = new Set(['layer', 'portal']);

/** True if a widget can be pasted without another one around it. */
export const isStandalone = (noun: string): boolean => !DEPENDENT_WIDGETS.has(noun);

function toAttribute(given: ManifestAttribute): Attribute {
  const {name, type, description = '', inheritedFrom} = given;
  const text = type?.text ?? '';
  const choices = [...text.matchAll(/'([^']*)'/g)].map(([, value = '']) => value).filter(Boolean);
  const defaultValue = (given.default ?? '').replace(/^(['"`])(.*)\1$/, '$2');
  const kind: AttributeKind =
    text === 'boolean' || name === 'hidden'
      ? 'flag'
      : choices.length > 0
        ? 'choice'
        : /^number/.test(text)
          ? 'number'
          : 'text';
  return {
    name,
    kind,
    choices,
    description: description.replace(/\s+/g, ' ').trim(),
    defaultValue: defaultValue === 'undefined' ? '' : defaultValue,
    isInherited: inheritedFrom !== undefined,
  };
}

/** Attribute that is not in the manifest, since every element has it. */
const languageAttribute = (languages: readonly string[]): Attribute => ({
  name: 'lang',
  kind: 'choice',
  choices: languages,
  description: '',
  defaultValue: '',
  isInherited: true,
});

/**
 * Parses `custom-elements.json`, so that the attributes are those of the version to paste.
 *
 * @param languages Languages of the widgets.
 */
export function parseManifest(manifest: unknown, languages: readonly string[]): Catalogue {
  const widgets = new Map<string, Widget>();
  for (const {declarations = []} of (manifest as Manifest).modules)
    for (const {tagName, description = '', attributes = []} of declarations) {
      const noun = tagName?.replace(/^spass-/, '');
      if (!noun || !isStandalone(noun)) continue;
      const all = [...attributes.map(toAttribute), languageAttribute(languages)];
      widgets.set(noun, {noun, description, attributes: new Map(all.map(one => [one.name, one]))});
    }
  return widgets;
}
