import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import ts from 'typescript';
import {root} from '../../scripts/setup.mjs';

/** Returns the text of a template that a reader would see or hear, whatever the language. */
function wordsIn(template: string): readonly string[] {
  const told = [...template.matchAll(/\s(?:aria-label|alt|title|placeholder|label)="([^"]*)"/g)];
  const shown = template.replace(/<!--[\s\S]*?-->|<[^>]*>|&\w+;/g, ' ');
  return [shown, ...told.map(([, words]) => String(words))]
    .flatMap(text => text.split('\u0000'))
    .map(text => text.trim())
    .filter(text => /\p{L}{2}/u.test(text));
}

const MADE = new Set(['html', 'svg']);

/** Returns each html`` template of a module, with its expressions replaced by a mark. */
function templatesOf(code: string, name: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isTaggedTemplateExpression(node) &&
      ts.isIdentifier(node.tag) &&
      MADE.has(node.tag.text)
    ) {
      const {template} = node;
      found.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : [template.head.text, ...template.templateSpans.map(({literal}) => literal.text)].join(
              '\u0000',
            ),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, code, ts.ScriptTarget.ES2022));
  return found;
}

const modules = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.ts'))
  .map(name => ({name, code: readFileSync(join(root, 'src', name), 'utf8')}))
  .filter(({code}) => /\b(?:html|svg)`/.test(code));

describe('the templates', () => {
  it('I-01 contain no text: every sentence is in a message catalogue', () => {
    const all = modules.flatMap(({name, code}) =>
      templatesOf(code, name).map(template => ({name, template})),
    );
    assert.ok(all.length > 150, String(all.length));
    assert.deepEqual(
      all.flatMap(({name, template}) => wordsIn(template).map(words => `${name}: ${words}`)),
      [],
    );
  });

  it('I-01 are rejected by this test with text', () => {
    const wrong = [
      'html`<p>Voir plus</p>`',
      'html`<p class="small">${n} projets</p>`',
      'html`<button aria-label="Fermer">${icon}</button>`',
      'html`<img alt="Carte" src=${src}>`',
    ];
    for (const code of wrong)
      assert.equal(templatesOf(code, 'wrong.ts').flatMap(wordsIn).length, 1, code);
    const right =
      'html`<p class="small" lang=${lang}>${a} · ${b}</p><a href=${x} part="link">${t}</a>`';
    assert.deepEqual(templatesOf(right, 'right.ts').flatMap(wordsIn), []);
  });
});
