import * as maplibregl from '/peers/maplibre-gl/dist/maplibre-gl.mjs';
import {compete} from './contest.js';

let map;
let isIdle = false;

// As documented by pmtiles.
const protocol = new globalThis.pmtiles.Protocol();
maplibregl.addProtocol('pmtiles', protocol.tile);

function show() {
  map = new maplibregl.Map({
    container: 'map',
    style: {
      version: 8,
      sources: {
        points: {type: 'vector', url: `pmtiles://${location.origin}/made/million.pmtiles`},
      },
      layers: [
        {
          id: 'marks',
          type: 'circle',
          source: 'points',
          'source-layer': 'points',
          paint: {
            'circle-radius': ['step', ['coalesce', ['get', 'point_count'], 1], 12, 2, 18, 100, 22],
            'circle-color': '#1f5fa6',
          },
        },
      ],
    },
    bounds: [-5, 42, 10, 54],
    fadeDuration: 0,
    attributionControl: false,
  });
  map.on('idle', () => (isIdle = true));
}

compete({
  prepare: async () => {},
  show,
  isDrawn: () => isIdle && map.queryRenderedFeatures({layers: ['marks']}).length > 0,
  zoom: step => {
    isIdle = false;
    map.jumpTo({zoom: map.getZoom() + step});
  },
  isZoomed: () => isIdle,
});
