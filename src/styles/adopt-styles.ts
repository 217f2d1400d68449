import type {CSSResult, LitElement} from 'lit';

/** Adds the style sheets of code that is loaded on demand to the shadow tree of an element. */
export function adoptStyles({shadowRoot}: LitElement, ...sheets: readonly CSSResult[]): void {
  for (const {styleSheet} of sheets)
    if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
}
