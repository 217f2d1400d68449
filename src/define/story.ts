import {SpassStory} from '../elements/story/story.js';

if (!customElements.get('spass-story')) customElements.define('spass-story', SpassStory);

declare global {
  interface HTMLElementTagNameMap {
    'spass-story': SpassStory;
  }
}
