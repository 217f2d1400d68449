// Imports a single tag: its events are typed on the element, on `document` and on `window`.
import 'spass-widgets/define/agenda.js';

document.querySelector('spass-agenda')?.addEventListener('spass-load', event => {
  event.total.toFixed();
});
document.addEventListener('spass-record-select', event => {
  event.preventDefault();
  const {id} = event.record;
  return id;
});
addEventListener('spass-filter-change', event => event.filter.q?.trim());
document.body.addEventListener('spass-error', event => event.message.trim());

// Uses that the types reject: each line must fail to compile.
// @ts-expect-error: a record is selected, not loaded
document.addEventListener('spass-record-select', event => event.total);
// @ts-expect-error: number of records, not a text
document.addEventListener('spass-load', event => event.total.trim(), true);
// @ts-expect-error: this tag was not imported
document.querySelector('spass-story')?.reload();
