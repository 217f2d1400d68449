import instantsearch from 'instantsearch.js';
import {hits, pagination, refinementList, searchBox} from 'instantsearch.js/es/widgets';
import {hitsOptions, searchClient} from '../cards/cards-client.js';

const search = instantsearch({indexName: 'portals', searchClient});
search.addWidgets([
  searchBox({container: '#box'}),
  refinementList({container: '#facets', attribute: 'family'}),
  hits(hitsOptions),
  pagination({container: '#pages'}),
]);
search.start();
