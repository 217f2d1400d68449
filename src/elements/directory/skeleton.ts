import {html, nothing, type TemplateResult} from 'lit';

/** Upper bound on placeholders: more actors are rarely visible at once. */
const MAX_PLACEHOLDERS = 9;

/** Renders the placeholders of the directory, of one group if its actors are grouped. */
export const renderSkeleton = (actors: number, isGrouped: boolean): TemplateResult =>
  html`<div class="bar"><span class="bone field"></span></div>
    <div class="group">
      ${isGrouped ? html`<span class="bone title">.</span>` : nothing}
      <div class="actors">
        ${new Array<undefined>(Math.min(actors, MAX_PLACEHOLDERS)).fill(undefined).map(
          () =>
            html`<div class="actor">
              <article><span class="bone title">.</span><span class="bone text">.</span></article>
            </div>`,
        )}
      </div>
    </div>`;
