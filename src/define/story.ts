import {SpassStory} from '../elements/story/story.js';
import {StoryView} from '../elements/story/story-view.js';

SpassStory.loadView = () => StoryView;
if (!customElements.get('spass-story')) customElements.define('spass-story', SpassStory);

declare global {
  interface HTMLElementTagNameMap {
    'spass-story': SpassStory;
  }
}
