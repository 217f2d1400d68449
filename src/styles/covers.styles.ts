import {css} from 'lit';

/** Drawings and patterns: one hue, the family's. */
export const coverStyles = css`
  .pattern path {
    fill: none;
    stroke: currentColor;
    opacity: 0.2;
  }
  .pattern path + path {
    opacity: 0.5;
  }
  .drawn {
    --_page: var(--spass-background, Canvas);
    --_land: light-dark(
      color-mix(in srgb, var(--_family, CanvasText) 6%, var(--_page)),
      color-mix(in srgb, var(--_family, CanvasText) 12%, var(--_page))
    );
    --_sea: light-dark(
      color-mix(in srgb, var(--_family, CanvasText) 17%, var(--_page)),
      color-mix(in srgb, var(--_family, CanvasText) 24%, var(--_page))
    );
    background-color: var(--_sea);
    print-color-adjust: exact;
    fill: none;
    stroke: currentColor;
    stroke-width: 0.75;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .drawn .waterline {
    stroke: color-mix(in srgb, currentColor 38%, var(--_page));
  }
  .drawn .sea {
    stroke: var(--_sea);
  }
  .drawn .land {
    fill: var(--_land);
    stroke-width: 1.1;
  }
  .drawn .region {
    stroke: color-mix(in srgb, currentColor 24%, var(--_page));
    stroke-width: 0.6;
  }
  .drawn .border {
    stroke: color-mix(in srgb, currentColor 60%, var(--_page));
    stroke-dasharray: 4 2.5;
  }
  .drawn .town {
    stroke: color-mix(in srgb, currentColor 45%, var(--_page));
    stroke-width: 2.2;
  }
  .drawn .named {
    stroke-width: 4;
  }
  .drawn text {
    fill: color-mix(in srgb, currentColor 60%, var(--_ink));
    stroke: var(--_land);
    stroke-width: 0.25em;
    paint-order: stroke;
    font-family: var(--_heading-font);
  }
  .drawn .bar {
    stroke: color-mix(in srgb, currentColor 70%, var(--_ink));
    stroke-linecap: butt;
  }
  .drawn .territory {
    fill: color-mix(in srgb, currentColor 9%, transparent);
    stroke: color-mix(in srgb, currentColor 75%, var(--_page));
  }
  .drawn :is(.river, .hatch) {
    stroke: color-mix(in srgb, currentColor 50%, var(--_page));
  }
  .drawn .disc {
    fill: color-mix(in srgb, currentColor 13%, transparent);
    stroke: none;
  }
  .drawn .circle {
    stroke: color-mix(in srgb, currentColor 52%, var(--_page));
  }
  .drawn .far {
    stroke: color-mix(in srgb, currentColor 26%, var(--_page));
    stroke-width: 0.6;
  }
  .drawn .neighbour {
    fill: var(--_land);
    stroke: color-mix(in srgb, currentColor 58%, var(--_page));
    stroke-width: 0.6;
  }
  .drawn .link {
    stroke-width: 1.3;
  }
  .drawn .field {
    stroke: color-mix(in srgb, currentColor 16%, transparent);
    stroke-width: 17;
  }
  .drawn .dot {
    stroke-width: 5.5;
  }
  .drawn .halo {
    stroke: var(--_land);
    stroke-width: 4.5;
  }
  .drawn .mark {
    fill: currentColor;
    stroke: none;
  }
  .drawn .member {
    fill: var(--_page);
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .drawn .own,
  .drawn .number {
    font-weight: bold;
  }
  .drawn .number {
    stroke: none;
    text-anchor: middle;
    font-family: inherit;
  }
  .drawn .own.number {
    fill: var(--_page);
  }
`;
