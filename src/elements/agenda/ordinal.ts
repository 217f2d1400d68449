import {css, html} from 'lit';

/** Renders a text with the ending of its French ordinals raised: the `er` of `1er mai`. */
export const renderOrdinals = (text: string): unknown =>
  text.split(/(?<=\b1)(er)\b/).map((part, i) => (i % 2 ? html`<sup>${part}</sup>` : part));

/** Raised endings, which do not move their line. */
export const ordinalStyles = css`
  sup {
    font-size: 0.625em;
    line-height: 0;
  }
`;
