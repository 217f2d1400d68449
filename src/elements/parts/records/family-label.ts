import {html, type TemplateResult} from 'lit';
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

/** Paths of a circle, a hexagon and a square, in a 16 × 16 view box. */
const FAMILY_SHAPES: Readonly<Record<KnownFamily, string>> = {
  acteur: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  theme: 'M8 1.5 14 5v6l-6 3.5L2 11V5z',
  projet: 'M2.5 2.5h11v11h-11z',
};

/** Renders a family as shape and label, so that it is recognisable without colour. The colour comes from the class. */
export const renderFamilyLabel = (messages: Messages, family: Family | undefined): TemplateResult =>
  html`<span class="family ${isKnownFamily(family) ? family : ''}"
    >${renderFamilyShape(family)} ${familyName(messages, family)}</span
  >`;

export const renderFamilyShape = (family: Family | undefined): TemplateResult | '' =>
  isKnownFamily(family)
    ? html`<svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d=${FAMILY_SHAPES[family]} />
      </svg>`
    : '';
