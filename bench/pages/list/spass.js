import {compete} from './contest.js';

const widget = document.createElement('spass-resource-list');
widget.setAttribute('facets', 'section,type,theme');
const inside = selector => widget.shadowRoot?.querySelector(selector);

compete({
  show: records => {
    widget.items = records;
    document.body.append(widget);
  },
  count: () => {
    const text = inside('.row, .empty') && inside('.count')?.textContent;
    return text ? Number(text.replaceAll(/\D/g, '')) : Number.NaN;
  },
  type: words => {
    const field = inside('input[type=search]');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  },
});
