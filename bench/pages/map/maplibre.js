import * as maplibregl from '/peers/maplibre-gl/dist/maplibre-gl.mjs';
import {compete} from './contest.js';
import {featuresOf} from './points.js';

let map;
let isIdle = false;

function show(features, view) {
  map = new maplibregl.Map({
    container: 'map',
    style: {version: 8, sources: {}, layers: []},
    bounds: view.map(([lat, lon]) => [lon, lat]),
    fadeDuration: 0,
    attributionControl: false,
  });
  map.on('idle', () => (isIdle = true));
  map.on('load', () => {
    isIdle = false;
    const data = {type: 'FeatureCollection', features};
    map.addSource('projects', {type: 'geojson', data, cluster: true, clusterRadius: 60});
    map.addLayer({
      id: 'marks',
      type: 'circle',
      source: 'projects',
      paint: {
        'circle-radius': ['step', ['coalesce', ['get', 'point_count'], 1], 12, 2, 18, 100, 22],
        'circle-color': '#1f5fa6',
      },
    });
  });
}

const drawn = () => isIdle && map.queryRenderedFeatures({layers: ['marks']}).length > 0;

compete({
  prepare: featuresOf,
  show,
  isDrawn: () => isIdle && map.getLayer('marks') !== undefined && drawn(),
  zoom: step => {
    isIdle = false;
    map.jumpTo({zoom: map.getZoom() + step});
  },
  isZoomed: () => isIdle,
});
