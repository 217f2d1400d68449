import {compete} from './contest.js';

const chunkedLoading = location.search === '?chunked';
let map;
let isDone = false;

function show(records, view) {
  map = L.map('map', {
    maxZoom: 19,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  map.fitBounds(view);
  const chunkProgress = (done, total) => {
    if (done === total) isDone = true;
  };
  // Added to the map before it is filled: the reverse order takes several times as long.
  const group = L.markerClusterGroup({chunkedLoading, chunkProgress, maxClusterRadius: 60});
  map.addLayer(group);
  group.addLayers(records.map(({title, geo}) => L.marker([geo.lat, geo.lon], {title})));
  if (!chunkedLoading) isDone = true;
}

compete({
  prepare: records => records,
  show,
  isDrawn: () => isDone && document.querySelector('.leaflet-marker-icon') !== null,
  zoom: step => map.setZoom(map.getZoom() + step, {animate: false}),
});
