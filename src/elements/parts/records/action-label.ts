import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizedText} from '../../../model/text.js';

/**
 * Renders the label of a button that is repeated per record: its action, followed by the visually hidden record title.
 * Text instead of `aria-label`, because an attribute cannot mark part of itself as another language.
 */
export const actionLabel = (
  action: unknown,
  {value, lang}: LocalizedText,
  colon: string,
): TemplateResult =>
  html`${action}<span class="sr">${colon}<span lang=${lang ?? nothing}>${value}</span></span>`;
