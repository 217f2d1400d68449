import {compete, records} from './contest.js';

const box = id => {
  const element = document.createElement('div');
  element.id = id;
  document.body.append(element);
  return element;
};
customElements.define('an-empty', class extends HTMLElement {});

compete({
  empty: () => {
    const element = document.createElement('an-empty');
    document.body.append(element);
    return () => element.remove();
  },
  listjs: () => {
    const element = box('list');
    const list = document.createElement('ul');
    list.className = 'list';
    element.append(list);
    const item = '<li><h3 class="title"></h3><p class="abstract"></p></li>';
    new List(element, {valueNames: ['title', 'abstract'], item, page: 12}, records.list);
    return () => element.remove();
  },
  leaflet: () => {
    const element = box('map');
    const map = L.map(element, {center: [46.5, 2.5], zoom: 6, maxZoom: 19, zoomAnimation: false});
    const group = L.markerClusterGroup().addTo(map);
    group.addLayers(records.map.map(({title, geo}) => L.marker([geo.lat, geo.lon], {title})));
    return () => {
      map.remove();
      element.remove();
    };
  },
  vis: () => {
    const element = box('timeline');
    const items = records.timeline.map(({id, title, period}) => ({
      id,
      content: title,
      start: period.start,
      end: period.end,
    }));
    const timeline = new vis.Timeline(element, new vis.DataSet(items), {});
    timeline.redraw();
    return () => {
      timeline.destroy();
      element.remove();
    };
  },
});
