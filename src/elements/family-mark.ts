import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Messages} from '../i18n/messages.js';
import {type Family, FAMILIES} from '../model/records.js';

type KnownFamily = (typeof FAMILIES)[number];

/** Whether a family is one of the three; the API may name others. */
export const isFamily = (family: Family | undefined): family is KnownFamily =>
  (FAMILIES as readonly string[]).includes(family ?? '');

/** The word of a family; one that we don't know is its own word. */
export const familyName = (messages: Messages, family: Family | undefined): string =>
  isFamily(family) ? messages[family] : (family ?? '');

/** Circle, hexagon, square: in a box of 16 by 16. */
export const FAMILY_SHAPES: Readonly<Record<KnownFamily, SVGTemplateResult>> = {
  acteur: svg`<circle cx="8" cy="8" r="6"></circle>`,
  theme: svg`<path d="M8 1.5 14 5v6l-6 3.5L2 11V5z"></path>`,
  projet: svg`<path d="M2.5 2.5h11v11h-11z"></path>`,
};

/** A family as a reader tells it: its shape, then its word. Colour comes last, from the class. */
export const familyMark = (messages: Messages, family: Family | undefined): TemplateResult =>
  html`<span class="family ${isFamily(family) ? family : ''}"
    >${familyShape(family)} ${familyName(messages, family)}</span
  >`;

export const familyShape = (family: Family | undefined): TemplateResult | '' =>
  isFamily(family)
    ? html`<svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        ${FAMILY_SHAPES[family]}
      </svg>`
    : '';
