import {html, type TemplateResult} from 'lit';

/** Renders the filter, a list and a map, as a drawing of what has failed to load. */
export const renderOutline = (): TemplateResult =>
  html`<div class="outline">
    <div class="bone"><i></i><i></i><i></i><i></i></div>
    <div>${[1, 2, 3].map(() => html`<p><i class="bone"></i><i></i><i></i></p>`)}</div>
    <svg class="bone" viewBox="0 0 100 48" preserveAspectRatio="xMidYMid slice">
      <path
        d="M0 39 8 36 10 24 26 18 46 8 64 0M36 13l4 7 11 7 7-1 7 11 11 2 5 9M46 8l9 5 12-2 13 5 20-3"
      />
    </svg>
  </div>`;
