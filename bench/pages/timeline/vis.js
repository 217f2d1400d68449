import {compete} from './contest.js';
import {PROGRAMMES} from './projects.js';

compete({
  form: projects =>
    projects.map(({id, title, url, programme, period}) => {
      const link = document.createElement('a');
      link.href = url;
      link.textContent = title;
      return {id, content: link, group: programme, start: period.start, end: period.end};
    }),
  show: items => {
    const groups = PROGRAMMES.map(({id, title}) => ({id, content: title}));
    const timeline = new vis.Timeline(
      document.getElementById('timeline'),
      new vis.DataSet(items),
      new vis.DataSet(groups),
      {start: '1990-01-01', end: '2030-01-01'},
    );
    // Otherwise it measures its size only after a second.
    timeline.redraw();
  },
  count: () => document.querySelectorAll('.vis-item').length,
});
