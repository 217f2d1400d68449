// Pages for developers, in English: an index, one for all frameworks, and one per tag from the manifest. The build
// writes them to dist/guide/developers/, with the data and pictures of the live examples, and the same content as text
// for language models. The files of the snippets are in dist/snippets/, for the tests.
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {COLLECTION_FILES, EXAMPLE_PICTURES, exampleOf, EXTRA_RECORDS} from './examples.mjs';
import {llmsFull, llmsIndex} from './llms.mjs';
import {readTags} from './manifest.mjs';
import {liveMarkup, snippetsOf} from './snippets.mjs';
import {code, codeBlock, inline, page, renderMarkdown, table} from './html.mjs';
import {root} from '../setup.mjs';

const read = path => readFileSync(join(root, path), 'utf8');
const text = name => read(`scripts/developers/texts/${name}.md`);
const tagCode = tag => code(`<${tag}>`);
const linked = ({tag, noun}) => `<a href="${noun}.html">${tagCode(tag)}</a>`;
const none = '<span class="sans">none</span>';

const valueCells = ({texts, isClosed, type}) =>
  texts.length === 0
    ? code(type)
    : `${texts.map(code).join(' <wbr>')}${isClosed ? '' : ' or other text'}`;

const attributeTable = (caption, attributes) =>
  table(caption, ['Attribute', 'Values', 'Default', 'Meaning'], attributes, one => [
    code(one.name),
    valueCells(one),
    one.default === undefined ? none : code(one.default),
    inline(one.description),
  ]);

const propertyTable = properties =>
  table('Properties', ['Property', 'Type', 'Attribute', 'Meaning'], properties, one => [
    `${code(one.name)}${one.isReadonly ? ' (read-only)' : ''}`,
    code(one.type),
    one.attribute ? code(one.attribute) : none,
    inline(one.description),
  ]);

const fieldList = fields => fields.map(one => code(`event.${one.name}: ${one.type}`)).join('<br>');

const eventTable = (events, classes, nameOf) =>
  table('Events', ['Event', 'Type', 'Detail', 'Meaning'], events, one => {
    const {type, fields} = classes.find(({name}) => name === one.name);
    return [nameOf(one.name), code(type), fieldList(fields), inline(one.description)];
  });

const nameTable = (caption, first, entries, name = one => code(one.name)) =>
  table(caption, [first, 'Meaning'], entries, one => [
    name(one),
    inline(one.description) + (one.default ? ` Default: ${code(one.default)}.` : ''),
  ]);

const section = (id, heading, body, level = 2) =>
  body
    ? `<h${level} id="${id}">${heading}</h${level}>
${body}`
    : '';

const snippetSection = snippets =>
  snippets
    .map(
      (
        {framework, file, code: source},
        i,
      ) => `<details class="extrait" name="code"${i === 0 ? ' open' : ''}>
<summary>${framework}</summary>
<p>${code(file)}</p>
${codeBlock(source, framework)}
</details>`,
    )
    .join('\n');

function tagPage(tag, {tags, events, version}) {
  const {noun, description, attributes, properties} = tag;
  const own = attributes.filter(one => !one.isInherited);
  const shared = attributes.filter(one => one.isInherited);
  const snippets = snippetsOf(tag.tag, tag.events, version);
  const others = tags.filter(one => one !== tag);
  const [purpose, ...details] = description.map(one => `<p>${inline(one)}</p>`);
  const live = `${purpose}
${section('example', 'Live example', `<div class="exemple">\n${liveMarkup(tag.tag)}\n</div>\n<p>The data are public pages of S-PASS Territoires, in French, with three invented records: <a href="portail.json">portail.json</a>. ${exampleOf(tag.tag).note ?? ''}</p>`)}`;
  const body = `<h1>${tagCode(tag.tag)}</h1>
${details.join('\n')}
${section('code', 'Code', `<p>Each of these files is built and run by <code>npm run test:integrations</code>. <a href="frameworks.html">More on each framework</a>.</p>\n${snippetSection(snippets)}`)}
${section('attributes', 'Attributes', attributeTable('Attributes', own) + section('shared-attributes', 'Shared with other tags', attributeTable('Shared attributes', shared), 3))}
${section('properties', 'Properties', propertyTable(properties))}
${section(
  'methods',
  'Methods',
  nameTable('Methods', 'Method', tag.methods, one => code(`${one.name}: ${one.type}`)),
)}
${section(
  'events',
  'Events',
  eventTable(tag.events, events, name => `<a href="index.html#event-${name}">${code(name)}</a>`),
)}
${section(
  'slots',
  'Slots',
  nameTable('Slots', 'Slot', tag.slots, one => (one.name ? code(one.name) : 'content of the tag')),
)}
${section(
  'parts',
  'Parts',
  nameTable('Parts', 'Part', tag.parts, one => code(`::part(${one.name})`)),
)}
${section('custom-properties', 'Custom properties', nameTable('Custom properties', 'Property', tag.customProperties))}
<h2 id="see-also">See also</h2>
<ul>
${others.map(one => `<li>${linked(one)}: ${inline(one.summary)}</li>`).join('\n')}
</ul>`;
  return page({file: `${noun}.html`, title: `<${tag.tag}>`, body, tags, live});
}

/** Returns the tables that the texts include, by name. */
const includesOf = ({tags, events, version}) => ({
  version: () => version,
  tags: () => table('Tags', ['Tag', 'Content'], tags, one => [linked(one), inline(one.summary)]),
  events: () => eventTable(events, events, name => `<span id="event-${name}">${code(name)}</span>`),
  file: path => `<p>${code(path)}</p>\n\n${codeBlock(read(path), path)}`,
});

const withIncludes = (markdown, includes) =>
  markdown.replace(/\{\{(\w+)(?: ([^}]*))?\}\}/g, (_, name, value) => includes[name](value));

async function textPage(name, data) {
  const markdown = withIncludes(text(name), includesOf(data));
  const [, title] = /^# (.*)$/m.exec(markdown);
  return page({
    file: `${name}.html`,
    title,
    body: await renderMarkdown(markdown),
    tags: data.tags,
  });
}

/** Returns the files of the snippets by path: the folder of the framework, and the name that the pages show. */
const snippetFiles = ({tags, version}) =>
  tags.flatMap(({tag, events}) =>
    snippetsOf(tag, events, version).map(({id, file, code: source}) => [`${id}/${file}`, source]),
  );

/** Returns the pages for developers by file name, relative to the folder of the guide. */
async function developerPages(data) {
  const files = new Map();
  for (const name of ['index', 'frameworks'])
    files.set(`developers/${name}.html`, await textPage(name, data));
  for (const tag of data.tags) files.set(`developers/${tag.noun}.html`, tagPage(tag, data));
  files.set('developers/llms.txt', llmsIndex(data));
  files.set('developers/llms-full.txt', llmsFull(data, {texts: text, read}));
  return files;
}

const portalDocument = () =>
  JSON.stringify({
    ...JSON.parse(read('demo/data/about.json')),
    ...Object.fromEntries(
      COLLECTION_FILES.map(name => [
        name,
        [...JSON.parse(read(`demo/data/${name}.json`)), ...(EXTRA_RECORDS[name] ?? [])],
      ]),
    ),
  });

const writeFiles = (folder, files) => {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), content);
  }
};

/** Writes the pages, and what they load, to `guide/developers/` in the output of the build; snippets to `snippets/`. */
export async function writeDeveloperPages(out) {
  const folder = join(out, 'guide/developers');
  for (const old of [folder, join(out, 'snippets')]) rmSync(old, {recursive: true, force: true});
  const {version} = JSON.parse(read('package.json'));
  const data = {...readTags(out), version};
  writeFiles(join(out, 'guide'), await developerPages(data));
  writeFiles(join(out, 'snippets'), snippetFiles(data));
  writeFileSync(join(folder, 'portail.json'), portalDocument());
  for (const name of EXAMPLE_PICTURES)
    copyFileSync(join(root, 'demo/data', name), join(folder, name));
}
