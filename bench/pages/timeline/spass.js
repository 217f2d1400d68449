import {compete} from './contest.js';
import {PROGRAMMES} from './projects.js';

const widget = document.createElement('spass-programme-timeline');

compete({
  form: projects => [...projects],
  show: projects => {
    widget.items = [...PROGRAMMES, ...projects];
    document.body.append(widget);
  },
  count: () => widget.shadowRoot?.querySelectorAll('.bar').length ?? 0,
});
