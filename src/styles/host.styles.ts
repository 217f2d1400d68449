import {css} from 'lit';

/** Base styles of all widgets: typography, with resets against inherited page styles. */
export const hostStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* Not on the host: page styles such as "all: unset" would override it. */
  .root {
    container-type: inline-size;
    /* Minimum width where the available width depends on the content, such as in a table cell: a size container
       contributes no width of its own. */
    contain-intrinsic-inline-size: min(15em, 70vw);
    color: var(--_ink);
    background-color: var(--spass-background, transparent);
    font-family: var(--_font);
    font-style: normal;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    overflow-wrap: break-word;
  }
  /* Content of the page keeps the direction of the page: through a slot it would inherit that of the widget. */
  :host(:dir(rtl)) slot {
    direction: rtl;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :is(h2, h3, h4, h5, h6, p, ul, ol, dl, dd, fieldset, figure) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  /* Limits bidirectional control characters to the text that contains them. */
  :is(a, span, time) {
    unicode-bidi: isolate;
  }
  .title {
    font-family: var(--_heading-font);
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }
  .small {
    font-size: 0.875em;
    line-height: 1.45;
    color: var(--_muted);
  }
  a {
    /* Target of at least 24 px, although the text is lower. */
    padding-block: 0.35em;
    color: var(--_link);
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Visible while it has the keyboard focus, in place of a control that was removed. */
  .sr[role='status']:focus-visible {
    z-index: 1;
    inline-size: auto;
    block-size: auto;
    padding: 0.25em 0.5em;
    clip-path: none;
    white-space: normal;
    color: CanvasText;
    background: Canvas;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    align-items: center;
    margin-block-start: 1em;
    font-size: max(0.8125em, 12px);
    /* Breaks words longer than the line, which would widen the page. */
    overflow-wrap: anywhere;
  }
  .foot > span:not(:last-child)::after {
    content: ' ·' / '';
  }
  .notice,
  .notices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    margin-block-end: 1em;
  }
  .notices .notice {
    margin-block-end: 0;
  }
  .notice,
  .failure,
  .empty {
    padding-block: 0.5em;
    border-block: 1px solid var(--_line);
  }
  .notice {
    margin-block-end: 1em;
  }
  .failure,
  .empty {
    display: grid;
    gap: 0.75em;
    justify-items: start;
    padding-block: 1.25em;
  }
  /* A drawing of rows: those that failed to load, or that could be there. */
  :is(.failure, .empty)::before {
    content: '';
    inline-size: min(18em, 100%);
    block-size: 5.75em;
    background-image:
      linear-gradient(var(--_bone, var(--_tint)) 2.5em, transparent 0),
      linear-gradient(
        transparent 0.625em,
        var(--_line) 0 0.875em,
        transparent 0 1.625em,
        var(--_line) 0 1.875em,
        transparent 0
      );
    background-position:
      0 0,
      3.25em 0;
    background-size:
      2.5em 3.25em,
      12em 3.25em;
    background-repeat: repeat-y;
    mask: linear-gradient(#000, #0002);
  }
  .failure::before {
    --_bone: var(--_line);
    mask: repeating-linear-gradient(135deg, #000 0 2px, transparent 0 5px);
  }
  .bone {
    display: block;
    border-radius: var(--_radius);
    background-color: var(--_tint);
    /* Not color, from which the tint is derived. */
    -webkit-text-fill-color: transparent;
    user-select: none;
  }
  .waiting {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  .waiting > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .waiting > .skeleton {
    grid-row: 2;
  }
  .waiting > .room {
    grid-row: 1 / 3;
    visibility: hidden;
  }
  .room + .skeleton {
    contain: size;
    overflow: clip;
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
  @media print {
    button,
    input,
    select,
    .tools {
      display: none !important;
    }
  }
`;

/** Buttons, fields and focus rings. */
export const controlStyles = css`
  /* Keeps elements with keyboard focus visible below a sticky page header. */
  :is(a, button, input, select, summary, textarea, [tabindex]) {
    scroll-margin-block: 100px 24px;
  }
  :is(a, button, input, select, summary, [tabindex]):focus-visible {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  :is(button, input, select) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    margin: 0;
  }
  .button,
  .field {
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  .button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    cursor: pointer;
    transition: background var(--_motion);
  }
  .button:hover {
    background-color: var(--_tint);
  }
  .button[aria-pressed='true'],
  .button[aria-expanded='true'] {
    border-width: 2px;
  }
  .button:disabled {
    color: var(--_muted);
    border-style: dashed;
    cursor: default;
  }
  .field {
    inline-size: 100%;
  }
  .quiet {
    min-block-size: 24px;
    padding: 0.125em 0.25em;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  @media (prefers-contrast: more) {
    .button,
    .field {
      border-width: 2px;
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true']:not(:focus-visible) {
      outline: 2px solid Highlight;
    }
  }
`;
