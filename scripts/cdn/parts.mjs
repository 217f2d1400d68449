// Decides which module goes into which script of the CDN build. Each target of `import()` begins a part, a script that
// is loaded on first use. A part contains all modules that it imports, except modules of scripts that are loaded
// before it; small modules that several parts need are copied into each, large ones are shared parts, loaded at the same
// time as the parts that need them. Rollup's own chunks copy nothing: each set of parts that share a module would be a
// script of its own. A copy is a module with another id, as Rollup's maintainers suggest; to be removed when Rollup has
// an option for it (https://github.com/rollup/rollup/issues/3927).
import {readFileSync} from 'node:fs';
import {rollup} from 'rollup';

const COPY = '?for=';

/** Reads the graph of modules: static imports and `import()` by id. */
const readGraph = async options => {
  const graph = new Map();
  const reader = {
    name: 'graph',
    buildEnd() {
      // Sorted: the order in which modules have loaded differs from build to build.
      for (const id of [...this.getModuleIds()].sort()) graph.set(id, this.getModuleInfo(id));
    },
  };
  const plugins = [...options.plugins, reader];
  await (await rollup({...options, plugins, treeshake: false})).close();
  return graph;
};

/** Returns the modules that are loaded from some modules; with `closed`, also by `import()`, except of those. */
const reach = (graph, start, closed) => {
  const found = new Set(start);
  for (const id of found) {
    const {importedIds, dynamicallyImportedIds} = graph.get(id);
    for (const next of importedIds) found.add(next);
    if (!closed) continue;
    for (const next of dynamicallyImportedIds) if (!closed.includes(next)) found.add(next);
  }
  return found;
};

/**
 * Reads the scripts of the build, by name, the main one first: `entries` are the modules that are loaded by `import()`,
 * `modules` a script's own modules, `scripts` itself and those loaded with or before it, the main one last.
 */
const readScripts = async (mainName, options, nameOf, shared) => {
  const graph = await readGraph(options);
  const main = reach(graph, [options.input]);
  const scripts = new Map([[mainName, {entries: [], modules: main, scripts: [mainName]}]]);
  const entries = {};
  for (const id of [...graph.values()].flatMap(({dynamicallyImportedIds: ids}) => ids))
    if (!main.has(id)) (entries[nameOf(id)] ??= []).push(id);
  const add = (name, ids, outer) => {
    const reached = reach(graph, ids);
    const before = scripts.get(outer).scripts;
    const needs = Object.keys(shared).filter(
      other => !before.includes(other) && shared[other].some(id => reached.has(id)),
    );
    const loaded = [...needs.filter(other => scripts.has(other)), ...before];
    const modules = [...reached].filter(
      id => !loaded.some(other => scripts.get(other).modules.has(id)),
    );
    scripts.set(name, {entries: ids, modules: new Set(modules), scripts: [name, ...loaded]});
  };
  for (const [name, ids] of Object.entries(shared))
    add(name, [...ids, ...(entries[name] ?? [])], mainName);
  /** Returns the parts without which a part cannot be reached, the outermost first. */
  const outersOf = name =>
    Object.keys(entries).filter(other => {
      const reached = reach(graph, [options.input], entries[other]);
      return other !== name && !entries[name].some(id => reached.has(id));
    });
  const outers = Object.fromEntries(Object.keys(entries).map(name => [name, outersOf(name)]));
  const byDepth = (a, b) => outers[a].length - outers[b].length;
  for (const name of Object.keys(entries).sort(byDepth))
    if (!scripts.has(name)) add(name, entries[name], outers[name].sort(byDepth).at(-1) ?? mainName);
  return scripts;
};

/**
 * Returns a Rollup plugin and an option that put the modules into their scripts, with copies where several scripts need
 * one.
 *
 * @param mainName Name of the main script, which `options` build.
 * @param nameOf Returns the name of the part of a module that is loaded by `import()`.
 * @param shared Modules of shared parts, by name. A part may need those before it.
 */
export const splitIntoParts = async (mainName, options, nameOf, shared) => {
  const scripts = await readScripts(mainName, options, nameOf, shared);
  const namesOf = id => [...scripts.keys()].filter(name => scripts.get(name).modules.has(id));
  const scriptOf = id => {
    const names = namesOf(id);
    // Helpers of plugins are not files, so that they cannot be copied.
    return id.split(COPY)[1] ?? (names.length > 1 ? mainName : names[0]);
  };
  const plugin = {
    name: 'parts',
    async resolveId(source, importer, options) {
      const found = importer && (await this.resolve(source, importer, options));
      const names = found ? namesOf(found.id) : [];
      if (names.length < 2) return found || null;
      const script =
        scripts.get(scriptOf(importer)).scripts.find(name => names.includes(name)) ??
        names.find(name => scripts.get(name).entries.includes(found.id));
      return {...found, id: found.id + COPY + script};
    },
    load(id) {
      const [file, copy] = id.split(COPY);
      return copy ? readFileSync(file, 'utf8') : null;
    },
  };
  return {plugin, manualChunks: scriptOf};
};
