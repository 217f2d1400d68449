import type {ArgTypes} from '@storybook/web-components-vite';
import {supportedLanguages} from '../src/i18n/catalogues.js';
import {
  type Attribute,
  type Catalogue,
  parseDependentTags,
  parseManifest,
} from '../src/tools/snippets/catalogue.js';
import {declarationOf, type Described, manifest} from './manifest.js';

const LANGUAGES = supportedLanguages();
const TAGS: Catalogue = new Map([
  ...parseManifest(manifest, LANGUAGES),
  ...parseDependentTags(manifest, LANGUAGES),
]);

/** Returns the control of an attribute: as many values as it has, and no other. */
function controlOf({kind, choices, names = [], isList, range}: Attribute): object {
  switch (kind) {
    case 'flag':
      return {control: {type: 'boolean'}};
    case 'number':
      return {control: {type: 'number', ...range}};
    case 'choice':
      return {control: {type: 'select'}, options: choices};
    case 'text':
      return names.length > 0 && !isList
        ? {control: {type: 'select'}, options: names}
        : {control: {type: 'text'}};
  }
}

const row = (
  category: string,
  name: string,
  {description = '', default: standard, type}: Described,
): object => ({
  name,
  description,
  control: {disable: true},
  table: {
    category,
    ...(type?.text && {type: {summary: type.text}}),
    ...(standard && {defaultValue: {summary: standard}}),
  },
});

/**
 * Returns the rows of the table of a tag. Each attribute has one control; whatever cannot be set in a tag has none, and
 * a name of its own, since a part and an attribute may be called the same.
 */
export function argTypesOf(tag: string): ArgTypes {
  const attributes = [...(TAGS.get(tag.replace(/^spass-/, ''))?.attributes.values() ?? [])];
  const {
    members = [],
    events = [],
    slots = [],
    cssProperties = [],
    cssParts = [],
  } = declarationOf(tag) ?? {};
  const properties = members.filter(
    ({kind, privacy = 'public', static: isOfClass, attribute}) =>
      kind === 'field' && privacy === 'public' && !isOfClass && !attribute,
  );
  const rows = [
    ...attributes.map(attribute => {
      const {name, description, defaultValue, choices} = attribute;
      const summary = choices.length > 0 ? choices.join(' | ') : attribute.kind;
      return [
        name,
        {
          name,
          description,
          ...controlOf(attribute),
          table: {
            category: 'attributes',
            type: {summary},
            ...(defaultValue && {defaultValue: {summary: defaultValue}}),
          },
        },
      ] as const;
    }),
    ...properties.map(one => [`.${one.name}`, row('properties', `.${one.name}`, one)] as const),
    ...events.map(one => [one.name, row('events', one.name, one)] as const),
    ...slots.map(one => {
      const name = one.name === '-' || one.name === '' ? '<slot>' : `<slot name="${one.name}">`;
      return [name, row('slots', name, one)] as const;
    }),
    ...cssProperties.map(one => [one.name, row('custom properties', one.name, one)] as const),
    ...cssParts.map(one => {
      const name = `::part(${one.name})`;
      return [name, row('parts', name, one)] as const;
    }),
  ];
  return Object.fromEntries(rows) as ArgTypes;
}
