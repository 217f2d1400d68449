/** Colours of the PMTiles basemap, each set on an invisible sample element, and styles of its place labels. */
export const basemapStyles = `
.spass-map .tones { position: absolute; inline-size: 0; block-size: 0; overflow: clip; visibility: hidden; }
/* Nobody sees it: no less motion is to be had. */
.spass-map .tones i { transition: color 1ms !important; }
.spass-map .tone-land { color: var(--_home); }
.spass-map .tone-built { color: color-mix(in srgb, #b08d45 12%, var(--_map-land)); }
.spass-map .tone-green { color: color-mix(in srgb, #58a55c 17%, var(--_map-land)); }
.spass-map .tone-wood { color: color-mix(in srgb, #3f8f52 28%, var(--_map-land)); }
.spass-map .tone-sand { color: color-mix(in srgb, #d9b45a 22%, var(--_map-land)); }
.spass-map .tone-water { color: var(--_map-water); }
.spass-map .tone-river { color: color-mix(in srgb, #4d9ec4 72%, var(--_map-land)); }
.spass-map .tone-shore { color: color-mix(in srgb, #3f8fbd 62%, var(--_map-ink)); }
.spass-map .tone-waterline { color: color-mix(in srgb, #4d9ec4 42%, var(--_map-water)); }
.spass-map .tone-band { color: color-mix(in srgb, var(--_map-ink) 9%, var(--_map-land)); }
.spass-map .tone-building { color: color-mix(in srgb, var(--_map-ink) 16%, var(--_map-land)); }
.spass-map .tone-road { color: var(--_map-paper); }
.spass-map .tone-casing, .spass-map .tone-path { color: color-mix(in srgb, var(--_map-ink) 26%, var(--_map-land)); }
.spass-map .tone-rail { color: color-mix(in srgb, var(--_map-ink) 40%, var(--_map-land)); }
.spass-map .tone-region { color: var(--_map-border); }
.spass-map .tone-country { color: color-mix(in srgb, var(--_map-ink) 24%, var(--_map-border)); }
.spass-map .country { font-size: 13px; font-weight: 600; letter-spacing: .12em; text-transform: uppercase; }
.spass-map .village, .spass-map .hood, .spass-map .street { font-size: 12px; }
.spass-map .hood { letter-spacing: .04em; }
.spass-map .towns .water { stroke: color-mix(in srgb, var(--_map-water) 100%, #0000); }
.spass-map .street { stroke: color-mix(in srgb, var(--_map-paper) 100%, #0000); }
@media screen and (forced-colors: active) {
  .spass-map .tones i { forced-color-adjust: none; }
  .spass-map :is(.tone-water, .tone-river) { color: color-mix(in srgb, CanvasText 22%, Canvas); }
  .spass-map .tones :is(.tone-green, .tone-wood, .tone-sand, .tone-built) { color: Canvas; }
  .spass-map .tones :is(.tone-casing, .tone-path, .tone-rail, .tone-region, .tone-country, .tone-shore) { color: CanvasText; }
  .spass-map .tones :is(.tone-band, .tone-waterline) { color: Canvas; }
}
`;
