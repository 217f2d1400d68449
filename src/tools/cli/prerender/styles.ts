import {createHash} from 'node:crypto';
import type {CSSResult, CSSResultOrNative, ReactiveElement} from 'lit';
import {PRERENDERED_ATTRIBUTE} from '../../../data/client/embedded-responses.js';
import {element, minifyCss} from './markup.js';

/**
 * Properties that elements set on single nodes, and the attribute that holds the value, since a policy may refuse style
 * attributes.
 */
const NODE_PROPERTIES = [
  '--s',
  '--e',
  '--n',
  '--_accent',
  '--_ratio',
  '--_at',
  '--_read',
  'block-size',
];
const attributeOf = (name: string): string => `data-v${name.replace(/^-*_?/, '-')}`;

/** Returns the values set on a node, as attributes. */
export function nodeValues({style}: Element & {style?: CSSStyleDeclaration}): [string, string][] {
  return NODE_PROPERTIES.flatMap(name => {
    const value = style?.getPropertyValue(name).trim();
    return value ? [[attributeOf(name), value]] : [];
  });
}

/** Rule until the script runs: the host is as high as its content. */
const BEFORE_SCRIPT_RULES = ':host{min-block-size:0!important}';

/** Rules for readers without scripting: controls, maps and empty frames are hidden, of a form all but its links. */
const NO_SCRIPT_RULES =
  '[inert],form :not(a,:has(a)),.stage,.where,.consent,.pages{display:none!important}' +
  'form :has(a):not(p){display:contents!important}form ::before{content:none!important}';

/** Two pictures side by side instead of one above the other. */
const PAIR_RULES =
  '.frame{display:grid!important;grid-template-columns:repeat(auto-fit,minmax(min(15em,100%),1fr));gap:.25em}' +
  ':is(.slide,.fade) .before{position:relative!important;clip-path:none!important;' +
  'aspect-ratio:var(--spass-compare-ratio,var(--_ratio,1.5))!important}' +
  '.fade .before img,.fade .before ::slotted(*){opacity:1!important}' +
  '.after .when{inset-inline:.75em auto!important}.divider{display:none!important}';

/** Further rules for readers without scripting, by tag: no room for what is hidden, and nothing waits for a step. */
const NO_SCRIPT_RULES_OF: Readonly<Record<string, string>> = {
  'portal-cards':
    'span.cover:empty{aspect-ratio:auto!important;block-size:100%!important;min-block-size:.5em!important}' +
    '.list .card:has(>span.cover:empty){grid-template-columns:.5em 1em 1fr!important}' +
    '@container (width >= 40em){:is(.grid>:only-child,.grid>:only-child>*).card:has(>span.cover:empty)' +
    '{grid-template-columns:.5em 1em 1fr 1em!important}}',
  compare: PAIR_RULES,
  'resource-list': '.facets{display:none!important}.layout{display:block!important}',
  'project-map':
    '.layout{display:block!important}.layout:not(:has(.list)){display:none!important}' +
    '.list{contain:none!important;border:0!important}',
  story:
    PAIR_RULES +
    '.beside:not(.lost),.contents,.progress{display:none!important}.reading{display:block!important;padding:0!important}' +
    '.step{min-block-size:0!important}.exhibit,.exhibit>.picture{position:static!important;inline-size:auto!important;' +
    'min-block-size:0!important;opacity:1!important}',
};

type StyleSheets = readonly CSSResultOrNative[];

/** Modules loaded on demand whose style sheets a fragment may need, by tag, in the order in which they are adopted. */
const FUNDING = 'elements/parts/funding/funding.styles';
const LANGUAGES = 'elements/parts/language-switch';
const LATE_MODULES: Readonly<Record<string, readonly string[]>> = {
  'portal-cards': [FUNDING, 'elements/portal-cards/layouts.styles', 'styles/covers.styles'],
  'project-map': [FUNDING],
  'programme-timeline': [FUNDING],
  'resource-list': ['elements/resource-list/chapters'],
  directory: [FUNDING],
  project: [FUNDING, 'styles/covers.styles', LANGUAGES, 'elements/project/poster.styles'],
  'project-progress': [FUNDING],
  portal: ['styles/host.styles', 'elements/portal/portal-foot', LANGUAGES],
  compare: ['elements/compare/picture-series.styles', 'styles/covers.styles'],
};

const isStyle = (value: unknown): value is CSSResult =>
  typeof (value as Partial<CSSResult> | undefined)?.cssText === 'string';

/**
 * Imports the style sheets that a module exports, by URL, so that the compiler does not check all elements again for the
 * command line.
 */
async function importStyles(path: string): Promise<StyleSheets> {
  const url = new URL(`../../../${path}.js`, import.meta.url).href;
  const styles = Object.values((await import(url)) as Record<string, unknown>).filter(isStyle);
  if (styles.length === 0) throw new Error(`${path} exports no style sheet`);
  return styles;
}

/** Style sheets that come with code loaded on demand, by tag. */
const LATE_STYLES = new Map(
  await Promise.all(
    Object.entries(LATE_MODULES).map(
      async ([noun, paths]) => [noun, (await Promise.all(paths.map(importStyles))).flat()] as const,
    ),
  ),
);

/** Class of an element; the styles of a lazy one come with its view, which `define/…` has imported. */
type Styled = Pick<typeof ReactiveElement, 'elementStyles'> & {
  readonly loadView?: () => {readonly styles?: StyleSheets};
};

/** Returns the style sheet of a tag, the same in its file and in a fragment. */
function styleSheetOf(styled: Styled, noun: string): string {
  const styles = [
    ...styled.elementStyles,
    ...(styled.loadView?.().styles ?? []),
    ...(LATE_STYLES.get(noun) ?? []),
  ];
  const css = minifyCss(styles.map(style => (style as CSSResult).cssText).join('\n'));
  const noScriptRules = NO_SCRIPT_RULES + (NO_SCRIPT_RULES_OF[noun] ?? '');
  return `${css}${BEFORE_SCRIPT_RULES}@media (scripting:none){${noScriptRules}}`;
}

/** Rules that read the values back from attributes, for browsers that support `attr()` in all properties. */
const ATTRIBUTE_RULES = NODE_PROPERTIES.map(
  name => `[${attributeOf(name)}]{${name}:attr(${attributeOf(name)} type(*))}`,
).join('');

/** Returns the content of the file `spass-<noun>.css` in the CDN build. */
export const styleSheetFile = (styled: Styled, noun: string): string =>
  styleSheetOf(styled, noun) + ATTRIBUTE_RULES;

const hashOf = (text: string): string =>
  `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Returns a link to the style sheet, with a hash of its content. */
export const renderStyleSheetLink = (base: string, noun: string, styled: Styled): string =>
  element(
    'link',
    [
      ['rel', 'stylesheet'],
      ['href', `${base.replace(/\/?$/, '/')}spass-${noun}.css`],
      ['integrity', hashOf(styleSheetFile(styled, noun))],
      ['crossorigin', 'anonymous'],
      [PRERENDERED_ATTRIBUTE, ''],
    ],
    '',
  );

/** Styles of a fragment as HTML, with the hashes that a policy must allow. */
export interface InlineStyles {
  readonly html: string;
  readonly hashes: readonly string[];
}

/**
 * Returns the style sheet as a style element. Its text is that of the file, so that a policy can allow it by the hash in
 * `sri.json`, which no record changes. The values of nodes are in a second element, if there are any.
 */
export function renderStyleElements(host: Element): InlineStyles {
  const noun = host.localName.replace('spass-', '');
  const texts = [styleSheetFile(host.constructor as unknown as Styled, noun), nodeRules(host)];
  const used = texts.filter(Boolean);
  return {
    html: used.map(text => `<style ${PRERENDERED_ATTRIBUTE}>${text}</style>`).join(''),
    hashes: used.map(text => hashOf(text)),
  };
}

/** Returns a rule for each value set on a node, for browsers without `attr()` in all properties. */
function nodeRules({shadowRoot}: Element): string {
  const rules = new Set<string>();
  for (const node of shadowRoot?.querySelectorAll('[style]') ?? [])
    for (const [name, value] of nodeValues(node)) {
      const property = NODE_PROPERTIES.find(one => attributeOf(one) === name) ?? '';
      // Other characters could end the rule or the style element.
      if (/^[#\w.%/ -]+$/.test(value)) rules.add(`[${name}="${value}"]{${property}:${value}}`);
    }
  return [...rules].join('');
}
