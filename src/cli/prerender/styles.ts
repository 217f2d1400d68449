import {createHash} from 'node:crypto';
import type {CSSResult, ReactiveElement} from 'lit';
import {BROUGHT} from '../../data/brought.js';
import {element} from './markup.js';

/** What elements set on their nodes one by one, and the attribute that says so where a style attribute may not. */
const VARS = ['--s', '--e', '--n', '--_accent', '--_ratio', '--_at', '--_read', 'block-size'];
const attributeOf = (name: string): string => `data-v${name.replace(/^-*_?/, '-')}`;

/** The values that a node has of its own, as attributes. */
export function varsOf({style}: Element & {style?: CSSStyleDeclaration}): [string, string][] {
  return VARS.flatMap(name => {
    const value = style?.getPropertyValue(name).trim();
    return value ? [[attributeOf(name), value]] : [];
  });
}

/** What holds until the script has come: the host is as high as what it shows, and what can't work is not shown. */
const UNTIL_SCRIPT = `:host{min-block-size:0!important}@media (scripting:none){[inert],form :not(a,:has(a)){display:none!important}}`;

const squeeze = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();

type Styled = Pick<typeof ReactiveElement, 'elementStyles'>;

/** The style sheet of a tag, the same words in its file and in a fragment. */
export const sheetOf = ({elementStyles}: Styled): string =>
  squeeze(elementStyles.map(style => (style as CSSResult).cssText).join('\n')) + UNTIL_SCRIPT;

/** What a browser that knows `attr()` in all properties makes of the values that nodes have of their own. */
const FROM_ATTRIBUTES = VARS.map(
  name => `[${attributeOf(name)}]{${name}:attr(${attributeOf(name)} type(*))}`,
).join('');

/** What is in the file `spass-<noun>.css` of the CDN build. */
export const fileOf = (styled: Styled): string => sheetOf(styled) + FROM_ATTRIBUTES;

const hashOf = (algorithm: 'sha256' | 'sha384', text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/** The style sheet as a file beside the script, of which no other content is taken. */
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

/** The style sheet in the fragment, with the hash that a policy must allow. */
export function inlined(host: Element): {readonly html: string; readonly hash: string} {
  const text = sheetOf(host.constructor as unknown as Styled) + ownRules(host);
  return {html: `<style ${BROUGHT}>${text}</style>`, hash: hashOf('sha256', text)};
}

/** A rule for each value that some node has of its own. */
function ownRules({shadowRoot}: Element): string {
  const rules = new Set<string>();
  for (const node of shadowRoot?.querySelectorAll('[style]') ?? [])
    for (const [name, value] of varsOf(node)) {
      const property = VARS.find(one => attributeOf(one) === name) ?? '';
      // Of other signs a value might end the rule, or the element.
      if (/^[#\w.%/ -]+$/.test(value)) rules.add(`[${name}="${value}"]{${property}:${value}}`);
    }
  return [...rules].join('');
}
