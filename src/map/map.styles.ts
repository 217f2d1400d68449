/**
 * Style sheet of the map, adopted once per tree. Contains the rules of Leaflet for panes and tiles, and own rules. The
 * panes are left-to-right in any script, because places on a map are not mirrored. Mixed colours are computed once, on
 * an ancestor: a custom property is parsed again wherever it is used. A fill or stroke takes a colour of the page as a
 * mix of 100 %: alone it could be `url(…)`, which an SVG paint would fetch.
 */
export const mapStyles = `
:where(.spass-map) { position: relative; }
.spass-map .frame { position: absolute; inset: 0; }
.spass-map {
  --_map-paper: var(--spass-surface, oklch(from currentColor clamp(.2, (.6 - l) * 999, 1) 0 0));
  --_map-ink: color-mix(in srgb, var(--_ink, currentColor) 100%, #0000);
  --_map-land: var(--spass-map-land, var(--spass-tint, color-mix(in srgb, var(--_map-ink) 5%, var(--_map-paper))));
  --_map-water: var(--spass-map-water, color-mix(in srgb, #4d9ec4 18%, var(--_map-paper)));
  --_map-border: var(--spass-map-border, color-mix(in srgb, var(--_map-ink) 20%, var(--_map-land)));
  --_home: color-mix(in srgb, var(--_map-land) 35%, var(--_map-paper));
  --_shore: color-mix(in srgb, var(--spass-map-border, color-mix(in srgb, #3f8fbd 62%, var(--_map-ink))) 100%, #0000);
  overflow: hidden;
  overflow: clip;
  background-color: var(--_map-water);
  isolation: isolate;
  user-select: none;
  -webkit-user-select: none;
  -webkit-tap-highlight-color: transparent;
  touch-action: pan-x pan-y;
  cursor: grab;
}
.spass-map.dragging { cursor: grabbing; }
.spass-map .leaflet-pane, .spass-map .leaflet-tile, .spass-map .leaflet-layer,
.spass-map .leaflet-tile-container, .spass-map .outlines, .spass-map .graticule, .spass-map .towns, .spass-map .shapes, .spass-map .clusters,
.spass-map .popup-holder, .spass-map .help {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  direction: ltr;
}
/* Leaflet gives its layers a z-index: among themselves it is right, over the marks it hid them. */
.spass-map .leaflet-tile-pane { isolation: isolate; }
.spass-map .leaflet-tile { max-inline-size: none; visibility: hidden; user-select: none; }
.spass-map .leaflet-tile-loaded { visibility: inherit; }
.spass-map .leaflet-tile-container { pointer-events: none; transform-origin: 0 0; }
.spass-map .outlines, .spass-map .graticule, .spass-map .towns, .spass-map .clusters { pointer-events: none; max-inline-size: none; }
.spass-map .towns, .spass-map .clusters, .spass-map .shapes { inline-size: 1px; block-size: 1px; overflow: visible; }
.spass-map .tiled :is(.outlines, .graticule, .towns) { display: none; }
.spass-map .shapes { max-inline-size: none; transform-origin: 0 0; }
.spass-map .shapes path {
  fill: var(--_shape);
  fill-opacity: .16;
  stroke: var(--_shape);
  stroke-width: 1.5;
  stroke-linejoin: round;
  stroke-linecap: round;
  cursor: pointer;
  transition: fill-opacity var(--_motion, 150ms), opacity var(--_motion, 150ms);
}
.spass-map .shapes .line { fill: none; stroke-width: 3.5; pointer-events: stroke; }
.spass-map .shapes .grown { fill-opacity: .4; }
.spass-map .shapes .faded { opacity: .25; }
.spass-map .shapes .marked { fill-opacity: .34; stroke-width: 3; }
.spass-map .shapes .line.marked { stroke-width: 6; }
.spass-map .help { visibility: hidden; }
.spass-map .outlines { fill: none; stroke: color-mix(in srgb, var(--_map-border) 100%, #0000); stroke-linejoin: round; }
.spass-map .land { fill: color-mix(in srgb, var(--_map-land) 100%, #0000); }
.spass-map .outlines .home { fill: var(--_home); }
.spass-map .lakes { fill: color-mix(in srgb, var(--_map-water) 100%, #0000); }
.spass-map .outlines :is(.shore, .lakes) { stroke: var(--_shore); }
.spass-map .rivers { stroke: color-mix(in srgb, var(--_shore) 70%, var(--_map-water)); }
.spass-map .outlines :is(.home, .land) { stroke: none; }
.spass-map .band { stroke: color-mix(in srgb, var(--_map-ink) 9%, var(--_home)); }
.spass-map .outlines .sea { stroke: color-mix(in srgb, var(--_map-water) 100%, #0000); }
.spass-map .waterline { stroke: color-mix(in srgb, #4d9ec4 42%, var(--_map-water)); }
.spass-map .off { display: none; }
.spass-map .graticule { stroke: color-mix(in srgb, var(--_map-ink) 9%, #0000); }
.spass-map .crosses { stroke: color-mix(in srgb, var(--_map-ink) 34%, #0000); }
.spass-map .scale {
  position: absolute;
  inset-block-end: 6px;
  inset-inline-start: -8px;
  font-size: 11px;
  font-variant-numeric: tabular-nums;
  fill: var(--_map-ink);
  pointer-events: none;
}
.spass-map .scale path { fill: none; stroke: var(--_map-ink); stroke-width: 1px; }
.spass-map .scale .half { stroke-width: 4px; }
.spass-map .scale text { paint-order: stroke; stroke: color-mix(in srgb, var(--_map-paper) 100%, #0000); stroke-width: 3px; stroke-linejoin: round; }
.spass-map .countries { stroke: color-mix(in srgb, var(--_map-ink) 24%, var(--_map-border)); }
.spass-map .towns {
  font-size: 12.5px;
  fill: color-mix(in srgb, var(--_map-ink) 78%, var(--_map-land));
  stroke: color-mix(in srgb, var(--_map-land) 100%, #0000);
  stroke-width: 3px;
  stroke-linejoin: round;
  paint-order: stroke;
}
.spass-map .towns :is(.city, .town, .near) { fill: var(--_map-ink); }
.spass-map .city { font-family: var(--_heading-font); font-size: 16px; font-weight: 700; }
.spass-map .town { font-weight: 500; font-size: 13px; }
.spass-map .village { font-size: 11.5px; }
.spass-map .near { font-weight: 600; }
.spass-map .grid { font-size: 10.5px; }
.spass-map .towns :is(.sea, .strait) {
  font-family: var(--_heading-font, inherit);
  stroke: color-mix(in srgb, var(--_map-water) 100%, #0000);
}
.spass-map .towns :is(.sea, .strait, .water) { font-style: italic; fill: color-mix(in srgb, #2f7fb2 62%, var(--_map-ink)); }
.spass-map .sea { font-size: 25px; letter-spacing: .5em; }
.spass-map .strait { font-size: 15px; letter-spacing: .28em; }
.spass-map .towns .area {
  font-family: var(--_heading-font, inherit);
  font-size: 12.5px;
  letter-spacing: .34em;
  text-transform: uppercase;
  fill: color-mix(in srgb, var(--_map-ink) 58%, var(--_map-land));
}
.spass-map .towns path { fill: var(--_map-ink); stroke: none; }
.spass-map .towns .rings { fill: none; stroke: var(--_map-ink); stroke-width: 1.25px; }
.spass-map .towns .specks { fill: inherit; }
.spass-map .popup-holder { direction: inherit; display: flex; max-inline-size: calc(100% - 16px); max-block-size: calc(100% - 16px); user-select: text; -webkit-user-select: text; cursor: auto; }
.spass-map .leader {
  position: absolute;
  inset: -1px auto auto 0;
  border-block-start: 2px solid var(--_map-ink);
  transform-origin: 0 50%;
  pointer-events: none;
}

.spass-map .clusters path { fill: none; stroke: var(--_shape); stroke-width: 4.75px; }
.spass-map .clusters path:first-child { fill: color-mix(in srgb, var(--_map-paper) 100%, #0000); stroke: none; }
.spass-map .marks { color: var(--_map-ink); background-color: var(--_map-paper); font-size: 13px; font-weight: 700; }
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
  color: inherit;
  font: inherit;
  line-height: 1;
  letter-spacing: 0;
  cursor: pointer;
  transition: opacity var(--_motion, 150ms), outline-color var(--_motion, 150ms);
}
.spass-map .marker { overflow: hidden; font-size: 0; }
.spass-map .marker::before, .spass-map .marker::after {
  content: '';
  position: absolute;
  inset: 0;
  clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  color: var(--_on-fill);
  background: currentColor;
  transition: scale var(--_motion, 150ms);
}
.spass-map .marker::after {
  content: attr(data-letter);
  content: attr(data-letter) / '';
  font-size: 13px;
  inset: 2px;
  display: grid;
  place-items: center;
  background-color: var(--_other-fill);
}
.spass-map .acteur::before, .spass-map .acteur::after { clip-path: circle(); }
.spass-map .acteur::after { background-color: var(--_acteur-fill); }
.spass-map .theme::before, .spass-map .theme::after { clip-path: polygon(25% 7%, 75% 7%, 100% 50%, 75% 93%, 25% 93%, 0 50%); }
.spass-map .theme::after { background-color: var(--_theme-fill); }
.spass-map .projet::before, .spass-map .projet::after { clip-path: inset(7% round 3px); }
.spass-map .projet::after { background-color: var(--_projet-fill); }
.spass-map .layer::before, .spass-map .layer::after { clip-path: polygon(50% 0, 100% 38%, 81% 97%, 19% 97%, 0 38%); }
.spass-map .layer::after { background-color: var(--_layer-fill); padding-block-start: 3px; }
.spass-map .cluster {
  border: 1.5px solid transparent;
  border-radius: 50%;
  font-variant-numeric: tabular-nums;
}
.spass-map .faded { opacity: .3; }
.spass-map .crowd .other::before, .spass-map .crowd .other::after { scale: .65; }
.spass-map .marker.faded::before, .spass-map .marker.faded::after { scale: .7; }
.spass-map .grown { z-index: 1; }
.spass-map .marker.grown { overflow: visible; }
.spass-map .marker.grown::before, .spass-map .marker.grown::after { scale: 1.25; }
.spass-map .cluster.grown { outline: 3px solid color-mix(in srgb, var(--_map-ink) 35%, #0000); }
.spass-map :is(.marker, .cluster):is(:hover, .marked, [aria-expanded=true]) { z-index: 1; }
.spass-map :is(.marked, [aria-expanded=true]), .spass-map .marks :focus { outline: 3px solid; outline-offset: 1px; border-radius: 50%; }
/* The panes, the popup and the controls are painted over an outline of the map itself. */
.spass-map:focus-visible { outline: none; }
.spass-map:focus-visible::after {
  content: '';
  position: absolute;
  inset: 0;
  z-index: 4;
  outline: 3px solid var(--_focus, currentColor);
  outline-offset: -3px;
  box-shadow: inset 0 0 0 5px var(--_map-paper);
  pointer-events: none;
}
/* The shadow separates the ring from tiles of any colour. */
.spass-map :is(.marker, .cluster):focus-visible {
  outline: 3px solid var(--_focus, currentColor);
  outline-offset: 2px;
  box-shadow: 0 0 0 7px var(--_map-paper);
  border-radius: 50%;
  z-index: 2;
}
@media (prefers-contrast: more) and (forced-colors: none) {
  .spass-map {
    --_map-land: var(--_map-paper);
    --_map-border: color-mix(in srgb, var(--_map-ink) 60%, var(--_map-paper));
    --_acteur-fill: light-dark(#123d6f, #b9d6fa);
    --_theme-fill: light-dark(#174a2d, #b4e6c8);
    --_projet-fill: light-dark(#6b2c05, #fbd0b3);
    --_other-fill: light-dark(#343b3e, #dbe1e3);
  }
  .spass-map .marker::after { inset: 3px; }
  .spass-map .cluster { border-color: var(--_map-ink); }
  .spass-map .shapes path { stroke-width: 3; fill-opacity: .25; }
  .spass-map .shapes .line { stroke-width: 5; fill: none; }
  .spass-map .towns { fill: var(--_map-ink); }
  .spass-map :is(.marker, .cluster):focus-visible, .spass-map:focus-visible::after { outline-width: 5px; }
}
@media screen and (forced-colors: active) {
  .spass-map {
    --_map-paper: Canvas;
    --_map-ink: CanvasText;
    --_map-land: Canvas;
    --_map-water: Canvas;
    --_map-border: GrayText;
    --_home: Canvas;
    --_shore: CanvasText;
  }
  .spass-map :is(.waterline, .band, .clusters) { display: none; }
  .spass-map .towns :is(.sea, .strait, .area) { fill: CanvasText; }
  .spass-map :is(.marker, .cluster) { forced-color-adjust: none; color: CanvasText; }
  .spass-map .marker::before, .spass-map .marker::after { color: CanvasText; }
  .spass-map .marker::after { background: Canvas; }
  .spass-map .shapes path { --_shape: CanvasText !important; }
  .spass-map .cluster { background: radial-gradient(closest-side, Canvas calc(100% - 1.5px), CanvasText calc(100% - 1px)) !important; }
  .spass-map :is(.marked, [aria-expanded=true]) { outline-color: CanvasText; }
}
`;

const sheets = new Map<string, CSSStyleSheet>();

/** Adds a style sheet to the tree of an element, if that is a document or a shadow tree. */
export function adoptMapStylesAround(element: Element, styles = mapStyles): void {
  const root = element.getRootNode();
  if (root instanceof Document || root instanceof ShadowRoot) adoptMapStyles(root, styles);
}

/** Adds a style sheet to a tree, unless the tree has adopted it already. */
export function adoptMapStyles(root: Document | ShadowRoot, styles = mapStyles): void {
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(styles, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
