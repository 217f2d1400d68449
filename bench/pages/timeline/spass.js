import {compete} from './contest.js';
import {PROGRAMMES} from './projects.js';

const widget = document.createElement('spass-programme-timeline');

compete({
  form: projects => [...projects],
  // All bars, like the peers: the widget shows 12 at first, and at most 500 at once.
  show: projects => {
    widget.limit = 500;
    widget.items = [...PROGRAMMES, ...projects];
    document.body.append(widget);
    void widget.loadComplete.then(() => widget.shadowRoot.querySelector('[part=more]')?.click());
  },
  count: () => widget.shadowRoot?.querySelectorAll('.bar').length ?? 0,
});
