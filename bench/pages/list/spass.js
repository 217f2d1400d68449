import {compete} from './contest.js';

const widget = document.createElement('spass-resource-list');
const FACETS = 'section,type,theme';
const inside = selector => widget.shadowRoot?.querySelector(selector);

compete({
  show: (records, condition) => {
    const hasCommunes = condition.communes !== undefined;
    widget.setAttribute('facets', hasCommunes ? `${FACETS},commune` : FACETS);
    widget.items = records;
    document.body.append(widget);
  },
  count: () => {
    const text = inside('.row, .empty') && inside('.count')?.textContent;
    return text ? Number(text.replaceAll(/\D/g, '')) : Number.NaN;
  },
  focus: () => inside('input[type=search]').focus(),
  type: words => {
    const field = inside('input[type=search]');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  },
});
