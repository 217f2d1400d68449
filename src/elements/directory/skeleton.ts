import {html, type TemplateResult} from 'lit';

/** Upper bound on placeholders: more actors are rarely visible at once. */
const MAX_PLACEHOLDERS = 9;

/** Renders the placeholders of the directory. */
export const renderSkeleton = (actors: number): TemplateResult =>
  html`<div class="bar"><span class="bone field"></span></div>
    <div class="actors">
      ${new Array<undefined>(Math.min(actors, MAX_PLACEHOLDERS)).fill(undefined).map(
        () =>
          html`<div class="actor">
            <article><span class="bone title">.</span><span class="bone text">.</span></article>
          </div>`,
      )}
    </div>`;
