import {css} from 'lit';

/** One toggle per line, then all side by side. */
export const styles = css`
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  .toggle {
    position: relative;
    display: grid;
    grid-template: 'name count' auto 'mode mode' 1fr / minmax(0, 1fr) auto;
    gap: 0 0.75em;
    min-block-size: max(2.75em, 44px);
    padding: 0.625em min(1.125em, 7cqi);
    border: 0;
    border-block-end: 1px solid var(--_line);
    background: none;
    text-align: start;
    cursor: pointer;
    transition: background var(--_motion);
  }
  .toggle:last-child {
    border: 0;
  }
  .toggle:hover,
  .toggle[aria-pressed='true'] {
    background-color: var(--_tint);
  }
  .toggle[aria-pressed='true']:not(.all) {
    background-color: color-mix(in srgb, var(--_family) 9%, transparent);
  }
  /* Clear of the rounded corners. */
  .toggle[aria-pressed='true']::after {
    content: '';
    position: absolute;
    inset-block: 0.375em;
    inset-inline: 0 auto;
    inline-size: 3px;
    background-color: var(--_family, var(--_edge));
  }
  .toggle:focus-visible {
    outline-offset: -3px;
  }
  .rest {
    display: flow-root;
  }
  /* Reserves space for the footer, which is rendered with the counts. */
  .waiting .skeleton {
    padding-block-end: var(--_no-foot, var(--_foot, 7em));
  }
  .rest:has(.foot) {
    min-block-size: var(--_foot, 7em);
  }
  .rest > :is(.failure, .notice),
  .body > p {
    margin-block-start: 0.75em;
  }
  .skeleton .toggle {
    visibility: hidden;
  }
  /* The outline of a filter would be one empty line. */
  .failure > .drawing {
    display: none;
  }
  .name {
    display: flex;
    gap: 0.5em;
    overflow-wrap: anywhere;
    align-items: center;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .count {
    min-inline-size: 2.5ch;
    text-align: end;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .mode {
    grid-area: mode;
  }
  /* A family without results is quiet; it can still be chosen. */
  .none:not([aria-pressed='true']) .name {
    font-weight: 400;
    color: var(--_muted);
    > svg {
      opacity: 0.5;
    }
  }
  /* Large text on a narrow screen: the count below the name. */
  @container (width < 9em) {
    .toggle {
      grid-template: 'name' auto 'count' auto 'mode' 1fr / minmax(0, 1fr);
      padding-inline: 0.5em;
    }
    .name {
      gap: 0.25em;
      letter-spacing: 0;
    }
    .count {
      text-align: start;
    }
  }
  @container (width >= 20em) {
    .rest {
      --_foot: 5.625em;
    }
  }
  /* Two rows of two: four columns would break the names of families in large type. */
  @container (width >= 30em) {
    .rest {
      --_foot: 4.25em;
    }
  }
  @container (30em <= width < 44em) {
    fieldset {
      grid-template-columns: 1fr 1fr;
    }
    .toggle:nth-of-type(odd) {
      border-inline-end: 1px solid var(--_line);
    }
    .toggle:nth-of-type(3) {
      border-block-end: 0;
    }
  }
  @container (width >= 44em) {
    /* Tabs: the "all" button is as wide as its label, the others as their texts ask. */
    fieldset {
      grid-template-columns: max-content;
      grid-auto-columns: auto;
      grid-auto-flow: column;
      overflow: visible;
      border-width: 0 0 1px;
      border-radius: 0;
      background: none;
    }
    .toggle {
      grid-template-columns: auto 1fr;
      border: 0;
    }
    .count {
      text-align: start;
    }
    .toggle.all {
      padding-inline-start: 0;
    }
    .toggle[aria-pressed='true']:not(:hover, :root) {
      background: none;
    }
    .toggle[aria-pressed='true']::after {
      /* Clear of the focus ring. */
      inset-block: auto -3px;
      inset-inline: min(1.125em, 7cqi);
      inline-size: auto;
      block-size: 3px;
    }
    .all[aria-pressed='true']::after {
      inset-inline-start: 0;
      background-color: currentColor;
    }
  }
  @container (width >= 52em) {
    .rest {
      --_foot: 2.75em;
    }
  }
  /* A segmented control of the DSFR. */
  @container style(--spass-focus: #0a76f6) {
    fieldset {
      overflow: visible;
      max-inline-size: max-content;
      border-width: 1px;
    }
    fieldset,
    .toggle.toggle {
      border-radius: 4px;
    }
    .toggle.toggle {
      padding-inline: 1em;
      border: 0;
    }
    .mode {
      display: none;
    }
    .name {
      font-weight: 500;
      letter-spacing: 0;
    }
    .toggle[aria-pressed='true'] {
      background: none;
      box-shadow: inset 0 0 0 1px var(--_link);
      color: var(--_link);
      &::after {
        content: none;
      }
      .name {
        font-weight: 700;
      }
    }
  }
  @media print {
    /* Even an empty box would part a heading from what follows. */
    :host {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true']::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
