import instantsearch from 'instantsearch.js';
import {hits} from 'instantsearch.js/es/widgets';
import {hitsOptions, searchClient} from './cards-client.js';

const search = instantsearch({indexName: 'portals', searchClient});
search.addWidgets([hits({...hitsOptions, cssClasses: {list: 'cards'}})]);
search.start();
