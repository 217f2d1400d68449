// Patches Lit for third-party pages, and shortens the compiled modules before minification.
import {patch} from './patch.mjs';

/**
 * Replacements by file of Lit. Lit counts its copies and keeps the metadata of standard decorators in globals, extends
 * `Symbol`, and calls hooks that it finds on `window`, where an element id could define them.
 */
const litPatches = {
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    ['const t=this[Symbol.metadata];if(null!==t){', 'const t=null;if(null!==t){'],
    ['const s=litPropertyMetadata.get(t);', 'const s=void 0;'],
    ['p=a.reactiveElementPolyfillSupport,', 'p=void 0,'],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', ';'],
    // Features that no widget uses: initializers, properties without decorators, initial values as defaults, and
    // converters other than boolean.
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    ['t.finalize(),void 0!==t.l&&(this.l=[...t.l]),', 't.finalize(),'],
    [',this.constructor.l?.forEach(t=>t(this))}', '}'],
    [
      'this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'false){}',
    ],
    ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
    [
      'i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))',
      'this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)',
    ],
    ['this[e]=r??this._$Ej?.get(e)??r', 'this[e]=r'],
    [
      'case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)',
      'case Boolean:t=t?l:null',
    ],
    [
      'case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}',
      'case Boolean:i=null!==t',
    ],
  ],
  // Every supported browser has adopted style sheets; a policy would refuse the fallback elements.
  '@lit/reactive-element/css-tag.js': [
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'true',
    ],
    // The style sheets contain no expressions: the check of their values is 0.15 kB.
    [/1===t\.length\?t\[0\]:e\.reduce\(.*?,t\[0\]\);/, 't[0];'],
    [
      'if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");',
      'this._$cssResult$=!0;',
    ],
  ],
  '@lit/reactive-element/decorators/property.js': [
    [
      /r=\(t=o,e,r\)=>\{const\{kind:n,metadata:i\}=r;.*?throw Error\("Unsupported decorator location: "\+n\)\};/,
      'r=()=>{throw Error("standard decorators")};',
    ],
  ],
  'lit-html/lit-html.js': [
    // MathML is not used.
    ['2===i?"<svg>":3===i?"<math>":""', '2===i?"<svg>":""'],
    ['2===i?"</svg>":3===i?"</math>":""', '2===i?"</svg>":""'],
    ['2===i||3===i){', '2===i){'],
    ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', 'B=0;'],
  ],
  // Both are created from one object, as since the first version of the protocol.
  '@lit/context/lib/controllers/context-consumer.js': [
    [
      'void 0!==s.context){const t=s;this.context=t.context,this.callback=t.callback,this.subscribe=t.subscribe??!1}else this.context=s,this.callback=i,this.subscribe=h??!1;',
      '!0){this.context=s.context,this.callback=s.callback,this.subscribe=s.subscribe??!1}',
    ],
  ],
  'lit-element/lit-element.js': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
      ';',
    ],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
};

export const litWithoutGlobals = () => ({
  name: 'lit-without-globals',
  transform(code, id) {
    const file = Object.keys(litPatches).find(path => id.endsWith(`/node_modules/${path}`));
    return file ? {code: patch(file, code, litPatches[file]), map: null} : null;
  },
});

const HELPER =
  /^var __decorate = \(this && this\.__decorate\) \|\| function \(decorators, target, key, desc\) \{\n[\s\S]*?\n\};\n/m;
const SHARED = '\0decorate';

/** TypeScript's decorator helper, for fields, accessors and methods only. */
const decorate = `export const decorate = (Class, key, ...decorators) => {
  const {prototype} = Class;
  let result = Object.getOwnPropertyDescriptor(prototype, key);
  for (const decorator of decorators.reverse()) result = decorator(prototype, key, result) || result;
  if (result) Object.defineProperty(prototype, key, result);
};`;

/** Decorated member in TypeScript's output. */
const DECORATED =
  /^__decorate\(\[\n([\s\S]*?)\n\], (\w+)\.prototype, ("\w+"), (?:void 0|null)\);$/gm;

/** Rollup plugin: one copy of the decorator helper per bundle instead of one per module, with a shorter call. */
export const sharedDecorator = () => ({
  name: 'one-decorator',
  resolveId: id => (id === SHARED ? id : null),
  load: id => (id === SHARED ? decorate : null),
  transform(code, id) {
    if (!HELPER.test(code)) return null;
    const shared = `import {decorate} from ${JSON.stringify(SHARED)};\n`;
    const shorter = code.replace(HELPER, '').replace(DECORATED, 'decorate($2, $3,\n$1);');
    if (shorter.includes('__decorate')) this.error(`${id}: decorators unknown to sharedDecorator`);
    return {code: shared + shorter, map: null};
  },
});

/** Calls `see` for every node of a syntax tree. */
const walk = (node, visit) => {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') walk(child, visit);
};

const MINIFIERS = {
  // HTML treats a line break with indentation as one space, except in <pre> and <textarea> (see below).
  html: text => text.replace(/\s*\n\s*/g, ' '),
  svg: text => text.replace(/\s*\n\s*/g, ' '),
  // Keeps strings, removes comments and insignificant white space.
  css: text =>
    text
      .replace(/("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\//g, (_, string) => string ?? '')
      .replace(/("[^"]*"|'[^']*')|\s+/g, (_, string) => string ?? ' ')
      .replace(
        /("[^"]*"|'[^']*')| ?([{};>]) ?|([,:(]) | (\))/g,
        (_, string, ...marks) => string ?? marks.slice(0, 3).find(Boolean),
      )
      .replace(/("[^"]*"|'[^']*')|;(?=\})|(?<![\d.])0(?=\.\d)/g, (_, string) => string ?? ''),
};

/** Rollup plugin: removes line breaks and comments from html``, svg`` and css`` templates. */
export const minifyTemplates = () => ({
  name: 'short-templates',
  transform(code, id) {
    if (id.includes('/node_modules/') || !/\b(?:html|svg|css)\s*`/.test(code)) return null;
    const edits = [];
    walk(this.parse(code), node => {
      if (node.type !== 'TaggedTemplateExpression' || !Object.hasOwn(MINIFIERS, node.tag.name))
        return;
      if (node.tag.name === 'css' && node.quasi.expressions.length > 0)
        this.error(
          `${id}: a style sheet with a value in it; litPatches has taken out what reads it`,
        );
      const texts = node.quasi.quasis.map(({start, end}) => code.slice(start, end));
      // An empty <textarea> contains no white space.
      if (/<pre\b|<textarea\b[^>]*>(?!<\/textarea>)/.test(texts.join('…')))
        this.error(
          `${id}: white space counts in <pre> and <textarea>; extend minifyTemplates first`,
        );
      node.quasi.quasis.forEach(({start, end}, i) =>
        edits.push([start, end, MINIFIERS[node.tag.name](texts[i])]),
      );
    });
    edits.sort(([a], [b]) => b - a);
    for (const [start, end, text] of edits) code = code.slice(0, start) + text + code.slice(end);
    return {code, map: null};
  },
});
