import {createHash} from 'node:crypto';
import type {CSSResult, CSSResultOrNative, ReactiveElement} from 'lit';
import {PRERENDERED_ATTRIBUTE} from '../../../data/client/embedded-responses.js';
import {element} from './markup.js';

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

/** Rules until the script runs: the host is as high as its content, and controls are hidden if scripting is off. */
const BEFORE_SCRIPT_RULES = `:host{min-block-size:0!important}@media (scripting:none){[inert],form :not(a,:has(a)){display:none!important}}`;

const minify = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();

type StyleSheets = readonly CSSResultOrNative[];

/** Imports styles of the elements, by URL, so that the compiler does not check all elements again for the command line. */
async function importStyles(path: string): Promise<StyleSheets> {
  const url = new URL(`../../../${path}.styles.js`, import.meta.url).href;
  return Object.values((await import(url)) as Record<string, CSSResultOrNative>);
}

const fundingStyles = await importStyles('elements/parts/funding/funding');

/** Styles that come with code loaded on demand, of which a fragment may show something. */
const LATE_STYLES: Readonly<Record<string, StyleSheets>> = {
  'portal-cards': [...fundingStyles, ...(await importStyles('elements/portal-cards/layouts'))],
  'project-map': fundingStyles,
  'programme-timeline': fundingStyles,
  directory: fundingStyles,
  project: fundingStyles,
  'project-progress': fundingStyles,
  compare: [
    ...(await importStyles('elements/compare/picture-series')),
    ...(await importStyles('styles/covers')),
  ],
};

/** Class of an element; the styles of a lazy one come with its view, which `define/…` has imported. */
type Styled = Pick<typeof ReactiveElement, 'elementStyles'> & {
  readonly loadView?: () => {readonly styles?: StyleSheets};
};

/** Returns the style sheet of a tag, the same in its file and in a fragment. */
function styleSheetOf(styled: Styled, noun: string): string {
  const styles = [
    ...styled.elementStyles,
    ...(styled.loadView?.().styles ?? []),
    ...(LATE_STYLES[noun] ?? []),
  ];
  return minify(styles.map(style => (style as CSSResult).cssText).join('\n')) + BEFORE_SCRIPT_RULES;
}

/** Rules that read the values back from attributes, for browsers that support `attr()` in all properties. */
const ATTRIBUTE_RULES = NODE_PROPERTIES.map(
  name => `[${attributeOf(name)}]{${name}:attr(${attributeOf(name)} type(*))}`,
).join('');

/** Returns the content of the file `spass-<noun>.css` in the CDN build. */
export const styleSheetFile = (styled: Styled, noun: string): string =>
  styleSheetOf(styled, noun) + ATTRIBUTE_RULES;

const hashOf = (algorithm: 'sha256' | 'sha384', text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** Returns a link to the style sheet, with a hash of its content. */
export const renderStyleSheetLink = (base: string, noun: string, styled: Styled): string =>
  element(
    'link',
    [
      ['rel', 'stylesheet'],
      ['href', `${base.replace(/\/?$/, '/')}spass-${noun}.css`],
      ['integrity', hashOf('sha384', styleSheetFile(styled, noun))],
      ['crossorigin', 'anonymous'],
      [PRERENDERED_ATTRIBUTE, ''],
    ],
    '',
  );

/** Returns the style sheet as a style element, with the hash that a policy must allow. */
export function renderStyleElement(host: Element): {readonly html: string; readonly hash: string} {
  const noun = host.localName.replace('spass-', '');
  const text = styleSheetOf(host.constructor as unknown as Styled, noun) + nodeRules(host);
  return {html: `<style ${PRERENDERED_ATTRIBUTE}>${text}</style>`, hash: hashOf('sha256', text)};
}

/** Returns a rule for each value set on a node. */
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
