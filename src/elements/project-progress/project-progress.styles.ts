import {css} from 'lit';

export const styles = css`
  .root {
    --_action: var(--spass-progress-action, var(--_projet-fill));
    --_on-action: var(--spass-progress-on-action, var(--_on-fill));
  }
  :host([skin='dsfr']) .root {
    --_action: var(--spass-progress-action, light-dark(#000091, #8585f6));
    --_on-action: var(--spass-progress-on-action, light-dark(#fff, #000));
  }
  @media (prefers-contrast: more) and (forced-colors: none) {
    .root,
    :host([skin]) .root {
      --_action: var(--_projet);
      --_on-action: var(--_on-fill);
    }
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
  }
  .body > .title a {
    text-decoration: none;
  }
  .body > .title a:hover {
    text-decoration: underline;
  }

  /* Vertical line of phases; horizontal if there is enough space. */
  .phases {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .phase {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    padding-inline-start: 2.25em;
    padding-block-end: 1.25em;
    min-inline-size: 0;
  }
  .phase:last-child {
    padding-block-end: 0;
  }
  .phase::before {
    content: '';
    position: absolute;
    inset-block-start: 0.125em;
    inset-inline-start: 0.125em;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background-color: var(--_surface);
  }
  .phase:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.625em 0.125em;
    inset-inline-start: calc(0.75em - 1px);
    border-inline-start: 2px solid var(--_line);
  }
  .done::before {
    border-color: var(--_theme);
    background-color: var(--_theme);
  }
  .done:not(:last-child)::after {
    border-color: var(--_theme);
  }
  .now::before {
    border: 0.375em solid var(--_projet);
  }
  .next::before {
    border-style: dashed;
  }
  .state {
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.7;
  }
  .done .state {
    color: var(--_theme);
  }
  .now .state {
    color: var(--_projet);
  }
  .next .state,
  .next .what {
    color: var(--_muted);
  }
  .now .what {
    font-weight: 600;
  }
  .what ::slotted(*) {
    display: block !important;
    margin: 0 !important;
  }

  .acts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  .acts:not(:has(*)) {
    display: none;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
    align-content: start;
    justify-items: start;
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
  }
  .participation {
    border-inline-start: 3px solid var(--_action);
  }
  .participation.over {
    border-inline-start: 1px solid var(--_line);
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    font-weight: 600;
  }
  .when .small,
  .status {
    font-weight: 400;
  }
  .status {
    padding: 0 0.5em;
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    font-size: 0.875em;
  }
  .off time {
    text-decoration: line-through;
  }
  .text,
  .card p {
    max-inline-size: 66ch;
  }
  .card .button,
  .action {
    margin-block-start: 0.5em;
  }
  .action {
    display: inline-flex;
    align-items: center;
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 1.25em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background-color: var(--_action);
    color: var(--_on-action);
    font-weight: 600;
    overflow-wrap: anywhere;
    text-decoration: none;
  }
  .action:hover {
    text-decoration: underline;
  }
  /* The text colour of the link has no contrast with the page, on which the ring is drawn. */
  .action:focus-visible {
    outline-color: var(--_action);
  }

  .latest {
    display: grid;
    gap: 0.5em;
  }
  .latest li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .bone.title {
    inline-size: 60%;
    block-size: 1.4em;
  }
  .bone.line {
    block-size: 8em;
    margin-block-start: 1em;
  }

  @container (min-width: 40em) {
    .acts:has(.card + .card) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 52em) {
    .phases:not(.many) {
      grid-auto-flow: column;
      grid-template-columns: none;
      grid-auto-columns: minmax(0, 1fr);
    }
    .phases:not(.many) .phase {
      padding-block: 2.125em 0;
      padding-inline: 0 1.25em;
    }
    .phases:not(.many) .phase::before {
      inset-inline-start: 0;
    }
    .phases:not(.many) .phase:not(:last-child)::after {
      inset-block: calc(0.75em - 1px) auto;
      inset-inline: 1.625em 0.375em;
      border-inline-start: 0;
      border-block-start: 2px solid var(--_line);
    }
    .phases:not(.many) .done:not(:last-child)::after {
      border-color: var(--_theme);
    }
  }
  @media print {
    .action {
      padding: 0;
      background: none;
      color: inherit;
    }
    .card,
    .phase {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .done::before {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: CanvasText;
    }
    .now::before {
      border-color: Highlight;
    }
    .action {
      border-color: LinkText;
    }
  }
`;
