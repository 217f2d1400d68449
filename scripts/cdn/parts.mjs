// Decides which module goes into which script of the CDN build. Each target of `import()` begins a part, a script that
// is loaded on first use. A part contains all modules that it imports, except those of the scripts that are loaded
// before it; small modules that several parts need are copied into each, large ones are shared parts, loaded at the same
// time as the parts that need them.
import {readFileSync} from 'node:fs';
import {rollup} from 'rollup';

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

/** Returns the modules that are loaded from some modules, if the targets of `import()` in `closed` are not. */
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
 * Reads the parts of a script, by name, the script itself included. `outer` is the innermost script that is always
 * loaded before a part; `needs` are the shared parts to load with it, in the order in which they run; `modules` are the
 * ids of a script's own modules.
 *
 * @param nameOf Returns the name of the part of a module that is loaded by `import()`.
 * @param shared Modules of shared parts, by name. A part may need those before it.
 */
export const readParts = async (mainName, options, nameOf, shared) => {
  const graph = await readGraph(options);
  const main = [options.input];
  const inMain = reach(graph, main);
  const entries = new Map();
  for (const id of [...graph.values()].flatMap(({dynamicallyImportedIds: ids}) => ids))
    if (!inMain.has(id)) entries.set(nameOf(id), [...(entries.get(nameOf(id)) ?? []), id]);
  const parts = new Map([[mainName, {needs: [], modules: inMain}]]);
  /** Adds a part that is loaded after others. */
  const add = (name, ids, before, outer) => {
    const reached = reach(graph, ids);
    const loaded = [mainName, ...before].flatMap(other => [other, ...parts.get(other).needs]);
    const needs = Object.keys(shared).filter(
      other =>
        parts.has(other) && !loaded.includes(other) && shared[other].some(id => reached.has(id)),
    );
    const known = [...loaded, ...needs].map(other => parts.get(other).modules);
    const modules = [...reached].filter(id => !known.some(others => others.has(id)));
    parts.set(name, {outer, needs, entries: entries.get(name), modules: new Set(modules)});
  };
  for (const [name, ids] of Object.entries(shared))
    add(name, [...ids, ...(entries.get(name) ?? [])], [], mainName);
  /** Returns the parts that are always loaded before a part. */
  const outersOf = name =>
    [...entries.keys()].filter(other => {
      const reached = reach(graph, main, entries.get(other));
      return other !== name && !entries.get(name).some(id => reached.has(id));
    });
  const outers = new Map([...entries.keys()].map(name => [name, outersOf(name)]));
  for (const [name, all] of [...outers].sort(([, a], [, b]) => a.length - b.length)) {
    const outer = all.find(other => outers.get(other).length === all.length - 1) ?? mainName;
    if (!parts.has(name)) add(name, entries.get(name), all, outer);
  }
  return parts;
};

const COPY = '?for=';

/** Rollup plugin and option: puts the modules into their scripts, with copies where several scripts need one. */
export const splitIntoParts = parts => {
  const namesOf = id => [...parts.keys()].filter(name => parts.get(name).modules.has(id));
  const [main] = parts.keys();
  const scriptOf = id => {
    const names = namesOf(id);
    // Helpers of plugins are not files, so that they cannot be copied.
    return id.split(COPY)[1] ?? (names.length > 1 ? main : names[0]);
  };
  const plugin = {
    name: 'parts',
    async resolveId(source, importer, options) {
      if (!importer) return null;
      const found = await this.resolve(source, importer, {...options, skipSelf: true});
      const names = found ? namesOf(found.id) : [];
      if (names.length < 2) return found;
      let script;
      for (let own = scriptOf(importer); own && !script; own = parts.get(own).outer)
        script = [own, ...parts.get(own).needs].find(name => names.includes(name));
      script ??= names.find(name => parts.get(name).entries?.includes(found.id));
      return {...found, id: found.id + COPY + script};
    },
    load(id) {
      const [file, copy] = id.split(COPY);
      return copy ? readFileSync(file, 'utf8') : null;
    },
  };
  return {plugin, manualChunks: scriptOf};
};
