import {compete, records} from './contest.js';

const ITEMS = {
  'spass-resource-list': records.list,
  'spass-project-map': records.map,
  'spass-programme-timeline': [...records.programmes, ...records.timeline],
};

compete(
  Object.fromEntries(
    Object.entries(ITEMS).map(([tag, items]) => [
      tag,
      async () => {
        const widget = document.createElement(tag);
        widget.items = items;
        document.body.append(widget);
        await widget.loadComplete;
        return () => widget.remove();
      },
    ]),
  ),
);
