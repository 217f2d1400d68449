// What `dist/cdn/spass-widgets.all.js` holds: every tag, with nothing fetched later. The guard around it is the one
// of the main script.
import '../define/all.js';
import {fillPlaceholders} from './placeholders.js';

fillPlaceholders();
