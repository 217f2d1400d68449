/**
 * The style sheet of the map, adopted once a tree. Of Leaflet's own it has what panes and tiles need; the rest is ours.
 * Offsets count from the left in any script: places on a map aren't mirrored, so the panes are set left to right.
 */
export const mapStyles = `
:where(.spass-map) { position: relative; }
.spass-map .frame { position: absolute; inset: 0; }
.spass-map {
  --_map-paper: var(--spass-surface, oklch(from currentColor clamp(.2, (.6 - l) * 999, 1) 0 0));
  --_map-ink: var(--_ink, currentColor);
  --_map-land: var(--spass-map-land, var(--spass-tint, color-mix(in srgb, var(--_map-ink) 5%, var(--_map-paper))));
  --_map-water: var(--spass-map-water, color-mix(in srgb, #4d9ec4 18%, var(--_map-paper)));
  --_map-border: var(--spass-map-border, var(--spass-line, color-mix(in srgb, var(--_map-ink) 20%, var(--_map-land))));
  overflow: hidden;
  overflow: clip;
  background: var(--_map-water);
  isolation: isolate;
  user-select: none;
  -webkit-user-select: none;
  -webkit-tap-highlight-color: transparent;
  touch-action: pan-x pan-y;
  cursor: grab;
}
.spass-map.dragging, .spass-map.dragging button { cursor: grabbing; }
.spass-map .leaflet-pane, .spass-map .leaflet-tile, .spass-map .leaflet-layer,
.spass-map .leaflet-tile-container, .spass-map .outlines, .spass-map .towns,
.spass-map .popup-holder, .spass-map .help {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  direction: ltr;
}
.spass-map .leaflet-tile { max-inline-size: none; visibility: hidden; user-select: none; }
.spass-map .leaflet-tile-loaded { visibility: inherit; }
.spass-map .leaflet-tile-container { pointer-events: none; transform-origin: 0 0; }
.spass-map .outlines, .spass-map .towns { pointer-events: none; max-inline-size: none; }
.spass-map .towns { inline-size: 1px; block-size: 1px; overflow: visible; }
.spass-map .tiled .outlines, .spass-map .tiled .towns { display: none; }
.spass-map .help { visibility: hidden; }
.spass-map path { fill: none; stroke: var(--_map-border); stroke-linejoin: round; stroke-width: calc(var(--_pixel) * 1px); }
.spass-map .land { fill: var(--_map-land); }
.spass-map .regions { stroke-width: calc(var(--_pixel) * .75px); }
.spass-map .countries { stroke: color-mix(in srgb, var(--_map-ink) 24%, var(--_map-border)); stroke-width: calc(var(--_pixel) * 1.5px); }
.spass-map text {
  font-size: 12.5px;
  fill: color-mix(in srgb, var(--_map-ink) 78%, var(--_map-land));
  stroke: var(--_map-land);
  stroke-width: 3px;
  stroke-linejoin: round;
  paint-order: stroke;
}
.spass-map circle { fill: color-mix(in srgb, var(--_map-ink) 78%, var(--_map-land)); }
.spass-map .city text { font-weight: 600; font-size: 14px; }
.spass-map .popup-holder { direction: inherit; max-inline-size: calc(100% - 16px); user-select: text; -webkit-user-select: text; cursor: auto; }

.spass-map .marker, .spass-map .cluster {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  direction: ltr;
  box-sizing: border-box;
  margin: 0;
  padding: 0;
  border: 0;
  background: none;
  font-family: inherit;
  font-size: 13px;
  font-weight: 700;
  line-height: 1;
  letter-spacing: 0;
  cursor: pointer;
}
.spass-map .marker {
  inline-size: 28px;
  block-size: 28px;
  --_fill: var(--_other-fill);
  --_shape: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  color: var(--_on-fill);
}
.spass-map .acteur { --_fill: var(--_acteur-fill); --_shape: circle(); }
.spass-map .theme { --_fill: var(--_theme-fill); --_shape: polygon(25% 7%, 75% 7%, 100% 50%, 75% 93%, 25% 93%, 0 50%); }
.spass-map .projet { --_fill: var(--_projet-fill); --_shape: inset(7% round 3px); }
.spass-map .marker::before, .spass-map .marker::after {
  content: '';
  position: absolute;
  inset: 0;
  clip-path: var(--_shape);
  background: var(--_on-fill);
}
.spass-map .marker::after {
  content: attr(data-letter);
  inset: 2px;
  display: grid;
  place-items: center;
  background: var(--_fill);
}
.spass-map .cluster {
  inline-size: var(--_size);
  block-size: var(--_size);
  border-radius: 50%;
  background: var(--_ring);
  box-shadow: 0 0 0 1.5px var(--_map-paper);
  color: var(--_map-ink);
  isolation: isolate;
  font-variant-numeric: tabular-nums;
}
.spass-map .cluster::before {
  content: '';
  position: absolute;
  inset: 5px;
  z-index: -1;
  border-radius: 50%;
  background: var(--_map-paper);
}
.spass-map .marker:hover, .spass-map .cluster:hover, .spass-map .marked, .spass-map [aria-expanded=true] { z-index: 1; }
.spass-map .marked, .spass-map [aria-expanded=true] { outline: 3px solid var(--_map-ink); outline-offset: 1px; border-radius: 50%; }
.spass-map:focus-visible { outline: 2px solid var(--_focus, currentColor); outline-offset: -4px; }
.spass-map button:focus-visible { outline: 3px solid var(--_focus, currentColor); outline-offset: 2px; border-radius: 50%; z-index: 2; }
@media (forced-colors: active) {
  .spass-map {
    --_map-paper: Canvas;
    --_map-ink: CanvasText;
    --_map-land: Canvas;
    --_map-water: Canvas;
    --_map-border: GrayText;
  }
  .spass-map button { forced-color-adjust: none; color: CanvasText; }
  .spass-map .marker::before { background: CanvasText; }
  .spass-map .marker::after { background: Canvas; color: CanvasText; }
  .spass-map .cluster { background: CanvasText; }
  .spass-map .cluster::before { inset: 2px; background: Canvas; }
  .spass-map .marked, .spass-map [aria-expanded=true] { outline-color: Highlight; }
}
`;

let sheet: CSSStyleSheet | undefined;

/** Gives a tree the style sheet, unless it has it. */
export function adoptMapStyles(root: Document | ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(mapStyles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
