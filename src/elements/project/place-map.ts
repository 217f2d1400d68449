import {renderProjectPlaces} from '../../map/covers/project-places.js';
import {coverStyles} from '../../styles/covers.styles.js';

export {coverStyles, renderProjectPlaces};
