// Code that only some cards need: generated covers, facts from related records.
import {pattern} from './cover.js';
import {Related} from './related.js';

export {pattern, Related};
