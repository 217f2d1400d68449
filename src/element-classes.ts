// Classes of all tags: the class `SpassFamilyFilter` belongs to the tag `<spass-family-filter>`.
export {SpassAgenda} from './elements/agenda/agenda.js';
export {SpassCompare} from './elements/compare/compare.js';
export {SpassContribute} from './elements/contribute/contribute.js';
export {SpassDirectory} from './elements/directory/directory.js';
export {SpassExplorer} from './elements/explorer/explorer.js';
export {SpassFamilyFilter} from './elements/family-filter/family-filter.js';
export {SpassLayer} from './elements/layer/layer.js';
export {SpassPortal} from './elements/portal/portal.js';
export {SpassPortalCards} from './elements/portal-cards/portal-cards.js';
export {SpassProgrammeTimeline} from './elements/programme-timeline/programme-timeline.js';
export {SpassProject} from './elements/project/project.js';
export {SpassProjectMap} from './elements/project-map/project-map.js';
export {SpassProjectProgress} from './elements/project-progress/project-progress.js';
export {SpassResourceList} from './elements/resource-list/resource-list.js';
export {SpassStory} from './elements/story/story.js';
