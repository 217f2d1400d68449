// Everything is imported: the types of the package are complete.
import 'spass-widgets/define/all.js';
import type {RecordSelectEvent, WidgetEventMap} from 'spass-widgets';

const events: WidgetEventMap['spass-record-select'][] = [];
export const selected: readonly RecordSelectEvent[] = events;
document.querySelector('spass-explorer')?.addEventListener('spass-record-select', event => {
  events.push(event);
});
