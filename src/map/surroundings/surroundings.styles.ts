/** Styles of the circles of distance and of the small map. */
export const surroundingsStyles = `
.spass-map .distances {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: visible;
  pointer-events: none;
  font-size: 11px;
  text-anchor: middle;
}
.spass-map .distances circle {
  fill: color-mix(in srgb, var(--_projet-fill) 4%, #0000);
  stroke: color-mix(in srgb, var(--_projet-fill) 42%, var(--_home));
}
.spass-map .distances text {
  fill: color-mix(in srgb, var(--_projet-fill) 70%, var(--_map-ink));
  stroke: color-mix(in srgb, var(--_home) 100%, #0000);
  stroke-width: 4px;
  stroke-linejoin: round;
  paint-order: stroke;
}
.spass-map .locator {
  position: absolute;
  inset-block-start: .75em;
  inset-inline-end: .75em;
  inline-size: 148px;
  block-size: 116px;
  overflow: clip;
  border: 1px solid var(--_map-border);
  border-radius: var(--_radius, 6px);
  background-color: var(--_map-water);
  pointer-events: none;
}
@container (width <= 28em) {
  .spass-map .locator { display: none; }
}
.spass-map .locator > * { position: absolute; inset: 0 auto auto 0; direction: ltr; }
.spass-map .locator .towns { font-size: 10px; stroke-width: 2.5px; }
.spass-map .locator :is(.city, .town) { font: 600 10.5px var(--_text-font, inherit); }
.spass-map .locator .area { display: none; }
.spass-map .locator .strait { font-size: 9.5px; letter-spacing: .1em; }
.spass-map .locator .rings { display: none; }
.spass-map .locator .cores { stroke: var(--_map-ink); stroke-width: .5px; }
.spass-map .locator .frame { fill: color-mix(in srgb, var(--_projet-fill) 30%, #0000); stroke: color-mix(in srgb, var(--_projet-fill) 90%, var(--_map-ink)); stroke-width: 1.5px; inset: auto; }
@media (forced-colors: active) {
  .spass-map :is(.distances circle, .locator .frame) { fill: none; stroke: CanvasText; }
  .spass-map .distances text { fill: CanvasText; stroke: Canvas; }
}
`;
