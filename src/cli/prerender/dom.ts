// A page without a browser. The build puts the library into this file, so that whoever installs the package for its
// widgets alone installs nothing more.
export {Window} from 'happy-dom';
