import {svgPaint} from '../map.styles.js';

/** Colours of the regional sheet, mixed from the map's. */
export const sheetStyles = `
.spass-map .sheet { stroke-linecap: butt; }
.spass-map .sheet :is(.ocean, .home, .abroad) { stroke: none; }
.spass-map .ocean { fill: ${svgPaint('var(--_map-water)')}; }
/* Between two rules with a value: the build merges neighbours whose values it has not read yet. */
.spass-map .sheet .river { stroke: var(--_shore); }
.spass-map .abroad { fill: ${svgPaint('var(--_map-land)')}; }
.spass-map .sheet .district { stroke: color-mix(in srgb, var(--_map-ink) 34%, var(--_map-land)); }
.spass-map .sheet .waters { fill: ${svgPaint('var(--_map-water)')}; stroke: var(--_shore); }
.spass-map .sheet .villages { stroke: color-mix(in srgb, var(--_map-ink) 30%, var(--_home)); stroke-linecap: round; }
.spass-map .sheet .border { stroke: color-mix(in srgb, var(--_map-ink) 62%, var(--_map-land)); }
@media (forced-colors: active) {
  .spass-map .sheet :is(.district, .villages) { stroke: GrayText; }
  .spass-map .sheet .border { stroke: CanvasText; }
}
`;
