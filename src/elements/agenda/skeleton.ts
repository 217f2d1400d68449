import {html, type TemplateResult} from 'lit';

/** Upper bound on placeholders: more events are rarely visible at once. */
const MAX_PLACEHOLDERS = 6;

const renderDays = (events: number): TemplateResult =>
  html`<div class="days">
    ${new Array<undefined>(Math.min(events, MAX_PLACEHOLDERS)).fill(undefined).map(
      () =>
        html`<div class="day">
          <span class="bone title">.</span>
          <div class="event"><span class="bone title">.</span><span class="bone text">.</span></div>
        </div>`,
    )}
  </div>`;

/** Renders the placeholders of the agenda. */
export const renderSkeleton = (events: number): TemplateResult =>
  html`<div class="bar"></div>
    ${renderDays(events)}`;

/** Renders the placeholders of past events, below those to come. */
export const renderPastSkeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true" inert>${renderDays(2)}</div>
    <p class="sr">${loading}</p>`;
