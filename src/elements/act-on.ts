import {html, nothing, type TemplateResult} from 'lit';
import type {SpokenText} from '../model/text.js';

/**
 * What a button does that is one of many alike, and, for ears, on what: in words rather than in a label, since a label
 * can't say that part of it is in another language.
 */
export const actOn = (act: unknown, {value, lang}: SpokenText, colon: string): TemplateResult =>
  html`${act}<span class="sr">${colon}<span lang=${lang ?? nothing}>${value}</span></span>`;
