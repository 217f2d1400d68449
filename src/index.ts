export {SpassAgenda} from './elements/agenda/agenda.js';
export {SpassCompare} from './elements/compare/compare.js';
export {SpassDirectory} from './elements/directory/directory.js';
export {SpassExplorer} from './elements/explorer/explorer.js';
export {SpassContribute} from './elements/contribute/contribute.js';
export {SpassFamilyFilter} from './elements/family-filter/family-filter.js';
export {SpassLayer} from './elements/layer/layer.js';
export {SpassPortal} from './elements/portal/portal.js';
export {SpassPortalCards} from './elements/portal-cards/portal-cards.js';
export {SpassProgrammeTimeline} from './elements/programme-timeline/programme-timeline.js';
export {SpassProjectProgress} from './elements/project-progress/project-progress.js';
export {SpassProjectMap} from './elements/project-map/project-map.js';
export {SpassResourceList} from './elements/resource-list/resource-list.js';
export {SpassStory} from './elements/story/story.js';

export {ContributionSubmitEvent} from './events/contribution-submit-event.js';
export {ConsentRequestEvent} from './events/consent-request-event.js';
export {LoadErrorEvent} from './events/load-error-event.js';
export {FilterChangeEvent} from './events/filter-change-event.js';
export {LoadEvent} from './events/load-event.js';
export {PageChangeEvent} from './events/page-change-event.js';
export {RecordSelectEvent} from './events/record-select-event.js';

export type {Filter, Query, Sort} from './model/query.js';
export type * from './model/records.js';
export type {Text} from './model/text.js';
