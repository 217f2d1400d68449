import {css} from 'lit';

/** Styles of the placeholder shown until a map has loaded. */
export const mapFacadeStyles = css`
  .facade {
    position: absolute;
    inset: 0;
    background-color: var(--_tint);
  }
  .facade > :is(svg, .ground) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* An edge of paper around marks that overlap. */
  .facade > svg path {
    color: var(--_family, var(--_muted));
    fill: currentColor;
    stroke: color-mix(in srgb, var(--_paper) 100%, #0000);
    stroke-width: 3px;
    paint-order: stroke;
  }
  .facade .ask {
    position: absolute;
    inset-block-end: 0.75em;
    inset-inline: 1em;
    display: grid;
    gap: 0.75em;
    justify-items: center;
  }
  /* Its place depends on the drawing: it would jump. It waits for a second at most, after an error not at all. */
  .facade:not(.placed) .ask:not(:has([role='alert'])) {
    visibility: hidden;
  }
  .facade.top .ask {
    inset-block: 0.75em auto;
  }
  .facade p {
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .facade :is(.button, p) {
    background-color: var(--_paper);
  }
`;
