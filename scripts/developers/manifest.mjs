// Tags and events of the manifest, in the form in which the developer pages show them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const by = key => (a, b) => (a[key] < b[key] ? -1 : 1);
const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

const typeText = (type = {}) =>
  [...new Set((type.text ?? '').split(' | ').filter(Boolean))].join(' | ');
/** Returns the accepted values of an attribute, or its type. */
const valuesOf = ({type, suggestedType}) => {
  const texts = [...typeText(suggestedType ?? type).matchAll(/'([^']*)'/g)].map(([, one]) => one);
  return {texts, isClosed: !suggestedType, type: typeText(type) || 'string'};
};
/** Returns the default as HTML or a script writes it; undefined if there is none. */
const defaultOf = ({default: value, type}) =>
  value === undefined || value === "''" || (value === 'false' && type?.text === 'boolean')
    ? undefined
    : value.replace(/^'(.*)'$/, '$1');

const attribute = given => ({
  name: given.name,
  ...valuesOf(given),
  default: defaultOf(given),
  description: oneLine(given.description),
  isInherited: given.inheritedFrom !== undefined,
});

const property = given => ({
  name: given.name,
  type: typeText(given.type),
  default: defaultOf(given),
  attribute: given.attribute,
  isReadonly: given.readonly === true,
  description: oneLine(given.description),
  isInherited: given.inheritedFrom !== undefined,
});

const method = given => ({
  name: `${given.name}(${(given.parameters ?? []).map(({name, type}) => `${name}: ${type.text}`).join(', ')})`,
  type: given.return?.type?.text || 'void',
  description: oneLine(
    [
      given.description,
      ...(given.parameters ?? [])
        .filter(one => one.description)
        .map(one => `\`${one.name}\`: ${one.description}`),
    ].join(' '),
  ),
});

const named = (entries = []) =>
  entries.map(one => ({...one, name: one.name ?? '', description: oneLine(one.description)}));

/** Returns the tags, by name, and the classes of their events. */
export function readTags(out) {
  const manifest = JSON.parse(readFileSync(join(out, 'custom-elements.json'), 'utf8'));
  const declarations = manifest.modules.flatMap(({declarations: all = []}) => all);
  const tags = declarations
    .filter(({tagName}) => tagName)
    .map(one => ({
      tag: one.tagName,
      noun: one.tagName.replace('spass-', ''),
      className: one.name,
      summary: oneLine(one.description.split(/(?<=\.)\s/)[0]),
      description: one.description.split('\n\n').map(oneLine),
      attributes: (one.attributes ?? []).map(attribute),
      properties: (one.members ?? [])
        .filter(({kind, static: shared}) => kind === 'field' && !shared)
        .map(property),
      methods: (one.members ?? []).filter(({kind}) => kind === 'method').map(method),
      events: named(one.events),
      slots: named(one.slots),
      parts: named(one.cssParts),
      customProperties: named(one.cssProperties),
    }))
    .sort(by('tag'));
  const events = declarations
    .filter(({tagName, name}) => !tagName && /Event$/.test(name))
    .map(one => ({
      name: one.members.find(({name}) => name === 'type').default.replaceAll("'", ''),
      type: one.name,
      description: oneLine(one.description),
      fields: one.members
        .filter(({kind, static: shared}) => kind === 'field' && !shared)
        .map(property),
    }))
    .sort(by('name'));
  return {tags, events};
}
