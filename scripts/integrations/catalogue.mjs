// Generates the catalogue of widgets for the CMS plugins, so that no data are duplicated.

const FILTERS = new Set(
  'family portal theme section type commune programme project from to q sort'.split(' '),
);
const MAIN = new Set(['api', 'limit', 'skin']);

const sentence = text => (text ?? '').replace(/\s+/g, ' ').trim();
const firstSentence = text => sentence(text).match(/^.*?[.](?= |$)/)?.[0] ?? sentence(text);

/** Returns the title of a widget, to be translated: `project-map` becomes "Project map". */
const titleOf = noun => (noun[0].toUpperCase() + noun.slice(1)).replaceAll('-', ' ');

function settingOf({
  name,
  kind,
  choices,
  names = [],
  isList,
  range,
  description,
  defaultValue,
  isInherited,
}) {
  return {
    kind: kind === 'choice' ? 'text' : kind,
    panel: FILTERS.has(name) ? 'filter' : !isInherited || MAIN.has(name) ? 'main' : 'more',
    text: description,
    ...(kind === 'choice' ? {choices} : {}),
    ...(kind === 'text' && names.length > 0 && !isList ? {names} : {}),
    ...(range ? {range: [range.min, ...(range.max === undefined ? [] : [range.max])]} : {}),
    ...(defaultValue && defaultValue !== 'false' ? {default: defaultValue} : {}),
  };
}

/** The language may have a region, so that it is no closed list. */
const LANG = {
  kind: 'text',
  panel: 'more',
  text: 'Language of the widget and of its content, such as `nl`; that of the page by default.',
};

/**
 * Returns the content of `widgets.json`: version, hashes, and each widget with its settings, most used first.
 *
 * @param widgets Widgets of the manifest, as returned by `parseManifest` of src/tools/snippets/catalogue.ts.
 * @param authored Widgets that show content of their author.
 * @param collections Collection that each widget lists.
 */
export function catalogueOf({widgets, authored, collections, sri, version}) {
  const rank = ({name}) => (name === 'api' ? 0 : name === 'limit' ? 1 : 2);
  const entries = [...widgets.values()]
    .sort((a, b) => (a.noun < b.noun ? -1 : 1))
    .map(({noun, description, attributes}) => {
      const sorted = [...attributes.values()]
        .filter(({name}) => name !== 'lang')
        .sort((a, b) => rank(a) - rank(b));
      const widget = {
        title: titleOf(noun),
        text: firstSentence(description),
        content: authored.includes(noun),
        ...(collections[noun] && {collection: collections[noun]}),
        attributes: Object.fromEntries([
          ...sorted.map(attribute => [attribute.name, settingOf(attribute)]),
          ['lang', LANG],
        ]),
      };
      return [noun, widget];
    });
  const hashOf = name => [name, sri[name]];
  const integrity = Object.fromEntries(['spass-widgets.js', 'spass-widgets.css'].map(hashOf));
  return {version, integrity, widgets: Object.fromEntries(entries)};
}

/** Returns all translatable sentences of the catalogue. */
export const sentencesOf = ({widgets}) => [
  ...new Set(
    Object.values(widgets).flatMap(({title, text, attributes}) => [
      title,
      text,
      ...Object.values(attributes).map(attribute => attribute.text),
    ]),
  ),
];
