import {css} from 'lit';

/** Placeholders of texts, as lines instead of one surface. In the drawing of what has failed, the lines are dashed. */
export const skeletonTextStyles = css`
  .skeleton :is(.text, .facets .bone, .bone.title, .bone.kind) {
    border-radius: 0;
    background: linear-gradient(var(--_line) 50%, transparent 0) 0 0 / 100% 1.5em;
  }
  .drawing :is(.text, .card > .title) {
    border: 0 !important;
    background: conic-gradient(from 270deg at 50% 1px, var(--_edge) 25%, transparent 0) 0 0.75em /
      6px 1.5em !important;
  }
`;
