import {css} from 'lit';

/** Styles of the list, with a thin bar below each project. From a width of 40em see `axisStyles`. */
export const styles = css`
  :host {
    --_label: var(--spass-timeline-label, clamp(11em, 25cqi, 16em));
    --_today: var(--_projet);
    --_before: left;
    --_after: right;
  }
  :host(:dir(rtl)) {
    --_before: right;
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
  .tools {
    justify-content: space-between;
    margin-block-end: 0.75em;
  }
  .now::before {
    content: '';
    display: inline-block;
    block-size: 1em;
    margin-inline-end: 0.5em;
    border-inline-start: 2px dotted var(--_today);
    vertical-align: -0.125em;
  }
  .frame {
    position: relative;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  .beyond {
    margin-block-start: 0.75em;
  }
  .failure,
  .empty {
    margin-block-end: 1em;
  }
  .generation {
    padding: 0.875em 1em;
  }
  .generation + .generation {
    border-block-start: 1px solid var(--_line);
  }
  .label {
    position: relative;
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
  .more {
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }
  .scale,
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
  .zoom[aria-pressed='true'] {
    background-color: var(--_tint);
    box-shadow: 0 0 0 1px var(--_edge);
  }
  .bars,
  .parts {
    display: grid;
    grid-template-columns: 100%;
    /* WebKit does not update the height of automatic rows when the width changes. */
    grid-auto-rows: max-content;
    gap: 0.5em;
  }
  .bars:not(:empty) {
    margin-block-start: 0.75em;
  }
  .parts {
    gap: 0.25em;
    padding-inline-start: 1em;
    border-inline-start: 1px solid var(--_line);
    margin-block-start: 0.25em;
    font-size: 0.9375em;
  }
  .bar:is(.acteur, .theme, .projet)::before {
    content: '';
    display: inline-block;
    inline-size: 0.625em;
    block-size: 0.625em;
    margin-inline-end: 0.5em;
    background-color: var(--_family);
  }
  .bar.acteur::before {
    border-radius: 50%;
  }
  .bar.theme::before {
    clip-path: polygon(50% 0, 100% 25%, 100% 75%, 50% 100%, 0 75%, 0 25%);
  }
  .name {
    color: var(--_ink);
  }
  /* Takes no inline space, so that it never wraps alone; the label has padding for it. */
  .more {
    margin-inline: 4px -28px;
    vertical-align: middle;
  }
  .bar {
    --_more: 0px;
    padding-inline-end: var(--_more);
    color: var(--_muted);
  }
  /* With the text colour of the page, titles could not override a muted colour. */
  :host([skin='plain']) .bar {
    color: inherit;
  }
  .full {
    --_more: 28px;
  }
  .more::before {
    content: '';
    display: block;
    inline-size: 0.45em;
    block-size: 0.45em;
    margin: -0.15em auto 0;
    border: solid var(--_ink);
    border-block-width: 0 2px;
    border-inline-width: 0 2px;
    transform: rotate(45deg);
  }
  .more[aria-expanded='true']::before {
    margin-block-start: 0.15em;
    transform: rotate(225deg);
  }
  .more:hover,
  .zoom:hover {
    background-color: var(--_tint);
  }
  .facts {
    margin-block: 0.25em 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_line);
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
  .skeleton .bone + .bone {
    inline-size: 14%;
    block-size: 1.75em;
    margin-inline-start: calc(var(--s) * 100%);
  }
  @media screen {
    .long {
      content-visibility: auto;
      contain-intrinsic-block-size: auto calc(var(--n) * 4em + 4.75em);
    }
    .bar {
      position: relative;
      isolation: isolate;
    }
    .name::before {
      content: '';
      position: absolute;
      z-index: -1;
      inset-inline: calc(var(--s) * 100%) calc((1 - var(--e)) * 100%);
      border: 1px solid var(--_family, var(--_edge));
      border-radius: var(--_radius);
      background-color: color-mix(in srgb, var(--_family, currentColor) 14%, transparent);
    }
    .from .name::before,
    .to .name::before {
      content: none;
    }
    .circa .name::before {
      border-style: dashed;
      background-color: color-mix(in srgb, var(--_family, currentColor) 7%, transparent);
    }
    .cut-after .name::before,
    .cut-after > .bars::before {
      mask: linear-gradient(to var(--_before), transparent, #000 min(3em, 50%));
    }
    .cut-before .name::before,
    .cut-before > .bars::before {
      mask: linear-gradient(to var(--_after), transparent, #000 min(3em, 50%));
    }
    .lit .name::before,
    .name:hover::before {
      background-color: color-mix(in srgb, var(--_family, currentColor) 30%, transparent);
      border-style: solid;
      outline: 1px solid var(--_family, var(--_edge));
    }
    @container (max-width: 39.99em) {
      .legend > :not(.family) {
        display: none;
      }
      .bar {
        padding-block-end: 0.5em;
        padding-inline-start: 1.125em;
      }
      .bar::before {
        position: absolute;
        inset-block-start: 0.5em;
        inset-inline-start: 0;
      }
      .name {
        display: block;
      }
      .facts {
        margin-inline-start: 1.125em;
      }
      .bar:not(.undated)::after {
        content: '';
        position: absolute;
        inset: auto 0 0.125em;
        border-block-end: 1px solid var(--_line);
      }
      .name::before {
        inset-block-end: 0;
        block-size: 0.25em;
        border: 0;
        background-color: var(--_family, var(--_edge)) !important;
      }
      .circa .name::before {
        opacity: 0.6;
      }
    }
  }
  @media (forced-colors: active) {
    .scale span::after {
      border-color: GrayText;
    }
    .bar::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .lit .name::before,
    :is(.toggle, .zoom)[aria-pressed='true']:not(:focus-visible) {
      outline: 2px solid Highlight;
    }
    .zoom[aria-pressed='true'] svg {
      stroke: Highlight;
    }
  }
  @media print {
    .generation {
      break-inside: avoid;
    }
    .toggle,
    .toggle[aria-pressed='true'] {
      display: inline !important;
      box-shadow: none;
      background: none;
      text-decoration: none;
    }
  }
`;
