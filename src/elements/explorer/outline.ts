import {html, type TemplateResult} from 'lit';

/** Renders the filter and two views, as a drawing of what has failed to load. */
export const renderOutline = (): TemplateResult =>
  html`<div class="outline">
    <span class="bone"></span><span class="bone"></span><span class="bone"></span>
  </div>`;
