import {html, type TemplateResult} from 'lit';

/** As many bones as events a reader may see at once. */
const MOST_BONES = 6;

/** The boxes that the agenda will have. */
export const skeleton = (events: number): TemplateResult =>
  html`<div class="bar"></div>
    <div class="days">
      ${new Array<undefined>(Math.min(events, MOST_BONES)).fill(undefined).map(
        () =>
          html`<div class="day">
            <span class="bone title">.</span>
            <div class="event">
              <span class="bone title">.</span><span class="bone text">.</span>
            </div>
          </div>`,
      )}
    </div>`;
