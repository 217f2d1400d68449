import type {Translated} from '../../i18n/messages.js';
import type {fr} from './fr.js';

export type ToolMessages = {
  readonly [Section in keyof typeof fr]: Translated<(typeof fr)[Section]>;
};
