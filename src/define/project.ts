import {SpassProject} from '../elements/project/project.js';
import {ProjectView} from '../elements/project/project-view.js';

SpassProject.loadView = () => ProjectView;
if (!customElements.get('spass-project')) customElements.define('spass-project', SpassProject);

declare global {
  interface HTMLElementTagNameMap {
    'spass-project': SpassProject;
  }
}
