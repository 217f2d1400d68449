// Entry of `dist/cdn/spass-widgets.all.js`: every tag, with no code loaded later. The build adds the same guard as to the
// main script.
import './allow-files.js';
import '../define/all.js';
import {fillPlaceholders} from './placeholders.js';

fillPlaceholders();
