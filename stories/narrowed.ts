import type {DataWidget} from '../src/elements/widget.js';
import type {Filter} from '../src/model/query.js';
import type {Selection} from '../src/model/selection.js';

/** Narrows a widget to what its reader has chosen, in it or in another of the same selection. */
export const narrowed =
  (tag: string, filter: Filter) =>
  async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
    const widget = canvasElement.querySelector<DataWidget>(tag);
    await widget?.loadComplete;
    (widget as unknown as {selection: Selection} | null)?.selection.setFilter(filter);
  };
