import {allowFiles} from '../model/schemas/safe-urls.js';

// Before the elements are defined: they check addresses as soon as they are.
allowFiles();
