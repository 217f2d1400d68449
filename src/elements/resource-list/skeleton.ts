import {html, type TemplateResult} from 'lit';

/** As many bones as rows a reader may see at once. */
const MOST_BONES = 12;

/** The boxes that the list will have. */
export const renderSkeleton = (rows: number, hasFacets: boolean): TemplateResult => html`
  <div class="layout ${hasFacets ? 'faceted' : ''}">
    <div class="search"><span> </span><span class="bone field"></span></div>
    ${
      hasFacets
        ? html`<span class="bone button fold"></span>
            <div class="facets"><span class="bone"></span></div>`
        : ''
    }
    <div class="bar"></div>
    <div class="results">
      ${new Array<undefined>(Math.min(rows, MOST_BONES)).fill(undefined).map(
        () =>
          html`<div class="row">
            <div>
              <span class="bone kind">.</span><span class="bone title">.</span
              ><span class="bone text"></span>
            </div>
          </div>`,
      )}
    </div>
  </div>
`;
