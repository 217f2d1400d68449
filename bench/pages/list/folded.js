import {compete} from './contest.js';
import {count, draw} from './draw.js';
import {fold, textOf} from './records.js';

let records;
let texts;

compete({
  show: given => {
    records = given;
    texts = records.map(record => fold(textOf(record)));
    draw(records);
  },
  count,
  type: typed => {
    const words = fold(typed).split(' ').filter(Boolean);
    draw(records.filter((_, i) => words.every(word => texts[i].includes(word))));
  },
});
