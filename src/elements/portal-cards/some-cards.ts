// What only some cards show: the face of a portal without a picture, what projects and programmes say of another.
import {pattern} from './cover.js';
import {Related} from './related.js';

export {pattern, Related};
