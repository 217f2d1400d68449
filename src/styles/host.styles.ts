import {css} from 'lit';

/** Base styles of all widgets: typography, with resets against inherited page styles. */
export const hostStyles = css`
  :host {
    display: block;
    /* The background of a skin extends beyond the text. On the root it would cover the text before it. */
    box-shadow: 0 0 0 var(--_margin, 0) var(--spass-background, transparent);
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
  /* Content of the page keeps the direction of the page: through a slot it would inherit the widget's. */
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
    row-gap: 0.25em;
    margin-block-start: 1em;
    font-size: max(0.8125em, 12px);
  }
  /* Facts with dots between them. A dot is before its fact, and cut off at the start of a line, where a focus ring is not. */
  .foot,
  .dotted {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.2em;
    align-items: baseline;
    /* Breaks words longer than the line, which would widen the page. */
    overflow-wrap: anywhere;
    clip-path: inset(-1em -0.5em);
  }
  :is(.foot, .dotted) > :not(p, .support) {
    position: relative;
    min-inline-size: 0;
  }
  :is(.foot, .dotted) > :not(p, .support) + :not(p, .support)::before {
    content: '·' / '';
    position: absolute;
    inset-inline-start: -0.75em;
  }
  .notice,
  .failure,
  .empty,
  .room + div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding-block-end: 0.5em;
  }
  .notice {
    margin-block-end: 1em;
    border-block-end: 1px solid var(--_line);
  }
  /* Mark of data that is old or incomplete, along the lines of the text: the dashes of what is missing. */
  .notice > span {
    padding-inline-start: 0.75em;
    border-inline-start: 2px dashed;
  }
  .retry {
    position: relative;
  }
  /* One sentence, a drawing, and the ways out: rows that are empty, or the outlines of what is missing. */
  .failure > p,
  .drawing,
  .empty > p,
  .empty::before {
    inline-size: 100%;
  }
  .empty:not(.small)::before {
    content: '';
    order: 1;
    /* Three rows of the skeleton of a list, so that the lines and buttons of neighbours are level. */
    block-size: 13.4em;
    background: linear-gradient(var(--_line) 1px, transparent 0) 0 3.75em / 100% 4.82em;
  }
  .empty > :not(p),
  .empty ::slotted(*) {
    order: 1;
  }
  .drawing {
    /* Lighter than controls: the sentence and the ways out come first. */
    --_edge: color-mix(in srgb, var(--_muted) 50%, transparent);
  }
  .drawing .bone {
    border: 1px dashed var(--_edge) !important;
    background: none !important;
    opacity: 1;
  }
  .bone {
    display: block;
    border-radius: var(--_radius);
    background-color: var(--_line);
    opacity: 0.6;
    /* Not color, from which the tint is derived. */
    -webkit-text-fill-color: transparent;
  }
  .waiting {
    display: grid;
    grid-template: auto 1fr / 100%;
  }
  .room + div {
    grid-area: 1 / 1;
    justify-content: space-between;
  }
  .waiting > .room {
    grid-area: 1 / 1 / 3;
    visibility: hidden;
  }
  /* Takes the room that the content of the page leaves. */
  .beneath {
    grid-area: 2 / 1;
    contain: size;
    overflow: hidden;
  }
  /* One height in all widgets, so that the buttons of neighbours are on one line. */
  .beneath > .skeleton,
  .drawing {
    max-block-size: 14em;
    overflow: hidden;
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
  @media print {
    /* Paper has no backgrounds, but would have this one as stripes. */
    :host {
      box-shadow: none;
    }
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
    border-color: var(--_button, var(--_edge));
    color: var(--_button);
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
    padding: 0.125em 0;
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
      outline: 2px solid CanvasText;
    }
  }
`;
