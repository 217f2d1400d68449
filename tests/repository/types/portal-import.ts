// The container alone is imported: the widgets inside it may come from another script.
import 'spass-widgets/define/portal.js';

const portal = document.querySelector('spass-portal');
portal?.addEventListener('spass-page-change', event => event.page.toFixed());
// @ts-expect-error: the page that was requested, not a record
portal?.addEventListener('spass-page-change', event => event.record);
