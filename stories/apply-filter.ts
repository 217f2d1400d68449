import type {DataWidget} from '../src/elements/base/data-widget.js';
import type {Filter} from '../src/model/query.js';
import type {Selection} from '../src/controllers/selection-controller.js';

/** Play function that applies a filter of the user, set in the widget or another one of the same selection. */
export const applyFilter =
  (tag: string, filter: Filter) =>
  async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
    const widget = canvasElement.querySelector<DataWidget>(tag);
    await widget?.loadComplete;
    (widget as unknown as {selection: Selection} | null)?.selection.setFilter(filter);
  };
