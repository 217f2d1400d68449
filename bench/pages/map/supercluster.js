import {compete} from './contest.js';
import {featuresOf} from './points.js';

// As in the demo of supercluster: clusters of the view, rendered again after each move.
let map;

function show(features, view) {
  map = L.map('map', {
    maxZoom: 19,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  map.fitBounds(view);
  const index = new Supercluster({radius: 40, extent: 256, maxZoom: 16}).load(features);
  const marks = L.layerGroup().addTo(map);
  const draw = () => {
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    marks.clearLayers();
    for (const {geometry, properties} of index.getClusters(box, map.getZoom())) {
      const [lon, lat] = geometry.coordinates;
      const count = properties.point_count ?? 1;
      const side = count === 1 ? 24 : count < 100 ? 36 : 44;
      const title = count === 1 ? properties.title : `${count} projets`;
      const html = count === 1 ? '' : String(properties.point_count_abbreviated);
      const icon = L.divIcon({html, className: 'mark', iconSize: [side, side]});
      marks.addLayer(L.marker([lat, lon], {icon, title}));
    }
  };
  map.on('moveend', draw);
  draw();
}

compete({
  prepare: featuresOf,
  show,
  isDrawn: () => document.querySelector('.leaflet-marker-icon') !== null,
  zoom: step => map.setZoom(map.getZoom() + step, {animate: false}),
});
