import {hitsOptions, searchClient} from './cards-client.js';

const search = instantsearch({indexName: 'portals', searchClient});
search.addWidgets([instantsearch.widgets.hits({...hitsOptions, cssClasses: {list: 'cards'}})]);
search.start();
