import {css} from 'lit';

/** Values of the attribute `skin`, the default first. Each but `plain` has a rule below. */
export const SKINS = ['plain', 'dsfr', 'caue'] as const;

/**
 * Skins, defined only as custom properties. `plain` applies if none is set: font and colours of the page, and tints
 * mixed from them.
 */
export const tokenStyles = css`
  :host {
    --_ink: var(--spass-ink, currentColor);
    --_muted: var(--spass-muted, color-mix(in srgb, currentColor 72%, transparent));
    --_line: var(--spass-line, color-mix(in srgb, currentColor 22%, transparent));
    --_edge: var(--spass-edge, color-mix(in srgb, currentColor 60%, transparent));
    --_tint: var(--spass-tint, color-mix(in srgb, currentColor 6%, transparent));
    --_surface: var(--spass-surface, transparent);
    --_link: var(--spass-link, currentColor);
    --_focus: var(--spass-focus, currentColor);
    --_acteur: var(--spass-acteur, color-mix(in srgb, var(--_acteur-fill) 75%, currentColor));
    --_theme: var(--spass-theme, color-mix(in srgb, var(--_theme-fill) 75%, currentColor));
    --_projet: var(--spass-projet, color-mix(in srgb, var(--_projet-fill) 75%, currentColor));
    --_acteur-fill: light-dark(#1f5fa6, #8ab8f0);
    --_theme-fill: light-dark(#2a7048, #7fcf9f);
    --_projet-fill: light-dark(#a3470f, #f0a878);
    --_other-fill: light-dark(#5b6468, #b7c0c4);
    --_on-fill: light-dark(#fff, #12181b);
    --_font: var(--spass-font, inherit);
    --_heading-font: var(--spass-heading-font, inherit);
    --_radius: var(--spass-radius, 0.375em);
    /* Every transition has this duration. A rule for all elements would double the time of style recalculation. */
    --_motion: var(--spass-motion, 150ms);
    --_ring: 2px;
  }
  /* Forced colours come with a contrast of their own. */
  @media (prefers-contrast: more) and (forced-colors: none) {
    :host {
      --_muted: var(--_ink);
      --_line: var(--_ink);
      --_edge: var(--_ink);
      --_link: var(--_ink);
      --_focus: var(--_ink);
      --_acteur: color-mix(in srgb, var(--_acteur-fill) 40%, var(--_ink));
      --_theme: color-mix(in srgb, var(--_theme-fill) 40%, var(--_ink));
      --_projet: color-mix(in srgb, var(--_projet-fill) 40%, var(--_ink));
      --_ring: 4px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
  :host(:is([skin='caue'], [skin='dsfr'])) {
    --_margin: 0.75em;
    --spass-acteur: var(--_acteur-fill);
    --spass-theme: var(--_theme-fill);
    --spass-projet: var(--_projet-fill);
  }
  :host([skin='caue']) {
    --spass-ink: light-dark(#1d2a2f, #e9ece6);
    --spass-muted: light-dark(#4d5a5f, #b4bdba);
    --spass-background: light-dark(#fbfaf6, #141a1d);
    --spass-surface: light-dark(#fbfaf6, #171e21);
    --spass-line: light-dark(#d9d5c7, #2f393d);
    --spass-edge: light-dark(#7d8480, #7f8b8c);
    --spass-tint: light-dark(#f1efe6, #1e272b);
    --spass-link: light-dark(#1d2a2f, #e9ece6);
    --spass-focus: light-dark(#1f5fa6, #8ab8f0);
    --spass-font: system-ui, sans-serif;
    --spass-heading-font: ui-serif, 'Iowan Old Style', Georgia, serif;
  }
  :host([skin='dsfr']) {
    --spass-ink: light-dark(#161616, #fff);
    --spass-muted: light-dark(#3a3a3a, #cecece);
    --spass-background: light-dark(#fff, #161616);
    --spass-surface: light-dark(#fff, #1e1e1e);
    --spass-line: light-dark(#ddd, #353535);
    --spass-edge: light-dark(#3a3a3a, #cecece);
    --spass-tint: light-dark(#f6f6f6, #242424);
    --spass-link: light-dark(#000091, #8585f6);
    --spass-focus: #0a76f6;
    --_button: var(--_link);
    --spass-font: Marianne, arial, sans-serif;
    --spass-heading-font: Marianne, arial, sans-serif;
    --spass-radius: 0;
  }
`;
