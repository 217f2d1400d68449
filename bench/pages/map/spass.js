import {compete} from './contest.js';

const widget = document.createElement('spass-project-map');
widget.setAttribute('height', '500');
const inside = selector => widget.shadowRoot.querySelector(selector);

compete({
  prepare: async records => {
    // An empty map first: the map engine is then loaded, as the libraries of the peers are.
    const first = document.createElement('spass-project-map');
    first.items = [];
    document.body.append(first);
    await first.loadComplete;
    first.remove();
    return records;
  },
  show: records => {
    widget.items = records;
    document.body.append(widget);
  },
  isDrawn: () => {
    const map = inside('.map');
    if (map && !document.getElementById('map')) map.id = 'map';
    return inside('.cluster, .marker') !== null;
  },
  zoom: step => inside(`.controls button:nth-of-type(${step > 0 ? 1 : 2})`).click(),
});

const {handle} = globalThis.contest;
globalThis.contest.handle = () => {
  const {left, top, height} = inside('.map').getBoundingClientRect();
  return handle ? {x: left + 150, y: top + height - 60} : undefined;
};
