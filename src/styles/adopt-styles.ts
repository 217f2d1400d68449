import {adoptStyles as adoptAsElements, type CSSResult} from 'lit';

/**
 * Adds the style sheets of code that is loaded on demand to the shadow tree of an element. On a page whose scripts hide
 * constructable style sheets from Lit (MooTools 1.4.5 does), they are `<style>` elements, as the widget's own.
 */
export function adoptStyles({shadowRoot}: Element, ...sheets: readonly CSSResult[]): void {
  if (!shadowRoot) return;
  const {adoptedStyleSheets: adopted} = shadowRoot;
  for (const sheet of sheets) {
    const {styleSheet} = sheet;
    if (!styleSheet) adoptAsElements(shadowRoot, [sheet]);
    else if (!adopted.includes(styleSheet)) adopted.push(styleSheet);
  }
}
