// What `dist/cdn/spass-widgets.js` holds. Its build wraps this in the guard of rollup.config.js: a second
// copy on the page does nothing, and a policy that refuses Lit leaves the page's own content in place.
import '../define/all.js';
