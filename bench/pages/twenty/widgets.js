// Twenty widgets of one portal that share a selection. Some send the same queries, as on a real page.
const widgets = [
  ['family-filter', {}],
  ['portal-cards', {'group-by': 'family'}],
  ['portal-cards', {limit: '3'}],
  ['portal-cards', {limit: '3', sort: 'title'}],
  ['portal-cards', {limit: '3', sort: '-date'}],
  ['resource-list', {limit: '6'}],
  ['resource-list', {limit: '6', facets: ''}],
  ['resource-list', {limit: '3', sort: '-date', facets: ''}],
  ['resource-list', {limit: '3', type: 'document', facets: ''}],
  ['resource-list', {limit: '3', type: 'article', facets: ''}],
  ['resource-list', {limit: '3', type: 'video', facets: ''}],
  ['project-map', {load: 'click'}],
  ['project-map', {load: 'click', limit: '20'}],
  ['project-map', {load: 'click', family: 'projet'}],
  ['programme-timeline', {}],
  ['programme-timeline', {family: 'acteur'}],
  ['programme-timeline', {family: 'projet'}],
  ['directory', {}],
  ['agenda', {from: '2000'}],
  ['agenda', {from: '2000', limit: '3'}],
];

const portal = document.querySelector('spass-portal');
portal.setAttribute('api', new URLSearchParams(location.search).get('api'));
portal.append(
  ...widgets.map(([noun, attributes]) => {
    const widget = document.createElement(`spass-${noun}`);
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    return widget;
  }),
);
