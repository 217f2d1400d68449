import {SpassProgrammeTimeline} from '../elements/programme-timeline/programme-timeline.js';
import {ProgrammeTimelineView} from '../elements/programme-timeline/programme-timeline-view.js';

SpassProgrammeTimeline.loadView = () => ProgrammeTimelineView;
if (!customElements.get('spass-programme-timeline'))
  customElements.define('spass-programme-timeline', SpassProgrammeTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'spass-programme-timeline': SpassProgrammeTimeline;
  }
}
