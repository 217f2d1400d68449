// DOM without a browser. The build bundles the library into this file, so that it is not a dependency of the package.
export {Window} from 'happy-dom';
