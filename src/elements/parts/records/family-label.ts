import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Messages} from '../../../i18n/messages.js';
import {type Family, FAMILIES} from '../../../model/records.js';

/** Family with a shape, a colour and a label of its own. */
export type KnownFamily = (typeof FAMILIES)[number];

/** True if a family is one of the three known ones. The API may return others. */
export const isKnownFamily = (family: Family | undefined): family is KnownFamily =>
  (FAMILIES as readonly string[]).includes(family ?? '');

/** Returns the label of a family. An unknown family is returned unchanged. */
export const familyName = (messages: Messages, family: Family | undefined): string =>
  isKnownFamily(family) ? messages[family] : (family ?? '');

/** Circle, hexagon and square, in a 16 × 16 view box. */
const FAMILY_SHAPES: Readonly<Record<KnownFamily, SVGTemplateResult>> = {
  acteur: svg`<circle cx="8" cy="8" r="6"></circle>`,
  theme: svg`<path d="M8 1.5 14 5v6l-6 3.5L2 11V5z"></path>`,
  projet: svg`<path d="M2.5 2.5h11v11h-11z"></path>`,
};

/** Renders a family as shape and label, so that it is recognisable without colour. The colour comes from the class. */
export const renderFamilyLabel = (messages: Messages, family: Family | undefined): TemplateResult =>
  html`<span class="family ${isKnownFamily(family) ? family : ''}"
    >${renderFamilyShape(family)} ${familyName(messages, family)}</span
  >`;

export const renderFamilyShape = (family: Family | undefined): TemplateResult | '' =>
  isKnownFamily(family)
    ? html`<svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        ${FAMILY_SHAPES[family]}
      </svg>`
    : '';
