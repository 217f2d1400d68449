/** Colours of the regional sheet, mixed from the map's. */
export const sheetStyles = `
.spass-map .sheet { stroke-linecap: butt; }
.spass-map .sheet :is(.ocean, .home, .abroad) { stroke: none; }
.spass-map .ocean { fill: color-mix(in srgb, var(--_map-water) 100%, #0000); }
.spass-map .sheet .river { stroke: var(--_shore); }
.spass-map .abroad { fill: color-mix(in srgb, var(--_map-land) 100%, #0000); }
.spass-map .sheet .district { stroke: color-mix(in srgb, var(--_map-ink) 34%, var(--_map-land)); }
.spass-map .sheet .waters { fill: color-mix(in srgb, var(--_map-water) 100%, #0000); stroke: var(--_shore); }
.spass-map .sheet .villages { stroke: color-mix(in srgb, var(--_map-ink) 30%, var(--_home)); stroke-linecap: round; }
.spass-map .sheet .border { stroke: color-mix(in srgb, var(--_map-ink) 62%, var(--_map-land)); }
@media (forced-colors: active) {
  .spass-map .sheet :is(.district, .villages) { stroke: GrayText; }
  .spass-map .sheet .border { stroke: CanvasText; }
}
`;
