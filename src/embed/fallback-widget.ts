import {FallbackView} from '../elements/base/fallback-view.js';
import {LazyWidget} from '../elements/base/lazy-widget.js';
import type {CollectionName} from '../model/records.js';

/** Creates the class used if the part of a widget cannot be loaded. */
export const createFallbackWidget = (collection: CollectionName): typeof LazyWidget =>
  class extends LazyWidget {
    static override readonly loadView = () => FallbackView;
    override readonly collection = collection;
  };
