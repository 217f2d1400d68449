import {compete} from './contest.js';
import {count, draw} from './draw.js';
import {fold, textOf} from './records.js';

let records;
let texts;
let condition;

compete({
  show: (given, from) => {
    [records, condition] = [given, from];
    texts = records.map(record => fold(textOf(record)));
    draw(records, condition);
  },
  count,
  type: typed => {
    const words = fold(typed).split(' ').filter(Boolean);
    draw(
      records.filter((_, i) => words.every(word => texts[i].includes(word))),
      condition,
    );
  },
});
