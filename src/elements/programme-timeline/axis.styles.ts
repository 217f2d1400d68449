import {css} from 'lit';
import {dsfrFieldStyles} from '../../styles/dsfr-controls.styles.js';
import {familyStyles} from '../../styles/family.styles.js';
import {periodSliderStyles} from '../../styles/period-slider.styles.js';
import {timelineColourStyles} from '../../styles/timeline-colours.styles.js';
import {barStyles} from './bars.styles.js';
import {rowStyles} from './rows.styles.js';

/** Styles of the axis, above the list; from a width of 40em behind the bars, with programme names at the side. */
const axisStyles = css`
  .scale {
    position: relative;
    block-size: 2.75em;
    margin-inline: 1em;
    pointer-events: none;
  }
  .scale :is(span, i) {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--s) * 100%);
  }
  .scale span {
    display: flex;
    justify-content: center;
    inline-size: 0;
    font-size: 0.8125em;
    line-height: 2.75;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .scale span::after {
    content: '';
    position: absolute;
    inset-block: 2.75em 0;
    border-inline-start: 1px solid var(--_line);
  }
  .scale i {
    inset-block-start: 2.234375em;
    border-inline-start: 2px dotted var(--_today);
  }
  .scale i::before {
    content: attr(data-today);
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: -1px;
    font-size: 0.8125em;
    font-style: normal;
    font-weight: 600;
    line-height: 2.75;
    white-space: nowrap;
    color: var(--_today);
    translate: calc(var(--t) * -100%);
  }
  .scale i:dir(rtl)::before {
    translate: calc(var(--t) * 100%);
  }
  @media screen {
    .scale .covered {
      visibility: hidden;
    }
    .scale .covered::after {
      visibility: visible;
    }
  }
  .skeleton:not(.drawing) .frame {
    padding-block-start: 2.234375em;
  }
  @container (width >= 40em) {
    .years {
      white-space: nowrap;
    }
    .scale {
      position: absolute;
      inset-block: 0;
      inset-inline: var(--_label) 1em;
      block-size: auto;
      margin: 0;
    }
    .scale ~ .rows {
      padding-block-start: 2.234375em;
    }
    /* Without dates there is no axis above. */
    .rows:first-child > :first-child {
      border: 0;
    }
    .long {
      contain-intrinsic-block-size: auto calc(var(--n) * 2.225em + 1.2em);
    }
    .long .bar {
      contain-intrinsic-block-size: auto 1.5em;
    }
    .generation {
      display: grid;
      grid-template-columns: var(--_label) minmax(0, 1fr);
      padding-block: 0;
      padding-inline: 0 1em;
      border-block-start: 1px solid var(--_line);
    }
    .bare > .label {
      padding-block: 0.125em;
    }
    .bare > .label > .small {
      line-height: 1.2;
    }
    .bare > .bars {
      padding-block: 0;
    }
    /* Years at the edge of an axis that does not have them. */
    .bare:is(.early, .late) > .label {
      display: grid;
      grid-area: 1 / 1 / 2 / -1;
      grid-template-columns: subgrid;
      padding-inline-end: 0.5em;
    }
    .bare:is(.early, .late) > .bars {
      display: none;
    }
    .bare:is(.early, .late) .zoom {
      inset-inline: calc(var(--_label) - 24px - 0.75em) auto;
    }
    .bare:is(.early, .late) .label > details {
      grid-column: 1 / -1;
    }
    .bare.late > .label > .small {
      justify-self: end;
    }
    .skeleton .generation {
      gap: 0;
    }
    .skeleton .bone {
      margin: 0.75em 1em;
    }
    .zoom {
      display: block;
      position: absolute;
      inset-block-start: 0.625em;
      inset-inline-end: 0.75em;
    }
    .bare .zoom {
      inset-block-start: 0.125em;
    }
    .bars {
      --_height: 2em;
      align-content: start;
      gap: 0.375em;
      margin: 0 !important;
      padding-block: 0.625em;
      font-size: 0.9375em;
    }
    .bar {
      --_inset-start: 0px;
      --_inset-end: 0px;
      text-wrap: balance;
      min-block-size: var(--_height);
      padding-block: calc(var(--_height) / 2 - 0.75em);
    }
    /* The ends of a bar on the axis are its years, which appear when it is pointed at or focused: on the side without
       its label, or else above it, where they do not cover its label and button. */
    .dated .years {
      position: absolute;
      z-index: 2;
      inset-block: auto calc(100% - 0.125em);
      inset-inline-end: calc((1 - var(--e)) * 100%);
      padding-inline: 0.375em;
      border-radius: var(--_radius);
      color: var(--_ink);
      background-color: var(--spass-background, Canvas);
      box-shadow: 0 0 0 1px var(--_line);
    }
    .room-after:not(.after) .years,
    .room-before:not(.before, .room-after.within) .years {
      inset-block: calc(var(--_height) / 2 - 0.75em) auto;
    }
    .room-before:not(.before) .years {
      inset-inline-end: calc((1 - min(var(--s), var(--b, 1))) * 100% + 0.75em);
    }
    .room-after:not(.after) .years {
      inset-inline: calc(var(--e) * 100% + 0.75em) auto;
    }
    .room-end.after:not(.room-before) .years {
      inset: auto;
      margin-inline-start: calc(var(--_info) + 0.5em);
    }
    .short .rest,
    .bare .about,
    .dated:not(:hover, :focus-within) .years {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .bar a {
      text-decoration-color: var(--_line);
    }
    .name::before {
      inset-block-start: 0;
      block-size: var(--_height);
    }
    .within .name::before {
      block-size: 100%;
    }
    .within {
      --_focus: var(--_on-fill);
      padding-inline: calc(var(--s) * 100% + 0.625em + var(--_inset-start))
        calc(
          (1 - var(--e)) * 100% +
            max(0.5em + var(--_inset-end), var(--_info) + max(0.375em, var(--_inset-end)))
        );
      color: var(--_on-fill) !important;
    }
    .within .name,
    .within .info {
      color: inherit;
    }
    .within::before {
      background-color: currentColor !important;
    }
    .open::after {
      position: absolute;
      inset-block-start: 0.25em;
      inset-inline-end: 0.25em;
      color: var(--_ink);
    }
    /* Text starts and ends where the bar is opaque. */
    .circa {
      --_inset-start: 0.5em;
      --_inset-end: 0.5em;
    }
    .cut-after {
      --_inset-end: 2.5em;
    }
    .cut-before {
      --_inset-start: 2.5em;
    }
    .from {
      padding-inline-start: calc(var(--s) * 100%);
    }
    /* At the edge: the arrow and the years, then the name. */
    .from:not(.undated) .years {
      float: inline-start;
      margin-inline-end: 0.75em;
    }
    .after {
      padding-inline-start: calc(var(--e) * 100% + 0.5em);
    }
    .before,
    .to {
      padding-inline-end: calc((1 - var(--s)) * 100% + 0.5em + var(--_info));
      text-align: end;
    }
    .facts {
      margin-inline-start: min(var(--s) * 100%, 50%);
    }
  }
  /* In a narrow column the band on the axis shows the years of a programme without projects. */
  @media screen {
    @container (width >= 40em) and (width < 60em) {
      .bars {
        font-size: 0.875em;
      }
      .bare:not(.early, .late) > .label > .small {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  }
  @media print {
    .scale i::before {
      content: none;
    }
    .label {
      position: static;
    }
    /* The button at their end is not printed. */
    :not(.bare) > .label > .zoom + .small {
      margin-inline-end: 0;
    }
    /* Smaller than other texts, so that names fit beside their bars on the width of a sheet. */
    .frame {
      font-size: 0.9375em;
      print-color-adjust: exact;
    }
    .full {
      --_info: 0px;
    }
  }
`;

export const timelineStyles = [
  ...[familyStyles, periodSliderStyles, rowStyles, barStyles, axisStyles],
  ...[timelineColourStyles, dsfrFieldStyles],
];
