import {css} from 'lit';

/** Cards with the next meeting and the call for participation of a project. */
export const projectActStyles = css`
  .skeleton.drawing {
    mask: linear-gradient(#000 12em, #0000 14em);
  }
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
    /* The place may be the address of a call. */
    overflow-wrap: anywhere;
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
  /* The text colour of the link has no contrast with the page, on which the ring is drawn. With the element: styles of
     controls may be adopted later. */
  a.action:focus-visible {
    outline-color: var(--_action);
  }
  @container (width >= 40em) {
    .acts:has(.card + .card) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .acts {
      gap: 0.625em;
    }
    .card {
      gap: 0.125em;
      padding: 0.5em 0.75em;
      break-inside: avoid;
    }
    .action {
      min-block-size: 0;
      margin: 0;
      padding: 0;
      background: none;
      color: inherit;
    }
  }
  @media (forced-colors: active) {
    .action {
      border-color: LinkText;
    }
  }
`;
