import {css} from 'lit';

/** Styles of toolbar, rows and their labels. From a width of 40em see `axisStyles`. */
export const rowStyles = css`
  :host {
    --_label: var(--spass-timeline-label, clamp(13em, 25cqi, 18em));
    --_today: var(--_projet);
    --_after: right;
    --_hatch: repeating-linear-gradient(135deg, GrayText 0 1px, #0000 0 6px);
  }
  .root:dir(rtl) {
    --_after: left;
  }
  .tools,
  fieldset,
  label,
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  fieldset,
  label {
    gap: 0.5em;
  }
  .field {
    inline-size: 5.25em;
    padding-inline: 0.75em 0.25em;
  }
  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .legend .family {
    font-size: 1em;
    font-weight: 400;
  }
  .tools {
    justify-content: space-between;
    margin-block-end: 0.75em;
  }
  .band-key::before,
  .circa-key::before {
    content: '';
    display: inline-block;
    block-size: 1em;
    margin-inline-end: 0.5em;
    vertical-align: -0.125em;
  }
  .band-key::before {
    inline-size: 1.5em;
    border: 1px solid var(--_edge);
    background: color-mix(in srgb, currentColor 5%, transparent);
  }
  .circa-key::before {
    inline-size: 2.5em;
    background: linear-gradient(to right, transparent, var(--_other-fill) 35% 65%, transparent);
  }
  .frame {
    position: relative;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  .beyond,
  .more {
    margin-block-start: 0.75em;
  }
  .more {
    text-align: center;
  }
  .failure,
  .empty {
    margin-block-end: 1em;
  }
  .generation {
    padding: 0.75em 1em;
  }
  .generation + .generation {
    border-block-start: 1px solid var(--_line);
  }
  .label {
    position: relative;
  }
  /* A programme without projects takes one line if there is room. */
  .bare {
    padding-block: 0.25em;
  }
  .bare > .label {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  .dim .title {
    color: var(--_muted);
  }
  .toggle {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    text-decoration: underline dotted var(--_edge) 1px;
    text-underline-offset: 0.25em;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .toggle:hover {
    text-decoration-style: solid;
  }
  .toggle[aria-pressed='true'] {
    margin-inline: -0.375em;
    padding-inline: 0.375em;
    border-radius: var(--_radius);
    box-shadow: 0 0 0 1px var(--_edge);
    background-color: var(--_tint);
    text-decoration: none;
  }
  /* Below each other, boxes would touch: here the mark alone. */
  .programmes .toggle[aria-pressed='true'] {
    margin: 0;
    padding: 0;
    box-shadow: none;
    background: none;
    text-decoration: underline 1px;
  }
  .toggle[aria-pressed='true']::before {
    content: '✓ ' / '';
  }
  .programmes li {
    margin-block-start: 0.5em;
  }
  .programmes button {
    color: var(--_ink);
  }
  .programmes li > span {
    display: block;
  }
  .zoom,
  .info {
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }
  .zoom {
    display: none;
  }
  .zoom svg {
    display: block;
    margin: 4px;
    fill: none;
    color: var(--_muted);
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .zoom:is(:hover, [aria-pressed='true']) {
    background-color: var(--_tint);
  }
  .zoom[aria-pressed='true'] {
    box-shadow: 0 0 0 1px var(--_edge);
  }
  .skeleton .generation {
    display: grid;
    gap: 0.5em;
    align-content: start;
    block-size: 7em;
  }
  .skeleton .bone {
    inline-size: 7em;
    block-size: 1.25em;
  }
  .drawing .frame {
    border: 1px dashed var(--_edge);
  }
  .drawing .generation {
    block-size: calc((14em - 2px) / 3);
  }
  .beneath .generation {
    block-size: 3.9em;
  }
  :is(.beneath, .drawing) .generation:nth-child(n + 4) {
    display: none;
  }
  .skeleton .bone + .bone {
    inline-size: 14%;
    block-size: 1.75em;
    margin-inline-start: calc(var(--s) * 100%);
  }
  /* Texts of programmes do not stretch their rows: facts follow a name on its line if there is room. */
  @container (width >= 40em) {
    .label {
      position: sticky;
      inset-block-start: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      align-items: baseline;
      align-self: start;
      padding: 0.625em 1em;
    }
    /* Name and years on one line, before the button at its end. */
    :not(.bare) > .label > :is(.title, .small) {
      max-inline-size: calc(100% - 2em);
    }
    :not(.bare) > .label > .zoom + .small {
      margin-inline-end: 2em;
    }
    .label > :is(.programmes, details) {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    .programmes {
      font-size: 0.8125em;
    }
    .programmes li {
      display: flex;
      flex-wrap: wrap;
      column-gap: 0.5em;
      align-items: baseline;
      margin-block-start: 0;
      line-height: 1.2;
      overflow-wrap: anywhere;
    }
    .strand-kind {
      display: none;
    }
  }
  @media screen {
    .long {
      content-visibility: auto;
      contain-intrinsic-block-size: auto calc(var(--n) * 4em + 4.75em);
    }
    .long .bar {
      contain-intrinsic-block-size: auto 3em;
    }
    /* Of a long row near the window, only the bars near it. What is beside the box of a bar in use would be cut. */
    .long .bar:not(:hover, :focus-within, .lit) {
      content-visibility: auto;
    }
  }
  @media print {
    .more {
      display: none;
    }
    .generation {
      break-inside: avoid;
    }
    /* A title ends its row: it would keep the row with the next one, and so all rows together. */
    .label > .title {
      break-after: auto;
    }
    .toggle.toggle {
      display: inline !important;
      box-shadow: none;
      background: none;
      text-decoration: none;
    }
  }
`;
