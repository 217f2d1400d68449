import {cpSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build, type InlineConfig} from 'vite';
import {root} from '../../scripts/setup.mjs';
import {appsFolder, runTool} from './install-package.js';

/** Folder of the built apps, one folder each. */
export const outFolder = join(root, '.cache/apps');
/** Snippets of the developer pages, as the build has written them. */
const snippetsFolder = join(root, 'dist/snippets');

export interface App {
  readonly name: string;
  /** Checks the types; returns the errors. */
  readonly check: () => string;
  /** Builds the app to `outFolder`. */
  readonly build: () => Promise<void>;
  /** Module for server-side rendering, for the apps whose HTML is then hydrated. */
  readonly server?: string;
  /** Paths of pages that show the snippets, relative to the app. */
  readonly snippetPages: readonly string[];
}

const TSC = join(root, 'node_modules/@typescript/native/bin/tsc');

const snippets = (name: string): readonly string[] =>
  readdirSync(join(snippetsFolder, name), {recursive: true, encoding: 'utf8'}).filter(file =>
    /\.\w+$/.test(file),
  );
/** Tags without `spass-`, as their pages are named. */
export const nouns = snippets('html').map(file => file.replace('.html', ''));

/** Copies the snippets of a framework into its app; their folder is not part of the repository. */
function copySnippets(name: string, folder: string): void {
  const target = join(appsFolder, name, folder);
  if (folder === 'snippets') rmSync(target, {recursive: true, force: true});
  cpSync(join(snippetsFolder, name), target, {recursive: true});
}

const runOrThrow = (folder: string, program: string, ...args: readonly string[]): void => {
  const problem = runTool(folder, program, ...args);
  if (problem) throw new Error(problem);
};

/** Returns the Vite configuration of an app, in addition to its own. */
const viteConfig = (name: string): InlineConfig => ({
  root: join(appsFolder, name),
  logLevel: 'error',
  base: `/${name}/`,
  // Data and pictures of the snippets.
  publicDir: join(root, 'dist/guide/developers'),
});

async function buildWithVite(name: string): Promise<void> {
  const pages = ['index.html', 'hydrated.html', 'snippets.html'];
  const files = readdirSync(join(appsFolder, name));
  await build({
    ...viteConfig(name),
    build: {
      outDir: join(outFolder, name),
      minify: false,
      emptyOutDir: true,
      rolldownOptions: {
        input: pages.filter(page => files.includes(page)).map(page => join(appsFolder, name, page)),
      },
    },
  });
}

/** Builds the server module of an app, and returns its path. */
export async function buildServer(name: string, file: string): Promise<string> {
  const outDir = join(outFolder, `${name}-server`);
  await build({
    ...viteConfig(name),
    ssr: {noExternal: true},
    build: {outDir, ssr: join(appsFolder, name, file), emptyOutDir: true},
  });
  const [built = ''] = readdirSync(outDir).filter(one => /^server\.m?js$/.test(one));
  return join(outDir, built);
}

const viteApp = (app: Omit<App, 'build' | 'snippetPages'>): App => ({
  ...app,
  snippetPages: ['snippets.html'],
  check() {
    copySnippets(app.name, 'snippets');
    return app.check();
  },
  build: () => buildWithVite(app.name),
});

const pascalCase = (noun: string): string =>
  noun.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Writes the component that shows all snippets of Angular. */
function writeAngularPage(): void {
  const imports = nouns.map(noun => `import {${pascalCase(noun)}} from './${noun}.component';`);
  const folder = join(appsFolder, 'angular/src/snippets');
  mkdirSync(folder, {recursive: true});
  writeFileSync(
    join(folder, 'snippets.component.ts'),
    `import {Component} from '@angular/core';
${imports.join('\n')}

@Component({
  selector: 'app-root',
  imports: [${nouns.map(pascalCase).join(', ')}],
  template: \`${nouns.map(noun => `<app-${noun} />`).join('')}\`,
})
export class Snippets {}
`,
  );
}

/** Apps in which the package is tested. */
export const APPS: readonly App[] = [
  {
    name: 'plain',
    snippetPages: [],
    check: () => runTool('', TSC, '-p', 'tsconfig.json'),
    build: () => buildWithVite('plain'),
  },
  viteApp({
    name: 'react',
    server: 'server.tsx',
    check: () => runTool('', TSC, '-p', 'tsconfig.json'),
  }),
  viteApp({
    name: 'vue',
    server: 'server.ts',
    check: () => runTool('', 'vue-tsc/bin/vue-tsc.js', '-p', 'vue/tsconfig.json'),
  }),
  viteApp({
    name: 'svelte',
    server: 'server.ts',
    check: () =>
      runTool(
        '',
        'svelte-check/bin/svelte-check',
        ...['--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      ),
  }),
  {
    name: 'angular',
    snippetPages: ['snippets/'],
    // Types, also of the templates, are checked by the build.
    check() {
      rmSync(join(appsFolder, 'angular/src/snippets'), {recursive: true, force: true});
      cpSync(join(snippetsFolder, 'angular'), join(appsFolder, 'angular/src/snippets'), {
        recursive: true,
      });
      writeAngularPage();
      return '';
    },
    async build() {
      runOrThrow('angular', '@angular/cli/bin/ng.js', 'build');
      const page = join(outFolder, 'angular');
      mkdirSync(join(page, 'snippets'), {recursive: true});
      cpSync(join(page, 'index.html'), join(page, 'snippets/index.html'));
    },
  },
  {
    name: 'next',
    snippetPages: nouns.map(noun => `${noun}.html`),
    check() {
      copySnippets('next', '');
      return '';
    },
    async build() {
      runOrThrow('next', 'next/dist/bin/next', 'build');
      cpSync(join(appsFolder, 'next/out'), join(outFolder, 'next'), {recursive: true});
    },
  },
  {
    name: 'astro',
    snippetPages: nouns.map(noun => `${noun}/`),
    check() {
      copySnippets('astro', '');
      return '';
    },
    async build() {
      runOrThrow('astro', 'astro/astro.js', 'build');
    },
  },
];
