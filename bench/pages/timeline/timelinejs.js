import {compete} from './contest.js';
import {PROGRAMMES} from './projects.js';

const dateOf = text => {
  const [year, month, day] = text.split('-').map(Number);
  return {year, month, day};
};
const titles = new Map(PROGRAMMES.map(({id, title}) => [id, title]));

compete({
  form: projects => ({
    events: projects.map(({id, title, url, programme, period}) => ({
      unique_id: id,
      group: titles.get(programme),
      start_date: dateOf(period.start),
      end_date: dateOf(period.end),
      text: {headline: `<a href="${url}">${title}</a>`, text: ''},
    })),
    get length() {
      return this.events.length;
    },
  }),
  show: ({events}) => new TL.Timeline('timeline', {events}, {language: 'en', font: null}),
  count: () => document.querySelectorAll('.tl-timemarker').length,
});
