// Plugin for Web Test Runner that bundles all test files with the modules that they import. A page then fetches and
// compiles one script, kept by the browser for the next page, instead of some hundred modules.
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import {build} from 'esbuild';
import {root} from '../setup.mjs';
import {delayBundle} from './delays.mjs';

/** Address of the bundle, which a browser that lasts longer than a run must not take from its cache. */
const BUNDLE = `/browser-tests-${Date.now()}.js`;

/** Replaces `import.meta.url` by the address of the module itself, since a bundle has one address for all. */
const moduleUrls = {
  name: 'module-urls',
  setup({onLoad}) {
    onLoad({filter: /\/(?:src|stories|tests)\/.*\.ts$/}, async ({path}) => {
      const contents = await readFile(path, 'utf8');
      if (!contents.includes('import.meta.url')) return undefined;
      const url = `(location.origin + ${JSON.stringify(`/${relative(root, path)}`)})`;
      return {contents: contents.replaceAll('import.meta.url', url), loader: 'ts'};
    });
  },
};

/** Bundles test files. A file runs, with its modules, when it is loaded: esbuild keeps modules of `import()` lazy. */
const bundleFiles = async files => {
  const entries = files.map(file => `${JSON.stringify(`/${file}`)}: () => import('./${file}')`);
  const {outputFiles} = await build({
    stdin: {
      contents: `import './tests/support/loading-delay.js'; export const tests = {${entries.join()}};`,
      resolveDir: root,
    },
    outfile: `${root}${BUNDLE}`,
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development', 'browser'],
    external: ['/__web-dev-server__*'],
    // The field sideEffects of package.json is about src/ alone.
    ignoreAnnotations: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    define: {'process.env.TEST_SCOPE': JSON.stringify(process.env.TEST_SCOPE ?? 'all')},
    plugins: [moduleUrls],
    logLevel: 'error',
    tsconfig: `${root}tsconfig.json`,
  });
  return new Map(
    outputFiles.map(({path, text}) => [
      `/${relative(root, path)}`,
      path.endsWith('.js') ? delayBundle(text) : text,
    ]),
  );
};

/** Returns the plugin and the middleware. `files` are the test files that a run may load. */
export const bundleBrowserTests = files => {
  const paths = new Set(files.map(file => `/${file}`));
  let bundle;
  return {
    plugin: {
      name: 'bundle-browser-tests',
      serverStart({config}) {
        if (config.watch) throw new Error('Tests are bundled once: run them again instead.');
        const named = config.files?.filter(file => existsSync(file)) ?? [];
        const isNamed = named.length > 0 && named.length === config.files.length;
        bundle = bundleFiles(isNamed ? named.map(file => relative(root, file)) : files);
        // Reported by each page that needs it.
        bundle.catch(() => {});
      },
    },
    /** Answers before all plugins, since those would parse the bundle. */
    async middleware(context, next) {
      if (paths.has(context.path)) {
        context.type = 'js';
        context.body = `import {tests} from '${BUNDLE}'; await tests['${context.path}']();`;
        return;
      }
      const text = context.path.startsWith(BUNDLE) && (await bundle).get(context.path);
      if (!text) return next();
      context.type = 'js';
      context.set('Cache-Control', 'max-age=3600');
      context.body = text;
    },
  };
};
