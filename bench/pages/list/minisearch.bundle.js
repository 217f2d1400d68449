import MiniSearch from 'minisearch';
import {compete} from './contest.js';
import {count, draw} from './draw.js';
import {fold} from './records.js';

// Prefix search with AND, as documented for search as you type.
const index = new MiniSearch({
  fields: ['title', 'abstract', 'tags', 'commune', 'authors', 'identifier'],
  extractField: (record, name) => (name === 'commune' ? record.commune.name : record[name]),
  processTerm: fold,
  searchOptions: {prefix: true, combineWith: 'AND'},
});
let records;
let byId;

compete({
  finds: 'words',
  show: given => {
    records = given;
    index.addAll(records);
    byId = new Map(records.map(record => [record.id, record]));
    draw(records);
  },
  count,
  type: typed => draw(typed ? index.search(typed).map(({id}) => byId.get(id)) : records),
});
