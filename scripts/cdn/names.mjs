// Shortens names that the minifier leaves: saves 0.4 kB of gzip -9 in the main script for private names, and 0.3 kB for
// exports shared with its parts.
const LETTERS = 'etsinroacldhupmfgvbwyxkqjzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const shortName = index =>
  index < LETTERS.length
    ? LETTERS[index]
    : shortName(Math.floor(index / LETTERS.length) - 1) + LETTERS[index % LETTERS.length];

/**
 * Collects the positions of each private name by class.
 *
 * `scopes` are the classes around a node, innermost last.
 */
const collectPrivateNames = (node, scopes, found) => {
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
    // Names of the enclosing classes are visible too.
    found.push({names, taken: scopes.reduce((sum, {size}) => sum + size, 0)});
    scopes = [...scopes, names];
  }
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') collectPrivateNames(child, scopes, found);
};

/** Rollup plugin: numbers private names per class; the minifier numbers them per file. */
export const shortPrivateNames = () => ({
  name: 'private-names',
  renderChunk(code) {
    const classes = [];
    collectPrivateNames(this.parse(code), [], classes);
    const edits = classes.flatMap(({names, taken}) =>
      [...names.values()]
        .sort((a, b) => b.length - a.length)
        .flatMap((places, index) =>
          places.map(({start, end}) => [start, end, `#${shortName(taken + index)}`]),
        ),
    );
    for (const [start, end, name] of edits.sort(([a], [b]) => b - a))
      code = code.slice(0, start) + name + code.slice(end);
    return {code, map: null};
  },
});

const EXPORT = /^ *exports\.[\w$]+ = ([\w$]+);\n/gm;

/**
 * Rollup plugin: shares exports of the main script with its parts as an array, accessed by index. A hundred assignments
 * to names take twice as much.
 */
export const sharedExportsAsArray = mainFile => ({
  name: 'shared-as-list',
  renderChunk(code, {fileName}, _options, {chunks}) {
    const shared = chunks[mainFile].exports;
    if (fileName !== mainFile)
      return {
        code: code.replace(/\bspassWidgets\.([\w$]+)/g, (_, name) => {
          if (!shared.includes(name))
            this.error(`${fileName} asks for ${name}, which is not shared`);
          return `spassWidgets[${shared.indexOf(name)}]`;
        }),
        map: null,
      };
    const local = new Map([...code.matchAll(EXPORT)].map(([line, name]) => [line, name]));
    // The assignments are adjacent, as the last lines of the script.
    const lines = [...local.keys()].join('');
    if (local.size !== shared.length || !code.includes(lines))
      this.error('Rollup writes exports in another way');
    const named = name => local.get([...local.keys()].find(line => line.includes(`.${name} =`)));
    return {
      code: code.replace(lines, () => `exports.push(${shared.map(named).join(', ')});\n`),
      map: null,
    };
  },
});
