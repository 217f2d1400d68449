import {compete} from './contest.js';

const widget = document.createElement('spass-project-map');
widget.setAttribute('height', '500');
const inside = selector => widget.shadowRoot.querySelector(selector);
let isZoomed = true;

compete({
  prepare: async () => {
    // An empty map first: the map engine is then loaded, as the libraries of the peers are.
    const first = document.createElement('spass-project-map');
    first.items = [];
    document.body.append(first);
    await first.loadComplete;
    first.remove();
  },
  show: () => {
    widget.setAttribute('source', 'pmtiles');
    widget.setAttribute('api', '/made/million.pmtiles');
    document.body.append(widget);
  },
  isDrawn: () => {
    const map = inside('.map');
    if (map && !document.getElementById('map')) map.id = 'map';
    return inside('.cluster, .marker') !== null;
  },
  zoom: async step => {
    isZoomed = false;
    inside(`.controls button:nth-of-type(${step > 0 ? 1 : 2})`).click();
    // The markers appear at once; loading the parts of the file for the view counts too.
    await widget.loadComplete;
    isZoomed = true;
  },
  isZoomed: () => isZoomed,
});

globalThis.contest.handle = () => {
  const {left, top, height} = inside('.map').getBoundingClientRect();
  return {x: left + 150, y: top + height - 60};
};
