import {compete} from './contest.js';
import {count, draw} from './draw.js';

const names = ['title', 'type', 'abstract', 'tags', 'commune', 'authors'];
let list;

compete({
  finds: 'substrings with their accents',
  show: records => {
    const values = records.map(record => ({
      record,
      title: record.title,
      url: record.url,
      type: record.type,
      abstract: record.abstract,
      tags: record.tags.join(' '),
      commune: record.commune.name,
      authors: record.authors.join(' '),
    }));
    list = new List(
      'list',
      {
        valueNames: [...names, {name: 'url', attr: 'href'}],
        item: '<li><h3><a class="url title"></a></h3><p class="type"></p><p class="abstract"></p><p class="authors"></p><p class="commune"></p></li>',
        page: 12,
      },
      values,
    );
    draw(list.matchingItems.map(item => item.values().record));
  },
  count,
  type: typed => {
    list.search(typed, names);
    draw(list.matchingItems.map(item => item.values().record));
  },
});
