// Shorter names than the minifier's, where it doesn't look: in gzip -9 of the main script 0.4 kB for private names,
// 0.1 kB for what it shares with its parts.
const LETTERS = 'etsinroacldhupmfgvbwyxkqjzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const nameAt = index =>
  index < LETTERS.length
    ? LETTERS[index]
    : nameAt(Math.floor(index / LETTERS.length) - 1) + LETTERS[index % LETTERS.length];

/** The places of each private name in each class: `scopes` are the classes around a node, the innermost last. */
const collect = (node, scopes, found) => {
  if (node.type === 'PrivateIdentifier') {
    scopes
      .findLast(names => names.has(node.name))
      ?.get(node.name)
      .push(node);
    return;
  }
  if (node.type === 'ClassBody') {
    const own = node.body.filter(({key}) => key?.type === 'PrivateIdentifier');
    const names = new Map(own.map(({key}) => [key.name, []]));
    // Within a class the names of those around it hold too.
    found.push({names, taken: scopes.reduce((sum, {size}) => sum + size, 0)});
    scopes = [...scopes, names];
  }
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') collect(child, scopes, found);
};

/** Private names that start anew in each class: the minifier counts through a whole file. */
export const privateNames = () => ({
  name: 'private-names',
  renderChunk(code) {
    const classes = [];
    collect(this.parse(code), [], classes);
    const edits = classes.flatMap(({names, taken}) =>
      [...names.values()]
        .sort((a, b) => b.length - a.length)
        .flatMap((places, index) =>
          places.map(({start, end}) => [start, end, `#${nameAt(taken + index)}`]),
        ),
    );
    for (const [start, end, name] of edits.sort(([a], [b]) => b - a))
      code = code.slice(0, start) + name + code.slice(end);
    return {code, map: null};
  },
});

/** One assignment for all that a chunk exports, instead of one for each. */
export const oneExport = () => ({
  name: 'one-export',
  renderChunk(code) {
    const exported = [...code.matchAll(/^ *exports\.([\w$]+) = ([\w$]+);\n/gm)];
    if (exported.length < 2) return null;
    const names = exported.map(([, name, local]) => `${name}: ${local}`).join(', ');
    // They stand together, as the last of a chunk's own lines.
    const lines = exported.map(([line]) => line).join('');
    if (!code.includes(lines)) this.error('Rollup has put something between the exports');
    return {code: code.replace(lines, () => `Object.assign(exports, {${names}});\n`), map: null};
  },
});
