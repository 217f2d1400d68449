import parser from '@typescript-eslint/parser';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';

// Rules about templates and custom elements. All others are in .oxlintrc.json, which takes a tenth of the time.

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

export default defineConfig(
  {ignores: ['**/*', '!src/**']},
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    languageOptions: {parser},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
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
      'no-restricted-syntax': [
        'error',
        ...hostilePages,
        {
          selector:
            'ImportDeclaration[source.value="lit/directives/repeat.js"] > ImportSpecifier[local.name="repeat"]',
          message:
            'Use that of elements/parts/repeat.ts: Lit’s own leaves a comment for each entry.',
        },
        {
          selector: 'TemplateElement[value.raw=/ style=/]',
          message:
            'Set properties of element.style instead: the strict policy refuses the attribute.',
        },
        {
          selector: "ExportNamedDeclaration > VariableDeclaration[kind='let']",
          message:
            'Scripts of the CDN build copy exports: export a function that returns the value.',
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
);
