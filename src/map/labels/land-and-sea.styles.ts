import {svgPaint} from '../map.styles.js';

/** Letter-spaced names of seas, in italics, and of lands, in capitals. */
export const landAndSeaStyles = `
.spass-map .towns :is(.sea, .strait) {
  font-family: var(--_heading-font, inherit);
  font-style: italic;
  fill: color-mix(in srgb, #2f7fb2 62%, var(--_map-ink));
  stroke: ${svgPaint('var(--_map-water)')};
}
.spass-map .towns .sea { font-size: 25px; letter-spacing: .5em; }
.spass-map .towns .strait { font-size: 15px; letter-spacing: .28em; }
.spass-map .towns .area {
  font-family: var(--_heading-font, inherit);
  font-size: 12.5px;
  letter-spacing: .34em;
  text-transform: uppercase;
  fill: color-mix(in srgb, var(--_map-ink) 58%, var(--_map-land));
}
@media (forced-colors: active) {
  .spass-map .towns :is(.sea, .strait, .area) { fill: CanvasText; }
}
`;
