import {createHash} from 'node:crypto';
import type {CSSResult, ReactiveElement} from 'lit';
import {BROUGHT} from '../../data/brought.js';
import {element} from './markup.js';

/**
 * Properties that elements set on single nodes, and the attribute that holds the value, since a policy may refuse style
 * attributes.
 */
const VARS = ['--s', '--e', '--n', '--_accent', '--_ratio', '--_at', '--_read', 'block-size'];
const attributeOf = (name: string): string => `data-v${name.replace(/^-*_?/, '-')}`;

/** Returns the values set on a node, as attributes. */
export function varsOf({style}: Element & {style?: CSSStyleDeclaration}): [string, string][] {
  return VARS.flatMap(name => {
    const value = style?.getPropertyValue(name).trim();
    return value ? [[attributeOf(name), value]] : [];
  });
}

/** Rules until the script runs: the host is as high as its content, and controls are hidden if scripting is off. */
const UNTIL_SCRIPT = `:host{min-block-size:0!important}@media (scripting:none){[inert],form :not(a,:has(a)){display:none!important}}`;

const squeeze = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();

type Styled = Pick<typeof ReactiveElement, 'elementStyles'>;

/** Returns the style sheet of a tag, the same in its file and in a fragment. */
export const sheetOf = ({elementStyles}: Styled): string =>
  squeeze(elementStyles.map(style => (style as CSSResult).cssText).join('\n')) + UNTIL_SCRIPT;

/** Rules that read the values back from attributes, for browsers that support `attr()` in all properties. */
const FROM_ATTRIBUTES = VARS.map(
  name => `[${attributeOf(name)}]{${name}:attr(${attributeOf(name)} type(*))}`,
).join('');

/** Returns the content of the file `spass-<noun>.css` in the CDN build. */
export const fileOf = (styled: Styled): string => sheetOf(styled) + FROM_ATTRIBUTES;

const hashOf = (algorithm: 'sha256' | 'sha384', text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** Returns a link to the style sheet, with a hash of its content. */
export const linkTo = (base: string, noun: string, styled: Styled): string =>
  element(
    'link',
    [
      ['rel', 'stylesheet'],
      ['href', `${base.replace(/\/?$/, '/')}spass-${noun}.css`],
      ['integrity', hashOf('sha384', fileOf(styled))],
      ['crossorigin', 'anonymous'],
      [BROUGHT, ''],
    ],
    '',
  );

/** Returns the style sheet as a style element, with the hash that a policy must allow. */
export function inlined(host: Element): {readonly html: string; readonly hash: string} {
  const text = sheetOf(host.constructor as unknown as Styled) + ownRules(host);
  return {html: `<style ${BROUGHT}>${text}</style>`, hash: hashOf('sha256', text)};
}

/** Returns a rule for each value set on a node. */
function ownRules({shadowRoot}: Element): string {
  const rules = new Set<string>();
  for (const node of shadowRoot?.querySelectorAll('[style]') ?? [])
    for (const [name, value] of varsOf(node)) {
      const property = VARS.find(one => attributeOf(one) === name) ?? '';
      // Other characters could end the rule or the style element.
      if (/^[#\w.%/ -]+$/.test(value)) rules.add(`[${name}="${value}"]{${property}:${value}}`);
    }
  return [...rules].join('');
}
