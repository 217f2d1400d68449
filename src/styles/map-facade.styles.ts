import {css} from 'lit';

/** Styles of the placeholder shown until a map has loaded. */
export const mapFacadeStyles = css`
  .facade {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.75em;
    padding: 1em;
    background-color: var(--_tint);
  }
  .facade svg {
    inline-size: 100%;
    /* Remaining height. WebKit resolves 100 % against the container, not the row. */
    flex: 1 1 0;
    min-block-size: 0;
    fill: none;
    stroke-width: 9px;
    stroke-linecap: round;
  }
  .facade path {
    vector-effect: non-scaling-stroke;
    color: var(--_family, var(--_muted));
    stroke: currentColor;
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
