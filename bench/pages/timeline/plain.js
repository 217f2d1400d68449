import {compete} from './contest.js';
import {PROGRAMMES} from './projects.js';

const FIRST = 1990;
const YEARS = 40;
const yearOf = date => Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) - 1) / 12;

const barOf = ({title, url, period}) => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const [start, end] = [yearOf(period.start), yearOf(period.end)];
  link.style.setProperty('--start', (((start - FIRST) / YEARS) * 100).toFixed(2));
  link.style.setProperty('--long', (((end - start) / YEARS) * 100).toFixed(2));
  item.append(link);
  return item;
};

compete({
  show: projects => {
    for (const {id, title} of PROGRAMMES) {
      const heading = document.createElement('h3');
      heading.textContent = title;
      const list = document.createElement('ol');
      list.append(...projects.filter(({programme}) => programme === id).map(barOf));
      document.body.append(heading, list);
    }
  },
  count: () => document.querySelectorAll('li').length,
});
