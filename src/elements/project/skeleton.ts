import {html} from 'lit';

/** Placeholder of a sheet: funding, title, text and facts. */
export const skeleton = html`<div class="bone support-bone"></div>
  <div class="bone title-bone"></div>
  <div class="bone text-bone"></div>
  <div class="bone text-bone"></div>`;
