import {css} from 'lit';

/** Styles of the timeline in forced colours, which leave out fills: here they tell bars, bands and lines apart. */
export const timelineColourStyles = css`
  @media (forced-colors: active) {
    /* The fills, which forced colours would leave out. */
    .circa-key::before,
    .band-key::before {
      forced-color-adjust: none;
      --_other-fill: CanvasText;
    }
    .band-key::before {
      border-color: CanvasText;
      background-image: var(--_hatch);
    }
    .scale span::after {
      border-color: GrayText;
    }
    :is(:not(.programmes *).toggle, .zoom)[aria-pressed='true']:not(:focus-visible) {
      outline: 2px solid CanvasText;
    }
    .name::before,
    .bar::before,
    .bar::after,
    .bars::before {
      --_fill: CanvasText;
      --_band: GrayText;
      --_family: CanvasText;
      forced-color-adjust: none;
    }
    .name::before {
      opacity: 1;
    }
    @container (width >= 40em) {
      /* A transparent border would be drawn. */
      .parts > li {
        padding-block-start: 0.25em;
        border: 0;
      }
      /* Forced colours would leave out the branches, which are gradients. */
      .parts > li,
      .parts::before {
        --_colour: CanvasText;
        forced-color-adjust: none;
      }
      .parts > li > * {
        forced-color-adjust: auto;
      }
      .bars::before {
        border-color: CanvasText;
        background-image: var(--_hatch) !important;
      }
      /* With forced colours, browsers would draw a plate behind the text. */
      .bar.within {
        --_on-fill: Canvas;
        --_fill: CanvasText;
        forced-color-adjust: none;
      }
      .bar.within > .years {
        forced-color-adjust: auto;
      }
    }
    @container (width < 40em) {
      .bar:not(.undated)::after {
        border: 1px solid GrayText;
        background-color: Canvas;
      }
    }
    .lit .name::before {
      outline: 2px solid CanvasText;
    }
  }
`;
