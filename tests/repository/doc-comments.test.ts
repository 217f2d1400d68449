import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

const FOLDERS = [
  'src',
  'demo',
  'scripts',
  'bench',
  'integrations',
  'configurator',
  'portal/src',
  'portal/publish-assets',
  'stories',
  'tests',
  '.storybook',
];

const files = execFileSync('git', ['ls-files', ...FOLDERS], {cwd: root, encoding: 'utf8'})
  .split('\n')
  .filter(path => /\.(?:ts|mjs|js|php|css)$/.test(path))
  .map(path => ({path, code: readFileSync(join(root, path), 'utf8')}));

/** Returns the first words of each block comment, and of each comment of lines that are not indented. */
const openings = (code: string): string[] =>
  [
    ...code.matchAll(/\/\*\*?[\s*]*([^\n]*)/g),
    ...code.matchAll(/(?<!(?:^|\n)\/\/[^\n]*\n)(?<=^|\n)\/\/ *([^\n]*)/g),
  ].map(([, text]) => text!.slice(0, 80));

/** Returns the tags of a kind in the doc comments of the elements: file, name and description. */
const docTags = (kind: string) =>
  files
    .filter(({path}) => path.startsWith('src/elements/'))
    .flatMap(({path, code}) =>
      [
        ...code.matchAll(
          new RegExp(` \\* @${kind} (?:\\{\\w+\\} )?(\\S+ )??- ((?:.|\\n \\*  )+)`, 'g'),
        ),
      ].map(([, name = '', description]) => ({
        path,
        name: name.trim(),
        description: description!.replace(/\n \*\s+/g, ' '),
      })),
    );

describe('doc comments', () => {
  it('open with a noun phrase or a verb, not with a question word', () => {
    assert.ok(files.length > 1000, String(files.length));
    assert.deepEqual(
      files.flatMap(({path, code}) =>
        openings(code)
          .filter(text => /^(?:What|Whether|Whose|Who|How|Where|Which|When)\b/.test(text))
          .map(text => `${path}: ${text}`),
      ),
      [],
    );
  });

  it('state for each event of an element when it is fired, and if it bubbles or can be cancelled', () => {
    const events = docTags('event');
    assert.ok(events.length > 40, String(events.length));
    const wrong = events.filter(({name, description}) => {
      const end = /^spass-(?:load|error)$/.test(name)
        ? 'does not bubble'
        : 'cancelable|cancel to prevent sending';
      return !new RegExp(`^Fired (?:when|on) .+; (?:${end})\\.$`).test(description);
    });
    assert.deepEqual(wrong, []);
  });

  it('describe parts, slots and custom properties by a noun phrase of their own', () => {
    const described = ['slot', 'csspart', 'cssproperty'].flatMap(docTags);
    assert.ok(described.length > 100, String(described.length));
    const pronoun = /^(?:Its|It|One|They|Those|That|What|How|There|As)\b/;
    assert.deepEqual(
      described.filter(({description}) => pronoun.test(description) || !/\.$/.test(description)),
      [],
    );
  });
});
