import {html, type TemplateResult} from 'lit';
import {STARS} from './emblem-outline.js';

/** Renders the emblem of the European Union, in its own colours. */
export const renderEuEmblem = (name: string): TemplateResult =>
  html`<svg
    class="emblem"
    part="emblem"
    viewBox="0 0 54 36"
    width="54"
    height="36"
    role="img"
    aria-label=${name}
  >
    <path fill="#039" d="M0 0h54v36H0z"></path>
    <path fill="#fc0" d=${STARS}></path>
  </svg>`;
