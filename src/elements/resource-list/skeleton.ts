import {html, type TemplateResult} from 'lit';

/** As many bones as rows a reader may see at once. */
const MOST_BONES = 12;

/** The boxes that the list will have. */
export const renderSkeleton = (rows: number): TemplateResult => html`
  <span class="bone field"></span>
  ${new Array<undefined>(Math.min(rows, MOST_BONES))
    .fill(undefined)
    .map(
      () =>
        html`<div class="row">
          <span class="bone kind">.</span><span class="bone title">.</span
          ><span class="bone text">.</span>
        </div>`,
    )}
`;
