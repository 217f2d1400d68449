import {svgPaint} from '../map.styles.js';

/** Colours of the regional sheet, mixed from the map's. */
export const sheetStyles = `
.spass-map .regional {
  --_home: color-mix(in srgb, var(--_map-land) 35%, var(--_map-paper));
  --_shore: color-mix(in srgb, #3f8fbd 62%, var(--_map-ink));
}
/* France is what most views have at the edge of the sheet. */
.spass-map .regional .land { fill: var(--_home); stroke: var(--_shore); }
.spass-map .sheet { stroke-linecap: butt; }
.spass-map .sheet :is(.ocean, .home, .abroad) { stroke: none; }
.spass-map .ocean { fill: ${svgPaint('var(--_map-water)')}; }
.spass-map .sheet .home { fill: var(--_home); }
.spass-map .abroad { fill: ${svgPaint('var(--_map-land)')}; }
.spass-map .sheet .band { stroke: color-mix(in srgb, var(--_map-ink) 9%, var(--_home)); }
.spass-map .sheet .waters { fill: ${svgPaint('var(--_map-water)')}; stroke: var(--_shore); }
.spass-map .sheet :is(.river, .shore) { stroke: var(--_shore); }
.spass-map .sheet .district { stroke: color-mix(in srgb, var(--_map-ink) 34%, var(--_map-land)); }
.spass-map .sheet .villages { stroke: color-mix(in srgb, var(--_map-ink) 30%, var(--_home)); stroke-linecap: round; }
.spass-map .sheet .border { stroke: color-mix(in srgb, var(--_map-ink) 62%, var(--_map-land)); }
@media (forced-colors: active) {
  .spass-map .regional { --_home: Canvas; --_shore: CanvasText; }
  .spass-map .sheet .band { display: none; }
  .spass-map .sheet :is(.district, .villages) { stroke: GrayText; }
  .spass-map .sheet :is(.border, .shore) { stroke: CanvasText; }
}
`;
