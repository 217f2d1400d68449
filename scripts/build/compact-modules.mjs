import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseAst} from 'rollup/parseAst';

// Makes the modules and types of the package smaller without a change for readers: no indentation, which debuggers and
// editors restore, and no comments in types that no entry point exports.

/** Folders whose types appear only inside other types. */
const INTERNAL_TYPES = /^(?:controllers|data|map)\//;
/** Tags of templates in which a line break with indentation means one space. */
const FREE_TAGS = ['css', 'html', 'svg'];

/** Removes the indentation of a module, except in templates where it is text. */
export function withoutIndentation(code) {
  const texts = [];
  const free = new Set();
  walk(parseAst(code), node => {
    if (node.type === 'TaggedTemplateExpression' && FREE_TAGS.includes(node.tag.name))
      for (const part of node.quasi.quasis) free.add(part);
    if (node.type === 'TemplateElement' && !free.has(node)) texts.push(node);
  });
  return code.replace(/^ +/gm, (indentation, position) =>
    texts.some(({start, end}) => position > start && position <= end) ? indentation : '',
  );
}

/** Folders of the output that are not modules of the package, or are compact. */
const OTHER_FILES = /^(?:cdn|configurateur|embed|frameworks|guide|integrations|snippets)\//;

/** Rewrites the modules and types in the output of the build. */
export function compactModules(out) {
  for (const name of readdirSync(out, {recursive: true, encoding: 'utf8'})) {
    const path = name.replaceAll('\\', '/');
    if (OTHER_FILES.test(path)) continue;
    const rewrite = change =>
      writeFileSync(join(out, name), change(readFileSync(join(out, name), 'utf8')));
    if (path.endsWith('.js') && !path.endsWith('prerender/dom.js')) rewrite(withoutIndentation);
    if (path.endsWith('.d.ts') && INTERNAL_TYPES.test(path))
      rewrite(types => types.replace(/^ *\/\*\*[^]*?\*\/\n/gm, ''));
  }
}

/** Calls `visit` for the nodes of a syntax tree, in the order of the code; not inside a node for which it is false. */
export const walk = (node, visit) => {
  if (visit(node) === false) return;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, visit);
};
