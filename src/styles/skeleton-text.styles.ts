import {css} from 'lit';

/** Placeholders of texts, as lines instead of one surface. */
export const skeletonTextStyles = css`
  .skeleton :is(.text, .facets .bone, .card > .title) {
    background: linear-gradient(var(--_line) 50%, transparent 0) 0 0 / 100% 1.5em;
  }
`;
