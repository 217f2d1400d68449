import type {RecordRef} from '../../controllers/selection-controller.js';
import type {WidgetHost} from '../base/widget-view.js';

/** Highlights the record of an entry in all linked widgets, or none. */
export type EntryHighlight = (ref?: RecordRef) => void;

/** Returns the highlight of a list. It is cleared when the list is removed, as no pointer event follows. */
export function entryHighlight(host: WidgetHost): EntryHighlight {
  const highlight: EntryHighlight = ref => host.selection.setHighlighted(ref, host);
  host.addController({hostDisconnected: highlight});
  return highlight;
}
