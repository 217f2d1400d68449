import * as sentences from '../i18n/de.js';
import {handOver} from './hand-over.js';

handOver(sentences);
