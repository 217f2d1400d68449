// Snippets of a tag for each framework, from its example. `npm run test:integrations` builds these very files.
import {exampleOf} from './examples.mjs';

/** Events in the order in which a snippet shows one of them. */
const SHOWN_EVENTS = {
  'spass-record-select': 'record',
  'spass-contribution-submit': 'contribution',
  'spass-filter-change': 'filter',
  'spass-load': 'total',
};

const indent = (text, by) => text.replace(/^(?=.)/gm, ' '.repeat(by));
const pascalCase = noun => noun.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

/** Returns the markup of an example; `extra` are attributes of the tag in the syntax of a framework. */
function markup(tag, extra = [], example = exampleOf(tag)) {
  const {attributes, content, around: [before, after] = []} = example;
  const plain = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const all = [...plain, ...extra];
  const short = `<${tag} ${all.join(' ')}>`;
  const isShort = short.length <= 76 && !short.includes('\n');
  const start = isShort ? short : `<${tag}\n${indent(all.join('\n'), 2)}\n>`;
  const inner = content.map(line => `\n${indent(line, 2)}`).join('');
  const element = `${start}${inner}${inner ? '\n' : ''}</${tag}>`;
  return before ? `${before}\n${indent(element, 4)}\n${after}` : element;
}

/** Returns an import for each tag in the markup, containers first. */
const imports = tag =>
  [...new Set([...markup(tag).matchAll(/<(spass-[\w-]+)/g)].map(([, name]) => name))]
    .map(name => `import 'spass-widgets/define/${name.slice(6)}.js';`)
    .join('\n');

function html(tag, noun, event, version) {
  const script = event
    ? `\n    <script>
      document.addEventListener('${event.name}', event => console.log(event.${event.field})${event.bubbles ? '' : ', true'});
    </script>`
    : '';
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <title>${tag}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/spass-widgets/${version}/spass-widgets.css">
    <script src="/spass-widgets/${version}/spass-widgets.js" defer></script>
  </head>
  <body>
${indent(markup(tag), 4)}${script}
  </body>
</html>
`;
}

const react = (tag, noun, event) => `${imports(tag)}
import type {} from 'spass-widgets/react';

export function ${pascalCase(noun)}() {
  return (
${indent(markup(tag, event ? [`on${event.name}={event => console.log(event.${event.field})}`] : []), 4)}
  );
}
`;

const vue = (tag, noun, event) => `<script setup lang="ts">
${imports(tag)}
import type {} from 'spass-widgets/vue';
${event ? `import type {${event.type}} from 'spass-widgets';\n\nconst log = (event: ${event.type}) => console.log(event.${event.field});\n` : ''}</script>

<template>
${indent(markup(tag, event ? [`@${event.name}="log"`] : []), 2)}
</template>
`;

const svelte = (tag, noun, event) => `<script lang="ts">
${indent(imports(tag), 2)}
  import type {} from 'spass-widgets/svelte';
</script>

${markup(tag, event ? [`on${event.name}={event => console.log(event.${event.field})}`] : [])}
`;

const angular = (
  tag,
  noun,
  event,
) => `import {Component, CUSTOM_ELEMENTS_SCHEMA} from '@angular/core';
${imports(tag)}
${event ? `import type {${event.type}} from 'spass-widgets';\n` : ''}
@Component({
  selector: 'app-${noun}',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indent(markup(tag, event ? [`(${event.name})="log($event)"`] : []), 4)}
  \`,
})
export class ${pascalCase(noun)} {${
  event
    ? `\n  log(event: ${event.type}): void {\n    console.log(event.${event.field});\n  }\n`
    : ''
}}
`;

/** A handler needs `widgetProps`; a tag without a handler does not. */
function next(tag, noun, event) {
  const spread = event
    ? [
        `{...widgetProps('${tag}', {\n  'on${event.name}': event => console.log(event.${event.field}),\n})}`,
      ]
    : [];
  return `'use client';
import {useEffect} from 'react';
import ${event ? '{widgetProps}' : 'type {}'} from 'spass-widgets/react';

export default function Page() {
  useEffect(() => {
${indent(imports(tag).replace(/import '(.*?)';/g, "void import('$1');"), 4)}
  }, []);
  return (
${indent(markup(tag, spread), 4)}
  );
}
`;
}

const astro = (tag, noun, event) => `<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>${tag}</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
${indent(markup(tag), 4)}
    <script>
${indent(imports(tag), 6)}${
  event
    ? `\n
      document
        .querySelector('${tag}')
        ?.addEventListener('${event.name}', event => console.log(event.${event.field}));`
    : ''
}
    </script>
  </body>
</html>
`;

/** Frameworks in the order of the pages: name, file of the snippet, its code. */
const FRAMEWORKS = [
  {id: 'html', name: 'HTML', file: noun => `${noun}.html`, write: html},
  {id: 'react', name: 'React', file: noun => `${pascalCase(noun)}.tsx`, write: react},
  {id: 'vue', name: 'Vue', file: noun => `${pascalCase(noun)}.vue`, write: vue},
  {id: 'svelte', name: 'Svelte', file: noun => `${pascalCase(noun)}.svelte`, write: svelte},
  {id: 'angular', name: 'Angular', file: noun => `${noun}.component.ts`, write: angular},
  {id: 'next', name: 'Next.js', file: noun => `app/${noun}/page.tsx`, write: next},
  {id: 'astro', name: 'Astro', file: noun => `src/pages/${noun}.astro`, write: astro},
];

/**
 * Returns the snippets of a tag.
 *
 * @param events Events of the tag in the manifest.
 * @param version Version of the package, part of the path of the script.
 */
export function snippetsOf(tag, events, version) {
  const noun = tag.replace('spass-', '');
  const name = Object.keys(SHOWN_EVENTS).find(one => events.some(event => event.name === one));
  const event = name && {
    name,
    type: events.find(one => one.name === name).type.text,
    field: SHOWN_EVENTS[name],
    bubbles: name !== 'spass-load',
  };
  return FRAMEWORKS.map(({id, name: framework, file, write}) => ({
    id,
    framework,
    file: file(noun),
    code: write(tag, noun, event, version),
  }));
}

/** Returns the markup of a live example, with URLs relative to its page; `folder` contains the data. */
export const liveMarkup = (tag, example = exampleOf(tag), folder = '') =>
  markup(tag, [], example).replaceAll('="/', `="${folder}`);
