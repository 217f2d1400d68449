// The provider is defined first, so that elements inside it find it ready.
import './portal.js';
import './portal-cards.js';
import './family-filter.js';
import './resource-list.js';
import './layer.js';
import './project-map.js';
import './programme-timeline.js';
import './agenda.js';
import './compare.js';
import './project.js';
import './project-progress.js';
import './directory.js';
import './contribute.js';
import './story.js';
import './explorer.js';
