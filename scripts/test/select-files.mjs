// Finds test files by path, folder or tag.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {root} from '../setup.mjs';

const read = file => readFileSync(join(root, file), 'utf8');

/** Test files of the project, sorted, as paths from the root. */
export const testFiles = readdirSync(join(root, 'tests'), {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
  .filter(file => !file.includes('node_modules'))
  .sort();

/** Tags without their prefix, such as `agenda`. */
const nouns = readdirSync(join(root, 'src/define'))
  .filter(name => name.endsWith('.ts') && name !== 'all.ts')
  .map(name => name.slice(0, -3));

const IMPORT = /(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g;

/** Returns the local modules that a file imports. */
const importsOf = file =>
  [...read(file).matchAll(IMPORT)]
    .map(([, path]) => relative(root, resolve(root, dirname(file), path)))
    .flatMap(path => [path, path.replace(/\.js$/, '.ts')])
    .filter(path => /\.m?[jt]s$/.test(path) && existsSync(join(root, path)));

/** Returns true if a test, or a module of tests/ or scripts/ that it imports, names dist/. */
export const readsBuild = file => {
  const seen = new Set();
  const visit = path => {
    if (seen.has(path) || !/^(?:tests|scripts)\//.test(path)) return false;
    seen.add(path);
    return /(?<![\w-]\/?)dist(?:\/(?!index\b)|'|`)/.test(read(path)) || importsOf(path).some(visit);
  };
  return visit(file);
};

/**
 * Returns the tests of a tag: its folder, and the files that name it. Those that read dist/ are left out, since a build
 * takes longer than all others; `ofBuild` lists them, without the tests of `npm run test:all`.
 */
const filesOfTag = (noun, isExtended) => {
  const tag = new RegExp(`spass-${noun}(?![\\w-])`);
  const named = testFiles.filter(
    file =>
      file.startsWith(`tests/elements/${noun}/`) || (!isExtended(file) && tag.test(read(file))),
  );
  return {files: named.filter(file => !readsBuild(file)), ofBuild: named.filter(readsBuild)};
};

/** Returns the number of edits between two words. */
const distance = (from, to) => {
  let row = [...to].map((_, column) => column + 1);
  row.unshift(0);
  [...from].forEach((letter, line) => {
    const next = [line + 1];
    [...to].forEach((other, column) =>
      next.push(
        Math.min(next[column] + 1, row[column + 1] + 1, row[column] + (letter === other ? 0 : 1)),
      ),
    );
    row = next;
  });
  return row.at(-1);
};

/** Returns the names most similar to an unknown one, best first. */
export const nearMatches = (word, names = knownNames()) => {
  const bare = text => text.replace(/^tests\//, '').replace(/(?:\.test)?\.ts$/, '');
  const wanted = bare(word);
  const last = text => text.split('/').at(-1);
  return names
    .map(name => {
      const known = bare(name);
      const edits = Math.min(distance(wanted, known), distance(last(wanted), last(known)) + 1);
      return {name, edits: known.includes(wanted) ? 0 : edits};
    })
    .filter(({edits}) => edits <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.edits - b.edits || a.name.length - b.name.length)
    .slice(0, 5)
    .map(({name}) => name);
};

const knownNames = () => {
  const folders = new Set(testFiles.map(file => dirname(file)));
  return [...nouns.map(noun => `spass-${noun}`), ...nouns, ...folders, ...testFiles];
};

/**
 * Returns the test files that a word selects: a file, a folder (`tests/` may be omitted) or a tag, with or without its
 * prefix. Throws an error with near matches if there are none. `warn` receives a sentence about files left out.
 */
export const selectFiles = (
  word,
  {isExtended = () => false, cwd = process.cwd(), warn = () => {}} = {},
) => {
  const noun = word.replace(/^spass-/, '');
  if (nouns.includes(noun)) {
    const {files, ofBuild} = filesOfTag(noun, isExtended);
    if (ofBuild.length > 0) warn(`Not run, since they need a build: ${ofBuild.join(' ')}`);
    return files;
  }
  // A folder stands for a test file beside it: tests/data/client.test.ts may be tests/data/client/client.test.ts.
  const inFolder = word.replace(/([\w-]+)\.test\.ts$/, '$1/$1.test.ts');
  const paths = [word, inFolder].flatMap(name => [
    resolve(cwd, name),
    join(root, name),
    join(root, 'tests', name),
  ]);
  for (const path of paths.filter(path => existsSync(path))) {
    const inRoot = relative(root, path);
    const found = statSync(path).isDirectory()
      ? testFiles.filter(file => file.startsWith(`${inRoot}/`))
      : testFiles.filter(file => file === inRoot);
    if (found.length > 0) return found;
  }
  const near = nearMatches(word);
  throw new Error(
    `No test file, folder of tests or tag is called "${word}".` +
      (near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''),
  );
};
