// Code that only some cards need: generated covers, facts from related records.
import {renderPattern} from './cover-pattern.js';
import {RelatedRecords} from './related-records.js';

export {renderPattern as pattern, RelatedRecords as Related};
