// The reference as text for language models, by the convention of llms.txt.
import {snippetsOf} from './snippets.mjs';

const INTRODUCTION = `# spass-widgets

> Custom elements that show the portals, resources, projects and Interreg programmes of S-PASS Territoires on any web page. Lit and TypeScript; no framework needed; French, Dutch, English, German.
`;
/** Replaces the parts of a text that other sections of the output contain. */
const plain = (markdown, version, file) =>
  markdown
    .replaceAll('{{version}}', version)
    .replace(/^\{\{(?:tags|events)\}\}\n\n?/gm, '')
    .replace(/\{\{file ([^}]*)\}\}/g, (_, path) => file(path));

/** Returns llms.txt: links to the pages. */
export const llmsIndex = ({tags}) => `${INTRODUCTION}
## Pages

- [Overview](index.html): installation, data, events, styles, server rendering, editors
- [Frameworks](frameworks.html): React, Vue, Svelte, Angular, Next.js, Astro
- [Portal API](../api.html): format of the data
- [Everything as one text](llms-full.txt)

## Tags

${tags.map(({tag, noun, summary}) => `- [<${tag}>](${noun}.html): ${summary}`).join('\n')}
`;

const list = (heading, entries, line) =>
  entries.length > 0
    ? `### ${heading}\n\n${entries.map(one => `- ${line(one)}`).join('\n')}\n`
    : '';
const described = ({name, description}) => `\`${name || '(content)'}\`: ${description}`;

const attributeLine = ({name, texts, isClosed, type, default: value, description}) => {
  const values = texts.length > 0 ? texts.map(one => `"${one}"`).join(' | ') : type;
  const open = texts.length > 0 && !isClosed ? ' | other text' : '';
  return `\`${name}\` (${values}${open}${value === undefined ? '' : `; default ${value}`}): ${description}`;
};

const tagText = version => tag => {
  const [html] = snippetsOf(tag.tag, tag.events, version);
  return [
    `## <${tag.tag}>\n\n${tag.description.join('\n\n')}\n`,
    `\`\`\`html\n${html.code}\`\`\`\n`,
    list('Attributes', tag.attributes, attributeLine),
    list(
      'Properties without an attribute',
      tag.properties.filter(one => !one.attribute),
      one =>
        `\`${one.name}: ${one.type}\`${one.isReadonly ? ' (read-only)' : ''}: ${one.description}`,
    ),
    list('Methods', tag.methods, one => `\`${one.name}: ${one.type}\`: ${one.description}`),
    list('Events', tag.events, one => `\`${one.name}\` (${one.type.text}): ${one.description}`),
    list('Slots', tag.slots, described),
    list('Parts', tag.parts, described),
    list('Custom properties', tag.customProperties, described),
  ]
    .filter(Boolean)
    .join('\n');
};

const eventLine = ({name, type, fields, description}) =>
  `\`${name}\` (${type}; ${fields.map(one => `${one.name}: ${one.type}`).join(', ')}): ${description}`;

/** Returns llms-full.txt: all pages. */
export const llmsFull = ({tags, events, version}, {texts, read}) =>
  [
    INTRODUCTION,
    plain(texts('index'), version, () => '').replace(/^# .*\n+/, ''),
    list('Events', events, eventLine),
    plain(texts('frameworks'), version, path => `\`\`\`\n${read(path)}\`\`\``).replace(
      /^# /,
      '## ',
    ),
    ...tags.map(tagText(version)),
  ].join('\n');
