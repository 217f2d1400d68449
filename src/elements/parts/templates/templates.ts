// Code for the templates of a page, loaded with the first one.
export {fillTemplate} from './fill-template.js';
export {sanitizeTemplate} from './sanitize-template.js';
