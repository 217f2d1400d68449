import {VALUE_RULES} from './value-rules.js';

export type AttributeKind = 'flag' | 'choice' | 'number' | 'text';

export interface NumberRange {
  readonly min: number;
  readonly max?: number | undefined;
}

export interface Attribute {
  readonly name: string;
  readonly kind: AttributeKind;
  /** Values of a choice, in the order of the manifest. */
  readonly choices: readonly string[];
  readonly description: string;
  /** Default value; empty if none. */
  readonly defaultValue: string;
  /** Names that a text may be, beside free values: the preset basemaps of `tiles`. */
  readonly names?: readonly string[] | undefined;
  /** True if the text holds several of the names. */
  readonly isList?: boolean | undefined;
  /** Bounds of a number, as its description states them; no `max` if it has no upper one. */
  readonly range?: NumberRange | undefined;
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
  /** Values that editors suggest for a text. */
  readonly suggestedType?: {readonly text?: string};
  readonly default?: string;
  readonly description?: string;
}

/** Custom elements manifest, as far as it is read here. */
export interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly ManifestAttribute[];
    }[];
  }[];
}

const DEPENDENT_WIDGETS = new Set(['layer', 'portal']);

/** True if a widget can be pasted without another one around it. */
export const isStandalone = (noun: string): boolean => !DEPENDENT_WIDGETS.has(noun);

/** Reads the bounds of a number from its description: `1 to 500`, `from 1`. */
function rangeIn(description: string): NumberRange {
  const [, min, max] = /\b(\d+) to ([\d,]+)/.exec(description) ?? [];
  if (min && max) return {min: Number(min), max: Number(max.replaceAll(',', ''))};
  const [, first = '0'] = /\bfrom (\d+)/.exec(description) ?? [];
  return {min: Number(first)};
}

const quotedIn = (text = ''): string[] =>
  [...text.matchAll(/'([^']*)'/g)].map(([, value = '']) => value).filter(Boolean);

function toAttribute(given: ManifestAttribute): Attribute {
  const {name, type, description = ''} = given;
  const text = type?.text ?? '';
  const choices = quotedIn(text);
  const suggested = quotedIn(given.suggestedType?.text);
  const rule = VALUE_RULES[name];
  const defaultValue = (given.default ?? rule?.standard?.join(',') ?? '').replace(
    /^(['"`])(.*)\1$/,
    '$2',
  );
  const names = suggested.length > 0 ? suggested : (rule?.names ?? []);
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
    ...(kind === 'number' && {range: rangeIn(description)}),
    ...(kind === 'text' && names.length > 0 && {names, isList: rule?.separator !== undefined}),
  };
}

/** Attribute that is not in the manifest, since every element has it. */
const languageAttribute = (languages: readonly string[]): Attribute => ({
  name: 'lang',
  kind: 'choice',
  choices: languages,
  description: '',
  defaultValue: '',
});

function parseTags(
  manifest: unknown,
  languages: readonly string[],
  isIncluded: (noun: string) => boolean,
): Catalogue {
  const widgets = new Map<string, Widget>();
  for (const {declarations = []} of (manifest as Manifest).modules)
    for (const {tagName, attributes = []} of declarations) {
      const noun = tagName?.replace(/^spass-/, '');
      if (!noun || !isIncluded(noun)) continue;
      const all = [...attributes.map(toAttribute), languageAttribute(languages)];
      widgets.set(noun, {noun, attributes: new Map(all.map(one => [one.name, one]))});
    }
  return widgets;
}

/**
 * Parses `custom-elements.json`, so that the attributes match the version to paste.
 *
 * @param languages Languages of the widgets.
 */
export const parseManifest = (manifest: unknown, languages: readonly string[]): Catalogue =>
  parseTags(manifest, languages, isStandalone);

/** Parses the tags that only make sense with others: `portal` around widgets, `layer` inside a map. */
export const parseDependentTags = (manifest: unknown, languages: readonly string[]): Catalogue =>
  parseTags(manifest, languages, noun => !isStandalone(noun));
