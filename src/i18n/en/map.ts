import type {MessageSections} from '../messages.js';

export const map: MessageSections['map'] = {
  mapHelp: 'Arrow keys move the map, plus and minus zoom.',
  skipMap: 'Skip the map',
  showMap: 'Show the map',
  mapUnavailable: 'The map could not be loaded; the list says the same.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeView: 'See all',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  close: 'Close',
  tilesAsk: provider => `Show the ${provider} base map`,
  tilesWarning: provider => `Your IP address will go to ${provider}, who serves the map pictures.`,
  tilesPolicy: 'Their privacy policy',
  tilesHide: 'Remove the base map',
  groundFailed: 'The background map could not be loaded; outlines stand in for it.',
  groundGaps: 'A part of the background map is missing; outlines stand in for it.',
  pickHint: 'Touch the place, or bring it to the middle of the map with the arrow keys.',
  pickMiddle: 'Choose the middle',
  cancel: 'Cancel',
};
