import {css} from 'lit';

/** Label of a family: shape and text in its colour. */
export const familyStyles = css`
  .family {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    font-size: 0.8125em;
    font-weight: 600;
    letter-spacing: 0.04em;
    /* The API may return other families, of any length. */
    overflow-wrap: anywhere;
  }
  .shape {
    inline-size: 0.85em;
    block-size: 0.85em;
    flex: none;
    fill: currentColor;
  }
  .acteur {
    --_family: var(--_acteur);
  }
  .theme {
    --_family: var(--_theme);
  }
  .projet {
    --_family: var(--_projet);
  }
  .family,
  .shape {
    color: var(--_family, inherit);
  }
`;
