import 'spass-widgets/define/all.js';
import {added, first} from '../records.js';

const find = <E extends HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const list = find<HTMLElementTagNameMap['spass-resource-list']>('spass-resource-list');
const next = find('#chosen');
list.items = first;
list.addEventListener('spass-record-select', event => {
  event.preventDefault();
  next.textContent = `${event.record.id}`;
});
list.addEventListener('spass-load', event => {
  find('#total').textContent = `${event.total}`;
});
find('#add').onclick = () => {
  list.items = [...(list.items ?? []), added];
};
find('#toggle').onclick = () => {
  if (list.isConnected) list.remove();
  else next.before(list);
};
find('#flag').onclick = () => {
  list.showPublisher = !list.showPublisher;
};
find('#reload').onclick = () => void list.reload();
