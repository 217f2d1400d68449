// Generates the catalogue of widgets for the CMS plugins from the manifest, so that no data are duplicated.

/** Tags without a block of their own: they only have a function around or inside other tags. */
const LEFT_OUT = new Set(['portal', 'layer']);

/** Tags that show their own content: two images, phases, sections. */
const OF_CONTENT = new Set(['compare', 'project-progress', 'story']);

const FILTERS = new Set(
  'family portal theme section type commune programme project from to q sort'.split(' '),
);
const MAIN = new Set(['api', 'limit', 'skin']);

const sentence = text => (text ?? '').replace(/\s+/g, ' ').trim();
const firstSentence = text => sentence(text).match(/^.*?[.](?= |$)/)?.[0] ?? sentence(text);

/** Returns the title of a widget, to be translated: `project-map` becomes "Project map". */
const titleOf = noun => (noun[0].toUpperCase() + noun.slice(1)).replaceAll('-', ' ');

/** Returns the values of an attribute, if its type or its description lists them exhaustively. */
function choicesOf({type, description}) {
  const typed = type?.text ?? '';
  if (/^'[^']*'( \| '[^']*')+$/.test(typed))
    return [...typed.matchAll(/'([^']*)'/g)].map(([, word]) => word);
  const listed = /^(?:[^.:`]+: )?(`[\w-]+`(?:, `[\w-]+`)* or `[\w-]+`)(?=[.;]|$)/.exec(
    sentence(description),
  );
  return listed && [...listed[1].matchAll(/`([\w-]+)`/g)].map(([, word]) => word);
}

function settingOf(attribute) {
  const {name, type, description, inheritedFrom} = attribute;
  const typed = type?.text ?? '';
  const choices = choicesOf(attribute);
  const fallback = /^'?([^']*)'?$/.exec(attribute.default ?? '')?.[1] ?? '';
  return {
    kind: typed === 'boolean' ? 'flag' : /^number\b/.test(typed) ? 'number' : 'text',
    panel: FILTERS.has(name) ? 'filter' : !inheritedFrom || MAIN.has(name) ? 'main' : 'more',
    text: sentence(description),
    ...(choices ? {choices} : {}),
    ...(fallback && fallback !== 'false' ? {default: fallback} : {}),
  };
}

const LANG = {
  kind: 'text',
  panel: 'more',
  text: 'Language of the widget and of its content: `fr`, `nl`, `en` or `de`; that of the page by default.',
};

/** Returns the content of `widgets.json`: version, hashes, and each widget with its settings, most used first. */
export function catalogueOf(manifest, sri, version) {
  const widgets = {};
  const elements = manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName}) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  for (const {tagName, description, attributes = []} of elements) {
    const noun = tagName.slice('spass-'.length);
    if (LEFT_OUT.has(noun)) continue;
    const rank = ({name}) => (name === 'api' ? 0 : name === 'limit' ? 1 : 2);
    const sorted = [...attributes].sort((a, b) => rank(a) - rank(b));
    widgets[noun] = {
      title: titleOf(noun),
      text: firstSentence(description),
      content: OF_CONTENT.has(noun),
      attributes: Object.fromEntries([
        ...sorted.map(attribute => [attribute.name, settingOf(attribute)]),
        ['lang', LANG],
      ]),
    };
  }
  const hashOf = name => [name, sri[name]];
  const integrity = Object.fromEntries(['spass-widgets.js', 'spass-widgets.css'].map(hashOf));
  return {version, integrity, widgets};
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
