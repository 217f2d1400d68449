import js from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Properties that write markup or code from a string: text of an API would become HTML, and Trusted Types would refuse
 * it.
 */
const sinks = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map(property => ({
    property,
    message: 'Build nodes with textContent or a Lit template: no HTML from strings.',
  })),
  ...['write', 'writeln', 'execCommand'].map(property => ({
    object: 'document',
    property,
    message: 'Build nodes instead.',
  })),
  {property: 'createContextualFragment', message: 'Build nodes instead.'},
  {property: 'parseFromString', message: 'Build nodes instead.'},
];

/** Features that old libraries on the host page (Prototype, MooTools) replace or pollute. */
const hostilePages = [
  {
    selector: 'ForInStatement',
    message: "Some pages add enumerable properties to prototypes: use 'for…of Object.keys()'.",
  },
  {
    selector: "MemberExpression[object.name='Array'][property.name='from']",
    message: "Prototype.js and MooTools replace 'Array.from': spread instead.",
  },
  {
    selector:
      "ForOfStatement > CallExpression.right[callee.property.name='entries'][arguments.length=0]",
    message: "Prototype.js replaces the 'entries' of arrays: use 'forEach'.",
  },
];

/** Lit sets the attribute `style` at the first rendering, which `style-src 'self'` refuses. */
const inlineStyle =
  'Set properties of element.style instead: the strict policy refuses the attribute.';

const nodeGlobals = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ].map(name => [name, 'readonly']),
);

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      'storybook-static/**',
      'dist-site/**',
      'coverage/**',
      '.cache/**',
      'demo/public/**',
      'demo/pages/**',
      'integrations/**',
      'tests/**/fixtures/**',
      // Apps of other frameworks, and users of the built types, checked by their own tools.
      'tests/apps/**',
      'tests/repository/types/**',
    ],
  },
  // Rules that need types are in .oxlintrc.json: they take two thirds of the time of ESLint.
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    rules: {
      // Modules that load code lazily use `import()` types.
      '@typescript-eslint/consistent-type-imports': ['error', {disallowTypeAnnotations: false}],
      // Interfaces that extend those of the platform or of a framework.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        {allowInterfaces: 'with-single-extends'},
      ],
      // French typography uses no-break spaces.
      'no-irregular-whitespace': ['error', {skipStrings: true, skipTemplates: true}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {ignoreRestSiblings: true, argsIgnorePattern: '^_'},
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    plugins: {'lit-a11y': litA11y},
    settings: {wc: {elementBaseClasses: ['LitElement']}, 'lit-a11y': {litHtmlSources: true}},
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/attribute-names': 'off', // Public names are fixed; some are a single word.
      'lit/lifecycle-super': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/quoted-expressions': 'error',
      'lit/value-after-constraints': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-console': ['error', {allow: ['warn']}],
      'no-restricted-properties': ['error', ...sinks],
      'no-restricted-syntax': [
        'error',
        ...hostilePages,
        {selector: 'TemplateElement[value.raw=/ style=/]', message: inlineStyle},
        {
          selector: "ExportNamedDeclaration > VariableDeclaration[kind='let']",
          message:
            'Scripts of the CDN build copy exports: export a function that returns the value.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{name: 'lit/directives/style-map.js', message: inlineStyle}],
          patterns: ['lit/directives/unsafe-*', 'lit/static-html*', 'lit-html/directives/unsafe-*'],
        },
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      // Lit's base class implements every lifecycle callback.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['tests/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // Assertions of chai are property expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    ignores: ['tests/support/wait-until.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil'],
          message: 'Its limit of a second is too short on a busy machine: support/wait-until.js.',
        },
      ],
    },
  },
  {files: ['**/*.js', '**/*.mjs', '**/*.cjs'], languageOptions: {globals: nodeGlobals}},
  {
    files: ['bench/**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'HTMLElement',
          'InputEvent',
          'MessageChannel',
          'PerformanceObserver',
          'contest',
          'customElements',
          'document',
          'globalThis',
          'location',
          'requestAnimationFrame',
        ].map(name => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['portal/publish-assets/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'history', 'location'].map(name => [name, 'readonly']),
      ),
    },
  },
  {files: ['**/*.cjs'], languageOptions: {sourceType: 'commonjs', globals: {module: 'writable'}}},
);
