// What only some cards show: the face of a portal without a picture, what projects and programmes say of another.
export {pattern} from './cover.js';
export {Related} from './related.js';
