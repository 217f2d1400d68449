// npm run weigh [PART…]: prints the cost of each module in the CDN files of dist/, as built by `npm run
// build`. The cost is the size that gzip -9 would save without the module, less than the size of the module alone,
// since text shared with other modules is compressed with them. The costs do not add up to the total.
import {SourceMap} from 'node:module';
import {relative} from 'node:path';
import {gzipSync} from 'node:zlib';
import {rollup} from 'rollup';
import {root} from './setup.mjs';

/** Minimum cost of a listed module, in bytes; smaller ones are only counted. */
const LEAST = 20;

const gzip = code => gzipSync(code, {level: 9}).length;

/** Returns the module of each character of a chunk. */
const modulesOf = ({code, map}) => {
  const positions = new SourceMap(map);
  return code.split('\n').flatMap((line, row, {length}) => {
    const characters = row < length - 1 ? `${line}\n` : line;
    return characters.split('').map((_, column) => positions.findEntry(row, column).originalSource);
  });
};

const nameOf = module =>
  relative(root, new URL(module, `file://${root}/`).pathname)
    .replace(/^.*node_modules\//, '')
    .replace(/^(?:\.\.\/)*dist\//, '');

const weigh = chunk => {
  const modules = modulesOf(chunk);
  const whole = gzip(chunk.code);
  return [...new Set(modules)]
    .map(module => {
      const rest = [...chunk.code.split('')].filter((_, i) => modules[i] !== module).join('');
      const length = chunk.code.length - rest.length;
      return {name: nameOf(module ?? 'around'), length, bytes: whole - gzip(rest)};
    })
    .sort((a, b) => b.bytes - a.bytes);
};

const print = (name, bytes, length) =>
  console.log(`${String(bytes).padStart(7)} ${String(length).padStart(8)}  ${name}`);

const wanted = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const {default: config} = await import('../rollup.config.js');
const [{output, ...input}] = config;
const chunks = new Map();
/** Keeps each chunk before the hashes are added. */
const keep = {
  name: 'keep',
  generateBundle(_options, bundle) {
    for (const {fileName, code, map} of Object.values(bundle)) chunks.set(fileName, {code, map});
  },
};
const licences = 'third-party-licences';
const bundle = await rollup({
  ...input,
  plugins: input.plugins.filter(({name}) => name !== licences),
});
const {output: files} = await bundle.generate({
  ...output,
  sourcemap: 'hidden',
  plugins: [keep, ...output.plugins],
});
for (const {fileName, code, type} of files) {
  if (type !== 'chunk' || (wanted.length && !wanted.some(name => fileName.includes(name))))
    continue;
  const chunk = chunks.get(fileName);
  console.log('');
  print(fileName, gzip(code), code.length);
  print('hashes of parts, and what is around the modules', gzip(code) - gzip(chunk.code), code.length - chunk.code.length); // prettier-ignore
  const modules = weigh(chunk);
  const small = modules.filter(({bytes}) => bytes < LEAST);
  for (const {name, bytes, length} of modules) if (bytes >= LEAST) print(name, bytes, length);
  if (small.length)
    print(
      `${small.length} smaller ones`,
      small.reduce((sum, {bytes}) => sum + bytes, 0),
      small.reduce((sum, {length}) => sum + length, 0),
    );
}
