import {css, html, type TemplateResult} from 'lit';
import {skeletonTextStyles} from '../../styles/skeleton-text.styles.js';
import {showsPart} from './shown-parts.js';

/** Upper bound on placeholders: more rows are rarely visible at once. */
const MAX_PLACEHOLDERS = 12;

export const renderSkeleton = (
  host: Parameters<typeof showsPart>[0],
  rows: number,
  hasFacets: boolean,
): TemplateResult => html`
  <div class="layout ${hasFacets ? 'faceted' : ''}">
    ${showsPart(host, 'search') ? html`<div class="search"><span> </span><span class="bone field"></span></div>` : ''}
    ${
      hasFacets
        ? html`<span class="bone button fold"></span>
            <div class="facets"><span class="bone"></span></div>`
        : ''
    }
    ${showsPart(host, 'count') || showsPart(host, 'sort') ? html`<div class="bar"></div>` : ''}
    <div class="results">
      ${new Array<TemplateResult>(Math.min(rows, MAX_PLACEHOLDERS)).fill(
        html`<div class="row">
          <div>
            <span class="bone mark"></span><span class="bone title">.</span
            ><span class="bone kind">.</span><span class="bone text about"></span>
          </div>
        </div>`,
      )}
    </div>
  </div>
`;

/** Placeholders of the list, and the drawing of a list that has failed to load. */
export const skeletonStyles = [
  skeletonTextStyles,
  css`
    /* Three rows that are whole, as high as the lines of an empty list. */
    :is(.beneath, .drawing) {
      --spass-list-gap: 1em;
      .layout.layout {
        display: block;
      }
      :is(.layout > :not(.results), .about) {
        display: none;
      }
      .bone:not(.mark) {
        block-size: 0.8em;
        margin-block: 0.25em;
      }
    }
    .skeleton :is(.bar, .fold, .field) {
      border-color: transparent;
    }
    .skeleton .field {
      background-color: var(--_line);
    }
    .skeleton .facets .bone {
      block-size: 24em;
    }
    .skeleton .title {
      inline-size: 70%;
    }
    .skeleton .kind {
      inline-size: 9em;
    }
    .skeleton .results {
      --_mark: 2em;
    }
    .skeleton .mark {
      block-size: 2.75em;
    }
    .skeleton .text {
      block-size: 3em;
    }
  `,
];
